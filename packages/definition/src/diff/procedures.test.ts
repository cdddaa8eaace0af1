/** Differences of procedures that go on in cases of their own, and what follows from where a step stands. */
import { expect, it } from 'vitest';
import { heating } from '../fixtures/heating.ts';
import { parse } from '../parse.ts';
import type { EachStep, ExpandedStep, Programme } from '../types.ts';
import { diff } from './diff.ts';
import type { Difference } from './difference.ts';

const parsed = parse(heating);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const plain = parsed.programme;

const task = (id: string, to: string): ExpandedStep => ({
  id,
  title: id,
  kind: 'task',
  role: 'clerk',
  level: 'township',
  outcomes: { ok: { title: '办结', to } },
});
const each: EachStep = {
  id: 'rooms',
  title: '逐户',
  kind: 'each',
  items: 'application.members',
  steps: [task('measure', 'measured'), { id: 'measured', title: '已测', kind: 'end', outcome: 'approved' }],
  join: 'all',
  next: 'decide',
};

/** The programme with a step for each member, between the assessment and the decision. */
function withRooms(change: (step: EachStep) => void = () => {}): Programme {
  const copy = structuredClone(plain);
  const step = structuredClone(each);
  change(step);
  copy.definition.steps = copy.definition.steps.flatMap((one) => (one.id === 'decide' ? [step, one] : [one]));
  for (const one of copy.definition.steps) if (one.kind === 'check') Object.assign(one, { pass: 'rooms' });
  return copy;
}

const sentences = (found: readonly Difference[]) => found.map(({ sentence }) => sentence.zh);

it('tells what differs inside a case for each item', () => {
  const found = diff(
    withRooms(),
    withRooms((step) => {
      step.steps.unshift(task('visit', 'measure'));
      step.join = 'any';
      const [, measure] = step.steps;
      if (measure?.kind === 'task') measure.by = 2;
    }),
  );
  expect(sentences(found)).toEqual([
    '“measure”不能再由1人办理，须由2人共同签字。',
    '“逐户”在任一项完成时继续，原为全部完成。',
    '“逐户”改从“visit”开始，原从“measure”开始。',
    '新增环节“visit”（办理，乡镇（受理岗））。',
  ]);
});

it('knows which cases a difference inside lies ahead of', () => {
  const [found] = diff(
    withRooms(),
    withRooms((step) => {
      const [measure] = step.steps;
      if (measure?.kind === 'task') measure.by = 2;
    }),
  );
  expect(found?.concerns.steps).toEqual(['measure']);
  expect(found?.concerns.ahead).toEqual(expect.arrayContaining(['rooms', 'assess', 'apply']));
  expect(found?.at).toBe('/definition/steps/2/steps/0/by');
});

it('leaves the cases of items alone when what follows them differs', () => {
  const after = withRooms();
  for (const one of after.definition.steps) if (one.id === 'decide' && one.kind === 'task') one.by = 2;
  const [found] = diff(withRooms(), after);
  expect(found?.concerns.steps).toEqual(['decide']);
  expect(found?.concerns.ahead).toContain('rooms');
  expect(found?.concerns.ahead).not.toContain('measure');
});

it('takes a step of a procedure that is gone with it', () => {
  expect(sentences(diff(withRooms(), plain))).toEqual(
    expect.arrayContaining([
      '取消环节“逐户”（逐项办理，系统）。',
      '取消环节“measure”（办理，乡镇（受理岗））。',
    ]),
  );
});
