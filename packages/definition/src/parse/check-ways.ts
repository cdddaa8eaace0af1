/** Whether every step can be come to and left, and whether silence ever approves. */
import { expand } from '../expand.ts';
import { reachable, reversed } from '../graph.ts';
import { expandedWays, type FlatStep, flatSteps } from '../procedure/flat.ts';
import { waysOf } from '../procedure/ways.ts';
import type { ExpandedStep } from '../types.ts';
import type { Origins } from './check-flow.ts';
import type { Reading } from './reading.ts';
import type { Report } from './report.ts';

/** Every target leads somewhere already. */
export function checkWays({ programme }: Reading, origins: Origins, report: Report): void {
  const definition = expand(programme);
  const steps = flatSteps(definition.steps);
  const ways = expandedWays(steps);
  const led = Object.values(programme.operations ?? {}).flatMap(({ to = [] }) => to);
  const reached = reachable([definition.start, ...(definition.starts ?? []), ...led], withItems(ways, steps));
  const ends = steps.flatMap(({ step }) => (step.kind === 'end' ? [step.id] : []));
  const leading = reachable(ends, reversed(ways));
  for (const { step, each } of steps) {
    const pointer = origins.get(step.id)?.pointer ?? '/steps';
    if (!reached.has(step.id) && !isStanding(step)) {
      const start = each === undefined ? programme.start : each;
      report.add('definition/unreachable-step', pointer, { step: step.id, start });
    }
    if (!leading.has(step.id)) report.add('definition/no-way-out', pointer, { step: step.id });
  }
  checkSilence(steps, origins, report);
}

/** Ends that no step leads to, but what every case can do without being told. */
const isStanding = (step: ExpandedStep): boolean => step.kind === 'end' && step.outcome === 'withdrawn';

/** The ways, and those from an each step to where the cases of its items begin. */
function withItems(
  ways: ReadonlyMap<string, string[]>,
  steps: readonly FlatStep[],
): ReadonlyMap<string, string[]> {
  const all = new Map(ways);
  for (const { step } of steps) {
    const first = step.kind === 'each' ? step.steps[0]?.id : undefined;
    if (first !== undefined) all.set(step.id, [...(all.get(step.id) ?? []), first]);
  }
  return all;
}

/** Nobody is given anything because an officer let the time run out: from there no approval is come to by itself. */
function checkSilence(steps: readonly FlatStep[], origins: Origins, report: Report): void {
  const byId = new Map(steps.map(({ step }) => [step.id, step]));
  for (const { step } of steps) {
    if (!('within' in step)) continue;
    const target = step.within?.['on-overdue'];
    const end = target === undefined ? undefined : approvalAt(target, byId);
    const origin = origins.get(step.id);
    if (end === undefined || origin === undefined) continue;
    const written = waysOf(origin.step).find(({ event }) => event === 'elapsed');
    const params = { step: step.id, target, end: end.id };
    report.add('definition/silent-approval', origin.pointer + (written?.key ?? ''), params);
  }
}

/** The approving end to which a target leads without anybody acting: itself, or after effects. */
function approvalAt(
  target: string,
  steps: ReadonlyMap<string, ExpandedStep>,
  seen = new Set<string>(),
): ExpandedStep | undefined {
  const step = steps.get(target);
  if (step === undefined || seen.has(target)) return undefined;
  if (step.kind === 'end') return isApproval(step.outcome) ? step : undefined;
  if (step.kind !== 'effect') return undefined;
  return approvalAt(step.next, steps, new Set([...seen, target]));
}

const isApproval = (outcome: string): boolean => outcome === 'approved' || outcome === 'partly-approved';
