/** Whether the procedure holds together: ids, targets, beginnings. */
import { type PlacedStep, placedSteps } from '../procedure/steps.ts';
import { waysOf } from '../procedure/ways.ts';
import { expandStep } from '../shorthands/steps.ts';
import { checkStep } from './check-steps.ts';
import { checkWays } from './check-ways.ts';
import { limits } from './limits.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';

/** Where each expanded step comes from. */
export type Origins = ReadonlyMap<string, PlacedStep>;

/** Ids that mean something else where a step is named: ends of branches, operations, what the engine itself records. */
const reserved = new Set([
  ...['done', 'veto', 'self', 'open', 'clock', 'elapse', 'cancel', 'case-withdrawn'],
  ...[
    'withdraw',
    'return',
    'transfer',
    'add-signer',
    'remove-signer',
    'ask',
    'reply',
    'urge',
    'copy',
    'extend',
  ],
  ...['suspend', 'resume', 'declare-relative', 'report-change', 'complain', 'reopen'],
  // States are kept in plain objects by their ids.
  'constructor',
]);

/** What ids look like; those of shorthands' steps are put together and may have grown too long. */
const idPattern = '^[a-z][a-z0-9-]{0,63}$';
const isId = new RegExp(idPattern);

export function checkFlow(reading: Reading): Report {
  const report = new Report(reading.source);
  const placed = placedSteps(reading.programme.steps);
  const origins = checkIds(reading, placed, report);
  if (origins.size > limits.steps) {
    const params = { key: 'steps', found: origins.size, limit: limits.steps, variant: 'steps' };
    report.add('definition/too-large', '/steps', params);
    return report;
  }
  checkStarts(reading, placed, report);
  for (const one of placed) checkTargets(one, origins, report);
  for (const one of placed) checkStep(one, report);
  // Ways are only followed where every one of them leads somewhere.
  if (report.problems.length === 0) checkWays(reading, origins, report);
  return report;
}

function checkIds({ programme }: Reading, placed: readonly PlacedStep[], report: Report): Origins {
  const origins = new Map<string, PlacedStep>();
  for (const one of placed) {
    const { step, pointer } = one;
    if (reserved.has(step.id)) {
      report.add('definition/reserved-name', `${pointer}/id`, { name: step.id, what: { term: 'stepId' } });
    }
    // The steps inside a step come by themselves.
    const whole = step.kind === 'parallel' || step.kind === 'each';
    for (const { id } of whole ? [step] : expandStep(step, programme)) {
      const other = origins.get(id);
      if (!isId.test(id))
        report.add('definition/bad-name', `${pointer}/id`, { name: id, pattern: idPattern });
      if (other === undefined) origins.set(id, one);
      else {
        const line = report.source.line(`${other.pointer}/id`);
        report.add('definition/duplicate-step', `${pointer}/id`, { step: id, other: line });
      }
    }
  }
  return origins;
}

/** A case begins with a task that somebody can open it with, or with any step where a schedule opens it. */
function checkStarts({ programme }: Reading, placed: readonly PlacedStep[], report: Report): void {
  const { start, starts = [], schedules = [] } = programme;
  const all = [start, ...starts];
  const scheduled = (id: string, first: boolean) =>
    schedules.some(({ start: begun }) => begun === id || (first && begun === undefined));
  for (const [index, id] of all.entries()) {
    const pointer = index === 0 ? '/start' : `/starts/${index - 1}`;
    const found = placed.find(({ step }) => step.id === id);
    if (found === undefined) {
      const known = placed.map(({ step }) => step.id);
      report.addNear('definition/unknown-step', pointer, id, known, { id });
    } else if (!begins(found, scheduled(id, index === 0)))
      report.add('definition/start', pointer, { step: id });
  }
  for (const [index, { start: begun }] of schedules.entries()) {
    if (begun === undefined || all.includes(begun)) continue;
    report.addNear('definition/unknown-step', `/schedules/${index}/start`, begun, all, { id: begun });
  }
}

const begins = ({ step, branches, each }: PlacedStep, scheduled: boolean): boolean =>
  (step.kind === 'task' || (scheduled && step.kind !== 'end')) &&
  branches.length === 0 &&
  each === undefined &&
  step.when === undefined;

function checkTargets(one: PlacedStep, origins: Origins, report: Report): void {
  for (const { target, key } of waysOf(one.step)) {
    const place = one.pointer + key;
    const params = { step: one.step.id, target };
    const found = origins.get(target);
    const variant = isEnding(target) ? endingFault(target, one) : found && reachFault(found, one);
    if (variant !== undefined) {
      report.add('definition/unknown-target', place, {
        ...params,
        each: found?.each ?? one.each ?? '',
        variant,
      });
    } else if (!isEnding(target) && found === undefined) {
      report.addNear('definition/unknown-target', place, target, [...origins.keys()], params);
    }
  }
}

const isEnding = (target: string): boolean => target === 'done' || target === 'veto';

/** Why a branch cannot end so: the step is in none, or nobody looks for a veto. */
function endingFault(target: string, { branches, join }: PlacedStep): string | undefined {
  if (branches.length === 0) return 'done';
  return target === 'veto' && join !== 'veto' ? 'veto' : undefined;
}

/** Why a step that is there cannot be gone to. */
function reachFault(to: PlacedStep, from: PlacedStep): string | undefined {
  if (to.each !== from.each) return to.each === undefined || from.each !== undefined ? 'outside' : 'item';
  return to.branches.every((branch, index) => from.branches[index] === branch) ? undefined : 'branch';
}
