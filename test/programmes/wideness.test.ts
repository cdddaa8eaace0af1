/** Together the programmes use all that the language has: a kind that nobody needs should not be there. */
import { fileURLToPath } from 'node:url';
import { flatSteps } from '@aidflow/definition';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';
import { beforeAll, expect, it } from 'vitest';

const KINDS = ['check', 'draw', 'each', 'effect', 'end', 'parallel', 'select', 'task', 'vote', 'wait'];
const EFFECTS = ['award', 'end-award', 'file', 'letter', 'publish', 'record', 'register'];

const kinds = new Set<string>();
const effects = new Set<string>();
const subjects = new Set<string>();
const joins = new Set<string>();
let schedules = 0;

beforeAll(async () => {
  for (const folder of Object.values(programmeFolders)) {
    const loaded = await loadProgramme(fileURLToPath(folder));
    if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
    const { definition } = loaded.bundle;
    subjects.add(definition.subject ?? 'case');
    if (definition.records) subjects.add('record');
    schedules += definition.schedules?.length ?? 0;
    for (const { step } of flatSteps(definition.steps)) {
      kinds.add(step.kind);
      if (step.kind === 'parallel') joins.add(typeof step.join === 'string' ? step.join : 'at-least');
      if (step.kind !== 'effect') continue;
      for (const effect of step.effects) for (const key of Object.keys(effect)) effects.add(key);
    }
  }
});

it('every kind of step', () => {
  expect([...kinds].sort()).toEqual(KINDS);
});

it('every kind of effect, save the events that one case sends to another', () => {
  expect([...effects].filter((key) => EFFECTS.includes(key)).sort()).toEqual(EFFECTS);
});

it('cases, records and rounds, schedules, and branches that may veto', () => {
  expect([...subjects].sort()).toEqual(['case', 'record', 'round']);
  expect(schedules).toBeGreaterThan(5);
  expect(joins).toContain('veto');
});
