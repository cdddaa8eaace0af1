/** All runs of a county and its variants in one answer: plain JSON. */
import type { CountySource, CountyText, CountyVersion } from '@aidflow/definition';
import { addDays } from '@aidflow/engine';
import { difference, type Estimate, estimate } from './estimate.ts';
import { findingsOf } from './finding.ts';
import { measuresOf } from './measures.ts';
import { type CountyNames, namesOf } from './names.ts';
import type { Plan } from './plan.ts';
import { joined, quantile } from './sketch.ts';
import type { RunTally, StuckTally } from './tally.ts';

export interface CountyReport {
  county: CountyText;
  note: CountyText | null;
  seed: string;
  replications: number;
  /** ISO dates; `counted` is the first day that counts. */
  span: { from: string; counted: string; until: string };
  bursts: { name: CountyText; from: string; until: string }[];
  names: CountyNames;
  /** The county as it is, then its variants. */
  variants: VariantReport[];
  sweep: SweepReport | null;
  findings: CountyText[];
}

export interface VariantReport {
  id: string;
  title: CountyText;
  /** Cases that came in while it was counted, in all runs together. */
  arrived: number;
  measures: Record<string, Estimate>;
  /** To the county as it is, run by run. */
  differences: Record<string, Estimate>;
  /** Mean number of waiting tasks on each counted day, by desk. */
  queues: Record<string, number[]>;
  /** By the week in which cases came in: how many, days to the decision. */
  weeks: { from: string; arrived: number; p50: number; p90: number }[];
  /** By desk, the division where waiting was longest: mean days, share busy. */
  slowest: Record<string, { division: string; name: CountyText; wait: number; busy: number }>;
  stuck: StuckTally[];
  /** Where cases stood that were not decided when the simulation ended, with their number in all runs. */
  left: Record<string, number>;
}

export interface SweepReport {
  title: CountyText;
  parameter: string;
  watch: string;
  bound: number;
  /** For each value: how busy the watched group is, days until the desk of its role takes a case. */
  points: { value: number; busy: Estimate; wait: Estimate }[];
  /** The greatest value that they can afford, if any. */
  affordable: number | null;
}

/** The runs of one version of a county. */
export interface VersionRuns {
  version: CountyVersion;
  plan: Plan;
  /** By replication. */
  runs: RunTally[];
}

const DEFAULT_TITLE: CountyText = { zh: '现状', en: 'As it is' };
const SWEEP_TITLE: CountyText = { zh: '能走多远', en: 'How far it can go' };

/** How busy officers may be on average before what comes irregularly piles up. */
export const DEFAULT_BOUND = 0.85;

/** Sums up. `versions` begin with the county as it is; those of a sweep come last. */
export function summarise(
  source: CountySource,
  seed: string,
  versions: readonly VersionRuns[],
): CountyReport {
  const [base] = versions as [VersionRuns];
  const { value: county } = source;
  const measured = versions.map(({ plan, runs }) => runs.map((run) => measuresOf(run, plan.counted)));
  const written = versions.filter(({ version }) => source.versions.includes(version));
  const variants = written.map((one, index) =>
    variantOf(source, one, measured[index] ?? [], measured[0] ?? []),
  );
  const report: CountyReport = {
    county: county.county,
    note: county.note ?? null,
    seed,
    replications: base.runs.length,
    span: {
      from: county.span.from,
      counted: addDays(county.span.from, base.plan.counted),
      until: county.span.until,
    },
    bursts: burstsOf(source),
    names: namesOf(versions.map(({ plan }) => plan)),
    variants,
    sweep: sweepOf(source, measured.slice(written.length)),
    findings: [],
  };
  report.findings = findingsOf(report);
  return report;
}

function variantOf(
  { value: county }: CountySource,
  { version, plan, runs }: VersionRuns,
  measured: readonly ReadonlyMap<string, number>[],
  base: readonly ReadonlyMap<string, number>[],
): VariantReport {
  const id = version.variant ?? 'base';
  const names = [...new Set(measured.flatMap((one) => [...one.keys()]))].sort();
  const valuesOf = (from: readonly ReadonlyMap<string, number>[], name: string) =>
    from.map((one) => one.get(name) ?? Number.NaN);
  return {
    id,
    title: (version.variant === undefined ? county.title : county.variants?.[id]?.title) ?? DEFAULT_TITLE,
    arrived: runs.reduce((sum, run) => sum + run.arrived, 0),
    measures: Object.fromEntries(names.map((name) => [name, estimate(valuesOf(measured, name))])),
    differences: Object.fromEntries(
      names.map((name) => [name, difference(valuesOf(base, name), valuesOf(measured, name))]),
    ),
    queues: queuesOf(plan, runs),
    weeks: weeksOf(plan, runs),
    slowest: slowestOf(plan, runs),
    stuck: stuckOf(runs),
    left: added(runs.map(({ left }) => left)),
  };
}

