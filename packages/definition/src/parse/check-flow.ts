/** Whether the procedure holds together: ids, targets, ways in and out. */
import { expand, expandStep } from '../expand.ts';
import { reachable, reversed } from '../graph.ts';
import type { ExpandedStep, SourceStep } from '../types.ts';
import { expandedWays, flatSteps } from './expanded.ts';
import { limits } from './limits.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';
import { type PlacedStep, placedSteps, waysOf } from './steps.ts';

/** Ids that mean something else where a step or an outcome is named. */
const reservedSteps = new Set([
  'done',
  'withdraw',
  'complain',
  'extend',
  'elapse',
  'declare-relative',
  'clock',
]);
const reservedOutcome = 'elapsed';

export function checkFlow(reading: Reading): Report {
  const report = new Report(reading.source);
  const placed = placedSteps(reading.programme.steps);
  const origins = checkIds(reading, placed, report);
  if (origins.size > limits.steps) {
    report.add('definition/too-large', '/steps', {
      found: origins.size,
      limit: limits.steps,
      variant: 'steps',
    });
    return report;
  }
  checkStart(reading, placed, report);
  for (const one of placed) checkTargets(one, origins, report);
  for (const one of placed) checkStep(one, report);
  // Ways are only followed where every one of them leads somewhere.
  if (report.problems.length === 0) checkWays(reading, origins, report);
  return report;
}

/** Where each expanded step comes from. */
type Origins = Map<string, PlacedStep>;

function checkIds({ programme }: Reading, placed: readonly PlacedStep[], report: Report): Origins {
  const origins: Origins = new Map();
  for (const one of placed) {
    const { step, pointer } = one;
    if (reservedSteps.has(step.id)) {
      report.add('definition/reserved-name', `${pointer}/id`, { name: step.id, what: { term: 'stepId' } });
    }
    // The steps of branches come by themselves.
    for (const { id } of step.kind === 'parallel' ? [step] : expandStep(step, programme)) {
      const other = origins.get(id);
      if (other === undefined) origins.set(id, one);
      else {
        const line = report.source.line(`${other.pointer}/id`);
        report.add('definition/duplicate-step', `${pointer}/id`, { step: id, other: line });
      }
    }
  }
  return origins;
}

function checkStart({ programme: { start } }: Reading, placed: readonly PlacedStep[], report: Report): void {
  const found = placed.find(({ step }) => step.id === start);
  if (found === undefined) {
    const known = placed.map(({ step }) => step.id);
    report.addNear('definition/unknown-step', '/start', start, known, { id: start });
  } else if (found.step.kind !== 'task' || found.branches.length > 0 || found.step.when !== undefined) {
    report.add('definition/start', '/start', { step: start });
  }
}

function checkTargets({ step, pointer, branches }: PlacedStep, origins: Origins, report: Report): void {
  for (const { target, key } of waysOf(step)) {
    const place = pointer + key;
    const params = { step: step.id, target };
    if (target === 'done') {
      if (branches.length === 0)
        report.add('definition/unknown-target', place, { ...params, variant: 'done' });
      continue;
    }
    const found = origins.get(target);
    if (found === undefined) {
      report.addNear('definition/unknown-target', place, target, [...origins.keys()], params);
    } else if (!found.branches.every((branch, index) => branches[index] === branch)) {
      report.add('definition/unknown-target', place, { ...params, variant: 'branch' });
    }
  }
}

function checkStep({ step, pointer, branches }: PlacedStep, report: Report): void {
  if (step.kind === 'end') {
    if (branches.length > 0) report.add('definition/end-in-branch', pointer, { step: step.id });
    return;
  }
  const hasWay = step.otherwise !== undefined || 'next' in step || step.kind === 'supplement';
  if (step.when !== undefined && !hasWay) {
    report.add('definition/no-otherwise', `${pointer}/when`, { step: step.id });
  }
  const [key, outcomes] = outcomesOf(step);
  if (Object.hasOwn(outcomes, reservedOutcome)) {
    const params = { name: reservedOutcome, what: { term: 'outcomeId' } };
    report.add('definition/reserved-name', `${pointer}${key}/${reservedOutcome}`, params);
  }
}

function outcomesOf(step: SourceStep): [key: string, outcomes: object] {
  switch (step.kind) {
    case 'task':
      return ['/outcomes', step.outcomes];
    case 'notice':
      return ['/verify/outcomes', step.verify.outcomes];
    case 'wait':
      return ['/events', step.events ?? {}];
    default:
      return ['', {}];
  }
}

function checkWays({ programme }: Reading, origins: Origins, report: Report): void {
  const steps = flatSteps(expand(programme).steps);
  const ways = expandedWays(steps);
  const reached = reachable([expand(programme).start], ways);
  const ends = steps.filter(({ step }) => step.kind === 'end').map(({ step }) => step.id);
  const leading = reachable(ends, reversed(ways));
  for (const { step } of steps) {
    const pointer = origins.get(step.id)?.pointer ?? '/steps';
    if (!reached.has(step.id) && !isStanding(step)) {
      report.add('definition/unreachable-step', pointer, { step: step.id, start: programme.start });
    }
    if (!leading.has(step.id)) report.add('definition/no-way-out', pointer, { step: step.id });
  }
}

/** Ends that no step leads to, but what every case can do without being told. */
const isStanding = (step: ExpandedStep): boolean => step.kind === 'end' && step.outcome === 'withdrawn';
