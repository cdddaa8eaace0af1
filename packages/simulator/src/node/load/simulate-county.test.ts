/** What a simulated county does, told from the county file alone. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { measuresOf } from '../../load/measures.ts';
import { simulateCounty } from '../../load/simulation.ts';
import type { RunTally } from '../../load/tally.ts';
import { type ReadCounty, readCounty } from './read-county.ts';

const file = fileURLToPath(new URL('../../../counties/coats.yaml', import.meta.url));
let county: ReadCounty;
let base: RunTally;
let more: RunTally;

function run(version: number, seed = 'coats', replication = 1): RunTally {
  const found = county.versions[version] as (typeof county.versions)[number];
  return simulateCounty(county.planFor(found), { seed, replication });
}

beforeAll(async () => {
  const read = await readCounty(file);
  if (!read.ok) throw new Error(read.problems[0]?.detail);
  county = read.county;
  base = run(0);
  more = run(1);
});

describe('a simulated county', () => {
  it('brings every case to its end, and leaves none behind', () => {
    expect(base.stuck).toEqual({});
    expect(base.undecided).toBe(0);
    expect(base.left).toEqual({});
    const decided = Object.values(base.cases.coat ?? {}).reduce(
      (sum, { decision }) => sum + decision.count,
      0,
    );
    expect(decided).toBe(base.arrived);
    expect(base.opened).toBeGreaterThan(base.arrived);
    // Bounded by what is alive, not by what has been.
    expect(base.alive).toBeLessThan(base.opened / 3);
  });

  it('is the same with the same seed, and another with another', () => {
    expect(run(0)).toEqual(base);
    const arrived = ({ weeks }: RunTally) => weeks.map((week) => week.arrived);
    expect(arrived(run(0, 'another'))).not.toEqual(arrived(base));
    expect(arrived(run(0, 'coats', 2))).not.toEqual(arrived(base));
  });

  it('gives its variants the same cases and the same luck', () => {
    expect(more.arrived).toBe(base.arrived);
    expect(more.weeks.map(({ arrived }) => arrived)).toEqual(base.weeks.map(({ arrived }) => arrived));
    // Only the desk that was changed has less to do; visits take as long as they did.
    const busy = (tally: RunTally, desk: string) => measuresOf(tally, 14).get(`desk/${desk}/busy`) ?? 0;
    expect(busy(more, 'clerk@township') / busy(base, 'clerk@township')).toBeCloseTo(0.5, 1);
    expect(busy(more, 'visitor@township') / busy(base, 'visitor@township')).toBeCloseTo(1, 1);
    expect(measuresOf(more, 14).get('desk/clerk@township/wait')).toBeLessThan(
      measuresOf(base, 14).get('desk/clerk@township/wait') ?? 0,
    );
  });

  it('moves the decision with the delegation, from its day on', () => {
    const { county: above, township } = base.cases.coat ?? {};
    expect(above?.decision.count).toBeGreaterThan(10);
    expect(township?.decision.count).toBeGreaterThan(10);
    // The county's officer is away when the power moves, so that something waits for them: it moves with it.
    const plan = county.planFor(county.versions[0] as (typeof county.versions)[number]);
    const away = [{ from: '2026-03-20', until: '2026-04-02' }];
    const groups = plan.groups.map((group) =>
      group.id === 'chiefs' ? { ...group, written: { ...group.written, away } } : group,
    );
    const tally = simulateCounty({ ...plan, groups }, { seed: 'coats', replication: 1 });
    const { queue } = tally.desks['officer@county'] as RunTally['desks'][string];
    const april = plan.days.dates.indexOf('2026-04-01');
    expect(queue[april - 1]).toBeGreaterThan(0);
    expect(Math.max(...queue.subarray(april))).toBe(0);
    expect([tally.stuck, tally.undecided]).toEqual([{}, 0]);
  });

  it('has two sign a visit', () => {
    const { county: above, township } = base.cases.coat ?? {};
    const decided = (above?.decision.count ?? 0) + (township?.decision.count ?? 0);
    const visits = base.desks['visitor@township']?.done ?? 0;
    expect(visits).toBeGreaterThan(1.8 * decided);
  });

  it('has the burst where and when it is', () => {
    // Counted from 16 February; the cold wave of 16 to 19 March falls into the fifth week.
    const usual =
      base.weeks.filter((_, week) => week > 5).reduce((sum, { arrived }) => sum + arrived, 0) /
      (base.weeks.length - 6);
    expect(base.weeks[4]?.arrived).toBeGreaterThan(1.3 * usual);
  });

  it('tells of cases that go round in circles, and of those that nobody may end, and lets the others pass', () => {
    const plan = county.planFor(county.versions[0] as (typeof county.versions)[number]);
    const always = (outcomes: Record<string, [string, number][]>) => ({
      ...plan,
      streams: plan.streams.map((stream) => ({
        ...stream,
        kinds: stream.kinds.map((kind, index) =>
          index === 0 ? { ...kind, outcomes: new Map(Object.entries(outcomes)) } : kind,
        ),
      })),
    });
    const objecting = always({});
    for (const { kinds } of objecting.streams) {
      // Somebody objects to every notice, so that the inquiry begins anew each time.
      const objection = {
        case: '',
        outcome: 'object',
        fill: undefined,
        reasons: '再查',
        by: { kind: 'applicant' } as const,
      };
      const acts = new Map(kinds[0]?.acts);
      acts.set(
        'objections',
        Array.from({ length: 99 }, () => objection),
      );
      Object.assign(kinds[0] as object, { acts });
    }
    const quick = {
      ...objecting.programmes.coat,
      delays: () => () => 3_600_000,
    } as (typeof plan.programmes)[string];
    const tally = simulateCounty(
      { ...objecting, programmes: { ...objecting.programmes, coat: quick } },
      { seed: 'coats', replication: 1 },
    );
    expect(Object.values(tally.stuck).map(({ step, code }) => [step, code])).toContainEqual([
      'visit',
      'county/circle',
    ]);
    expect(tally.cases.coat?.township?.decision.count).toBeGreaterThan(0);
  });

  it('keeps shares between 0 and 1, and knows which clocks were kept', () => {
    const measures = measuresOf(base, 14);
    for (const [name, value] of measures) {
      if (name.endsWith('/busy') || name.startsWith('clock/'))
        expect([name, value >= 0 && value <= 1]).toEqual([name, true]);
    }
    expect(base.clocks.coat?.handling?.ended).toBeGreaterThan(100);
  });
});
