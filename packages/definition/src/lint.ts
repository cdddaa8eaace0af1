/** Finding what would go wrong: beyond what `parse` refuses, with examples that were computed and repairs. */
import { checkClocks } from './lint/checks/clocks.ts';
import { checkConditions } from './lint/checks/conditions.ts';
import { checkFilled } from './lint/checks/filled.ts';
import { checkLoops } from './lint/checks/loops.ts';
import { checkParameters } from './lint/checks/parameters.ts';
import { checkRoles } from './lint/checks/roles.ts';
import { checkSealed } from './lint/checks/sealed.ts';
import { checkTables } from './lint/checks/tables.ts';
import { checkTitles } from './lint/checks/titles.ts';
import { checkUnused } from './lint/checks/unused.ts';
import { checkWays } from './lint/checks/ways.ts';
import { type Context, contextOf } from './lint/context.ts';
import { type Finding, findingOf } from './lint/finding.ts';
import { applyFix } from './lint/fix/apply.ts';
import { fixOfProblem } from './lint/parse-fixes.ts';
import type { Files, Reading } from './parse/reading.ts';
import { checked } from './parse.ts';
import type { Problem } from './problems.ts';

export type { Example, Finding, InputExample, PathExample, PathStep } from './lint/finding.ts';
export { applyFix } from './lint/fix/apply.ts';
export type { Change, Edit, Fix, LineEdit, PlacedEdit } from './lint/fix/edit.ts';

const checks: readonly ((context: Context) => Finding[])[] = [
  checkWays,
  checkLoops,
  checkClocks,
  checkConditions,
  checkRoles,
  checkFilled,
  checkTables,
  checkSealed,
  checkParameters,
  checkTitles,
  checkUnused,
];

/**
 * Everything that is wrong with a programme, in the order of its files. What `parse` finds comes first; where it finds
 * errors there is nothing else, for what cannot be read has no meaning yet. Never throws.
 *
 * @param files texts of files by path relative to the programme folder
 */
export function lint(files: Files): Finding[] {
  const { reading, problems } = checked(files);
  const read = problems.map((one) => {
    const fix = fixOfProblem(one, files);
    return findingOf(one, fix ? { fix } : {});
  });
  const meant = reading === undefined ? [] : meaning(reading);
  const found = [...read, ...meant.toSorted(byPlace)];
  const fixable = found.filter(({ fix }) => fix !== undefined).slice(0, mostFixes);
  const works = (one: Finding) => fixable.includes(one) && helps(one, files, reading !== undefined);
  return found.map((one) => (works(one) ? one : withoutFix(one)));
}

/** Trying a fix reads the whole programme: whoever has made these may ask again. */
const mostFixes = 30;

/** What is wrong although it can be read. */
function meaning(reading: Reading): Finding[] {
  const context = contextOf(reading);
  return checks.flatMap((check) => check(context));
}

function byPlace(one: Finding, other: Finding): number {
  const [a, b] = [one.at, other.at];
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

/** Whether the files can be read with the fix, or could not before, and have this fault no more. */
function helps({ fix, ...found }: Finding, files: Files, sound: boolean): boolean {
  if (fix === undefined) return false;
  const { reading, problems } = checked(applyFix(files, fix));
  return (reading !== undefined || !sound) && !problems.some(sameAs(found));
}

function withoutFix({ fix: _, ...found }: Finding): Finding {
  return found;
}

/** Of several words that are wrong in one expression each is a fault of its own. */
const sameAs =
  ({ code, at, params }: Pick<Finding, 'code' | 'at' | 'params'>) =>
  (other: Problem): boolean =>
    code === other.code &&
    other.file === at.file &&
    (other.pointer ?? '') === at.pointer &&
    (other.pointer !== undefined || other.line === at.line) &&
    ['id', 'name'].every((key) => other.params?.[key] === params[key]);