function queuesOf({ counted, closed }: Plan, runs: readonly RunTally[]): Record<string, number[]> {
  const keys = Object.keys(runs[0]?.desks ?? {});
  const days = Array.from({ length: closed - counted }, (_, index) => counted + index);
  return Object.fromEntries(
    keys.map((key) => [
      key,
      days.map(
        (day) => runs.reduce((sum, { desks }) => sum + (desks[key]?.queue[day] ?? 0), 0) / runs.length,
      ),
    ]),
  );
}

function weeksOf({ counted, days }: Plan, runs: readonly RunTally[]): VariantReport['weeks'] {
  return (runs[0]?.weeks ?? []).map((_, week) => {
    const decision = joined(runs.flatMap(({ weeks }) => weeks[week]?.decision ?? []));
    return {
      from: days.dates[counted + week * 7] as string,
      arrived: runs.reduce((sum, { weeks }) => sum + (weeks[week]?.arrived ?? 0), 0) / runs.length,
      p50: quantile(decision, 0.5),
      p90: quantile(decision, 0.9),
    };
  });
}

function slowestOf({ places: named }: Plan, runs: readonly RunTally[]): VariantReport['slowest'] {
  const found: VariantReport['slowest'] = {};
  for (const key of Object.keys(runs[0]?.desks ?? {})) {
    const divisions = Object.keys(runs[0]?.desks[key]?.places ?? {});
    const places = divisions.map((division) => {
      const all = runs.map(({ desks }) => desks[key]?.places[division]);
      const sum = (of: 'wait' | 'count' | 'busy' | 'open') =>
        all.reduce((total, one) => total + (one?.[of] ?? 0), 0);
      const wait = sum('count') === 0 ? 0 : sum('wait') / sum('count');
      const busy = sum('open') === 0 ? 0 : sum('busy') / sum('open');
      return { division, name: named[division] ?? { zh: division, en: division }, wait, busy };
    });
    const [first] = places.sort((a, b) => b.wait - a.wait || a.division.localeCompare(b.division));
    if (first) found[key] = first;
  }
  return found;
}

function stuckOf(runs: readonly RunTally[]): StuckTally[] {
  const all = new Map<string, StuckTally>();
  for (const { stuck } of runs) {
    for (const [key, one] of Object.entries(stuck)) {
      all.set(key, { ...one, count: one.count + (all.get(key)?.count ?? 0) });
    }
  }
  return [...all.values()];
}

function added(counts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const one of counts)
    for (const [key, count] of Object.entries(one)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** Bursts of all streams, each name once. */
function burstsOf({ value: { arrivals } }: CountySource): CountyReport['bursts'] {
  const all = Object.values(arrivals).flatMap(({ bursts = [] }) => bursts);
  const named = new Map(all.map(({ name, from, until }) => [`${name.en} ${from}`, { name, from, until }]));
  return [...named.values()];
}

function sweepOf(
  { value: { sweep, officers } }: CountySource,
  measured: readonly (readonly ReadonlyMap<string, number>[])[],
): SweepReport | null {
  if (sweep === undefined || measured.length === 0) return null;
  const { title = SWEEP_TITLE, parameter, watch, values, bound = DEFAULT_BOUND } = sweep;
  const group = officers[watch];
  const role = group?.role ?? group?.roles?.[0] ?? '';
  const points = values.map((value, index) => {
    const runs = measured[index] ?? [];
    const of = (wanted: (name: string) => boolean) =>
      estimate(runs.map((run) => [...run].find(([name]) => wanted(name))?.[1] ?? Number.NaN));
    return {
      value,
      busy: of((name) => name === `group/${watch}/busy`),
      wait: of((name) => name.startsWith(`desk/${role}@`) && name.endsWith('/wait')),
    };
  });
  const afforded = points.filter(({ busy }) => busy.mean <= bound).map(({ value }) => value);
  return {
    title,
    parameter,
    watch,
    bound,
    points,
    affordable: afforded.length === 0 ? null : Math.max(...afforded),
  };
}
