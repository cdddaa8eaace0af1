/**
 * Guards against a simulator that is wrong in a way that looks right: for desks that never close, exponential gaps between
 * arrivals and exponential service, queueing theory says exactly how long people wait.
 */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Estimate, estimate } from '../../load/estimate.ts';
import { measuresOf } from '../../load/measures.ts';
import { simulateCounty } from '../../load/simulation.ts';
import { type ReadCounty, readCounty } from './read-county.ts';

const file = fileURLToPath(new URL('../../../counties/counter.yaml', import.meta.url));
const PER_DAY = 60;
const SERVED = 80;
const REPLICATIONS = 6;

/** Erlang C: the probability that all of `servers` are busy, for a load of `load` servers. */
function erlangC(servers: number, load: number): number {
  let term = 1;
  let sum = 0;
  for (let busy = 0; busy < servers; busy++) {
    sum += term;
    term = (term * load) / (busy + 1);
  }
  const waiting = (term * servers) / (servers - load);
  return waiting / (sum + waiting);
}

/** Mean days in the queue of an M/M/c desk that can serve `SERVED` a day in all. */
const meanWait = (servers: number): number =>
  erlangC(servers, (servers * PER_DAY) / SERVED) / (SERVED - PER_DAY);

let county: ReadCounty;
beforeAll(async () => {
  const read = await readCounty(file);
  if (!read.ok) throw new Error(read.problems[0]?.detail);
  county = read.county;
});

function measured(version: number): Record<'wait' | 'queue' | 'busy' | 'count', Estimate> {
  const plan = county.planFor(county.versions[version] as (typeof county.versions)[number]);
  const runs = Array.from({ length: REPLICATIONS }, (_, index) =>
    measuresOf(simulateCounty(plan, { seed: 'queueing theory', replication: index + 1 }), plan.counted),
  );
  const of = (name: string) => estimate(runs.map((run) => run.get(name) ?? Number.NaN));
  const desk = 'desk/server@county';
  return {
    wait: of(`${desk}/wait`),
    queue: of(`${desk}/queue`),
    busy: of(`${desk}/busy`),
    count: of(`${desk}/done`),
  };
}

const holds = ({ low, high }: Estimate, value: number) => low <= value && value <= high;

describe('waiting as theory has it', () => {
  it('knows Erlang C', () => {
    // One server is busy as often as its load; two at a load of one are both busy a third of the time.
    expect(erlangC(1, 0.75)).toBeCloseTo(0.75, 10);
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 10);
  });

  it.each([
    ['M/M/1', 0, 1],
    ['M/M/3', 1, 3],
  ] as const)('%s', (_, version, servers) => {
    const { wait, queue, busy, count } = measured(version);
    const expected = meanWait(servers);
    expect(holds(wait, expected), `${expected} in [${wait.low}, ${wait.high}]`).toBe(true);
    // An interval that holds everything would prove nothing.
    expect((wait.high - wait.low) / 2 / expected).toBeLessThan(0.15);
    expect(holds(busy, PER_DAY / SERVED)).toBe(true);
    // Little's law: as many wait as come in the time that one waits.
    expect(holds(queue, PER_DAY * expected)).toBe(true);
    expect(count.mean).toBeGreaterThan(5500);
  });
});
