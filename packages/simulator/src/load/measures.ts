/** A run as named numbers, so that runs and variants can be compared one by one. */
import { joined, mean, quantile } from './sketch.ts';
import type { CaseTally, RunTally } from './tally.ts';

const HOUR = 3_600_000;

/** Of all levels together. */
export const ALL = 'all';

/**
 * Numbers by name: `cases/PROGRAMME/LEVEL/p50`, `p90`, `p99`, `mean` (days to decision), `count`; `whole/PROGRAMME/p50` and
 * `p90` (days to the end); `clock/PROGRAMME/CLOCK` (share in time); `cost/PROGRAMME/LEVEL` (officer hours for each case);
 * `desk/ROLE@LEVEL/wait`, `waitP90` (days), `queue` (mean), `peak`, `done`, `busy` (share of the time at work);
 * `group/GROUP/busy`; `undecided`, `stuck`.
 */
export function measuresOf(tally: RunTally, counted: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const [programme, levels] of Object.entries(tally.cases)) {
    const all = Object.entries(levels) as [string, CaseTally][];
    for (const [level, { decision }] of [...all, [ALL, together(all)] as const]) {
      const name = `cases/${programme}/${level}`;
      found.set(`${name}/p50`, quantile(decision, 0.5));
      found.set(`${name}/p90`, quantile(decision, 0.9));
      found.set(`${name}/p99`, quantile(decision, 0.99));
      found.set(`${name}/mean`, mean(decision));
      found.set(`${name}/count`, decision.count);
    }
    const whole = joined(all.map(([, one]) => one.whole));
    found.set(`whole/${programme}/p50`, quantile(whole, 0.5));
    found.set(`whole/${programme}/p90`, quantile(whole, 0.9));
    const ended = all.reduce((sum, [, one]) => sum + one.ended, 0);
    const work: Record<string, number> = {};
    for (const [, one] of all) {
      for (const [level, time] of Object.entries(one.work)) work[level] = (work[level] ?? 0) + time;
    }
    const total = Object.values(work).reduce((sum, time) => sum + time, 0);
    for (const [level, time] of [...Object.entries(work), [ALL, total] as const]) {
      found.set(`cost/${programme}/${level}`, time / HOUR / ended);
    }
  }
  for (const [programme, clocks] of Object.entries(tally.clocks)) {
    for (const [clock, { ended, inTime }] of Object.entries(clocks)) {
      found.set(`clock/${programme}/${clock}`, inTime / ended);
    }
  }
  for (const [key, { wait, queue, peak, done, busy, open }] of Object.entries(tally.desks)) {
    const days = queue.subarray(counted);
    found.set(`desk/${key}/wait`, done === 0 ? 0 : mean(wait));
    found.set(`desk/${key}/waitP90`, done === 0 ? 0 : quantile(wait, 0.9));
    found.set(`desk/${key}/queue`, days.reduce((sum, count) => sum + count, 0) / Math.max(1, days.length));
    found.set(`desk/${key}/peak`, peak.count);
    found.set(`desk/${key}/done`, done);
    found.set(`desk/${key}/busy`, open === 0 ? Number.NaN : busy / open);
  }
  for (const [id, { busy, open }] of Object.entries(tally.groups)) {
    found.set(`group/${id}/busy`, open === 0 ? Number.NaN : busy / open);
  }
  found.set('undecided', tally.undecided);
  found.set(
    'stuck',
    Object.values(tally.stuck).reduce((sum, { count }) => sum + count, 0),
  );
  return found;
}

function together(all: readonly (readonly [string, CaseTally])[]): Pick<CaseTally, 'decision'> {
  return { decision: joined(all.map(([, { decision }]) => decision)) };
}
