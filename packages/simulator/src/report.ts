/** Results in plain lines, for terminals and test reports. */
import type { Problem } from '@aidflow/definition';
import { inline } from './difference.ts';
import type { Failure, ScenarioResult, StepResult } from './result.ts';
import type { Standing } from './standing.ts';

/** `2026-03-02 09:00`: the instant of a step without what every line would repeat. */
export function shortTime(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/**
 * What a step asked for: `accept.accept`, `confirm.approve, refused authority/role`, `wait 3wd`, `expect step accept`,
 * `recheck.pass in hazards/1`.
 */
export function stepTitle({ kind, what, refused, case: name }: StepResult): string {
  const place = name === null ? '' : ` in ${name}`;
  if (kind !== 'do') return `${kind} ${what}${place}`;
  return refused === null ? `${what}${place}` : `${what}${place}, refused ${refused}`;
}

/** Where a case stands: `accept`, `economy + visit`, `ended: approved`, `not opened`. */
export function standingTitle({ status, step, outcome }: Standing): string {
  if (status === 'unopened') return 'not opened';
  return status === 'ended' ? `ended: ${outcome}` : step.join(' + ');
}

/** `file:line pointer code: detail`, then the hint. */
export function problemLines({ file, line, pointer, code, detail, hint }: Problem): string[] {
  const place = [file === undefined ? '' : line === undefined ? file : `${file}:${line}`, pointer ?? '']
    .filter((part) => part !== '')
    .join(' ');
  const first = place === '' ? `${code}: ${detail}` : `${place} ${code}: ${detail}`;
  return hint === undefined || hint === '' ? [first] : [first, `  ${hint}`];
}

/** Why a step failed: its place, what was wrong, where the case stood and what could have been done. */
export function failureLines(step: StepResult): string[] {
  const { failure, file, line } = step;
  if (failure === null) return [];
  return [
    `${file}:${line} step ${step.index + 1}: ${stepTitle(step)}`,
    ...failure.problems.flatMap(problemLines).map((text) => `  ${text}`),
    ...diffLines(failure).map((text) => `  ${text}`),
    ...beforeLines(failure).map((text) => `  ${text}`),
  ];
}

/** What was expected and what is, one below the other, where more than a single word differs. */
function diffLines({ differences }: Failure): string[] {
  const short =
    differences.length === 1 && !isLong(differences[0]?.expected) && !isLong(differences[0]?.found);
  if (differences.length === 0 || short) return [];
  return [
    'expected (-) and found (+):',
    ...differences.flatMap(({ path, expected, found }) => [
      `  - ${path}: ${inline(expected)}`,
      `  + ${path}: ${inline(found)}`,
    ]),
  ];
}

const isLong = (value: unknown): boolean => typeof value === 'object' && value !== null;

function beforeLines({ before, offered, differences }: Failure): string[] {
  const clocks = Object.entries(before.clocks).map(
    ([id, { state, due, left }]) => `${id} ${state}${due === undefined ? '' : ` due ${due}`}, ${left} left`,
  );
  return [
    `before: ${standingTitle(before)} at ${shortTime(before.now)}`,
    ...(before.tasks.length === 0 ? [] : [`tasks: ${before.tasks.map(inline).join(', ')}`]),
    ...(clocks.length === 0 ? [] : [`clocks: ${clocks.join('; ')}`]),
    // Beside an expectation, only who had something to choose in a step is of interest.
    ...Object.entries(offered).flatMap(([actor, offers]) =>
      offerLines(actor, differences.length === 0 ? offers : offers.filter(({ step }) => step !== undefined)),
    ),
  ];
}

function offerLines(actor: string, offers: Failure['offered'][string]): string[] {
  const may = offers.filter((offer) => offer.may).map((offer) => offer.do);
  const not = offers
    .filter((offer) => !offer.may)
    .map(({ do: id, problem }) => `${id} (${problem?.code ?? 'no'})`);
  if (may.length + not.length === 0) return [];
  return [
    `${actor} may: ${may.length === 0 ? 'nothing' : may.join(', ')}`,
    ...(not.length === 0 ? [] : [`${actor} may not: ${not.join(', ')}`]),
  ];
}

/** Everything that is wrong with a result; nothing when it passed. */
export function resultLines(result: ScenarioResult): string[] {
  return [...result.problems.flatMap(problemLines), ...result.steps.flatMap(failureLines)];
}
