/**
 * Wherever a case of the subsistence allowance can come to on a random walk, it can move to the same definition under
 * another version, and nobody notices: the same offers, the same timers, the same answers afterwards.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Bundle, parseScenario } from '@aidflow/definition';
import { bundleHash, loadProgramme, loadValidators } from '@aidflow/definition/node';
import {
  type Actor,
  activeSteps,
  type CaseEvent,
  type CaseState,
  compile,
  decide,
  isOperation,
  type JsonObject,
  migrate,
  nationalCalendar,
  offered,
  type Programme,
  replay,
  replayAcross,
  timers,
  verifyChain,
  type World,
} from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const folder = programmeFolders.dibao as URL;
const loaded = await loadProgramme(folder);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
const validators = await loadValidators(loaded.bundle);
const first = compile(loaded.bundle, validators);

const copy: Bundle = structuredClone(loaded.bundle);
copy.definition.version = 'next';
copy.hash = bundleHash(copy);
const next = compile(copy, validators);

const file = fileURLToPath(new URL('scenarios/township-confirms.yaml', folder));
const scenario = parseScenario(file, readFileSync(file, 'utf8'));
if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
const { data = {}, division = '' } = scenario.source.value.given ?? {};
const { visit, ...given } = data as Record<string, JsonObject>;
const paper = { sha256: 'a'.repeat(64), name: '材料.jpg' };
/** Something right for every form. */
const filled: Record<string, JsonObject> = {
  ...given,
  acceptance: {},
  missing: { papers: [{ name: '诊断证明' }] },
  elsewhere: { office: '乙镇' },
  papers: { evidence: [paper] },
  recheck: {
    deposits: 0,
    vehicleValue: 0,
    houses: 1,
    shareholdings: 0,
    undeclaredIncome: 0,
    finding: '属实',
  },
  visit: visit ?? {},
  countyVisit: visit ?? {},
  opinion: {},
  clarification: { explanation: '说明' },
  objection: { contact: '13800000002', facts: '有车' },
  objectionFinding: { finding: '没有' },
  appraisal: {
    date: '2026-03-05',
    place: '村委会',
    present: 9,
    representatives: 6,
    agree: 8,
    against: 1,
    result: 'support',
  },
  confirmation: {},
  service: { date: '2026-03-05', method: 'direct' },
  oversight: { finding: '规范' },
};

const officer = (id: string, role: string, where: string): Actor => ({
  id,
  kind: 'officer',
  name: id,
  grants: [{ role, division: where }],
});
const township = division.slice(0, 9);
const county = division.slice(0, 6);
const applicant: Actor = { id: 'applicant', kind: 'applicant', name: '申请人', grants: [] };
const system: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };
const chief = officer('chief', 'officer', county);
const actors = [
  applicant,
  officer('clerk', 'clerk', township),
  officer('a', 'investigator', township),
  officer('b', 'investigator', township),
  officer('reviewer', 'reviewer', township),
  officer('leader', 'leader', township),
  officer('officer-a', 'officer', county),
  officer('officer-b', 'officer', county),
  officer('auditor', 'auditor', county),
];

const worldAt = (day: number): World => ({
  now: new Date(Date.parse('2026-03-02T01:00:00Z') + day * 86_400_000).toISOString(),
  calendar: nationalCalendar(),
  delegations: [
    {
      programme: 'dibao',
      action: 'confirm',
      from: county,
      to: township,
      effective: '2026-03-20',
      document: '示民发〔2026〕1号',
    },
  ],
  standIns: [],
  seed: 'seed',
  divisionNames: {},
});

type Command = Parameters<typeof decide>[2];

/** What the number chooses of everything that can be done or happens by itself. */
function choice(programme: Programme, state: CaseState, number: number, world: World): Command | undefined {
  const asked = activeSteps(programme, state).find((id) => state.steps[id]?.asked);
  if (asked && number % 2 === 0) {
    return { do: `${asked}.answer`, actor: system, data: { vehicles: number % 3, vehicleValue: number % 3 } };
  }
  const due = timers(programme, state, world.calendar).find((timer) => timer.due <= world.now);
  if (due && number % 3 === 0) return { do: 'elapse', timer: due.id, actor: system };
  const may = actors.flatMap((actor) =>
    offered(programme, state, actor, world)
      .filter((offer) => offer.may && !isOperation(offer.do))
      .map((offer) => ({ offer, actor })),
  );
  const chosen = may[number % Math.max(1, may.length)];
  if (!chosen) return undefined;
  const { offer, actor } = chosen;
  const form = offer.form === undefined ? {} : { data: filled[offer.form] ?? {} };
  return { do: offer.do, actor, reasons: '理由', ...form };
}

const unversioned = ({ definition: _, version: __, head: ___, updated: ____, ...state }: CaseState) => state;

it('from every state of a random walk', { timeout: 120_000 }, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 99_999 }), { minLength: 6, maxLength: 40 }),
      fc.nat({ max: 35 }),
      (numbers, at) => {
        const open = { id: 'case-1', number: '0001', division };
        const begun = decide(
          first,
          undefined,
          { do: 'apply', actor: applicant, data: filled.application, open },
          worldAt(0),
        );
        if (!begun.ok) throw new Error(JSON.stringify(begun.problems));
        let stayed = begun.state;
        let other: CaseState | undefined;
        const events: CaseEvent[] = [...begun.events];
        const moving: CaseEvent[] = [...begun.events];
        let day = 3;
        for (const [index, number] of numbers.entries()) {
          if (stayed.status === 'ended') break;
          const world = worldAt(day);
          if (index === at) {
            seen.add(activeSteps(first, stayed).join());
            const before = JSON.stringify(stayed);
            const request = { map: { steps: {} }, actor: chief, reasons: '修订施行', world };
            const decision = migrate(first, next, stayed, request);
            if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
            other = decision.state;
            moving.push(...decision.events);
            expect(JSON.stringify(stayed)).toBe(before);
            expect(unversioned(other)).toEqual(unversioned(stayed));
          }
          if (other) {
            for (const actor of actors) {
              expect(offered(next, other, actor, world)).toEqual(offered(first, stayed, actor, world));
            }
            expect(timers(next, other, world.calendar)).toEqual(timers(first, stayed, world.calendar));
          }
          const command = choice(first, stayed, number, world);
          day += number % 4;
          if (!command) continue;
          const answer = decide(first, stayed, command, world);
          const moved = other && decide(next, other, command, world);
          if (!answer.ok) {
            if (moved) expect(moved).toEqual(answer);
            continue;
          }
          stayed = answer.state;
          events.push(...answer.events);
          if (moved?.ok) {
            other = moved.state;
            moving.push(...moved.events);
            expect(unversioned(other)).toEqual(unversioned(stayed));
          } else {
            expect(moved).toBeUndefined();
            moving.push(...answer.events);
          }
        }
        expect(verifyChain(moving)).toBeUndefined();
        expect(JSON.stringify(replay(first, events))).toBe(JSON.stringify(stayed));
        const versions = new Map([first, next].map((one) => [one.hash, one]));
        expect(JSON.stringify(replayAcross(versions, moving))).toBe(JSON.stringify(other ?? stayed));
      },
    ),
    { numRuns: 150 },
  );
  // The walks come far enough to mean something.
  expect(seen.size).toBeGreaterThan(4);
});
