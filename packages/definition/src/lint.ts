/** Finding what would go wrong: beyond what `parse` refuses, with examples that were computed and repairs. */
import { checkClocks } from './lint/checks/clocks.ts';
import { checkConditions } from './lint/checks/conditions.ts';
import { checkFilled } from './lint/checks/filled.ts';
import { checkLoops } from './lint/checks/loops.ts';
import { checkParameters } from './lint/checks/parameters.ts';
import { checkRoles } from './lint/checks/roles.ts';
import { checkSealed } from './lint/checks/sealed.ts';
import { checkShown } from './lint/checks/shown.ts';
import { checkTables } from './lint/checks/tables.ts';
import { checkTitles } from './lint/checks/titles.ts';
import { checkUnused } from './lint/checks/unused.ts';
import { checkWays } from './lint/checks/ways.ts';
import { type Context, contextOf } from './lint/context.ts';
import { type Finding, findingOf } from './lint/finding.ts';
import { applyFix } from './lint/fix/apply.ts';
import { fixOfProblem } from './lint/parse-fixes.ts';
import { pathTo } from './lint/procedures.ts';
import type { Files } from './parse/reading.ts';
import { checked, isSound } from './parse.ts';
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
  checkShown,
  checkUnused,
];

/**
 * Everything that is wrong with a programme, in the order of its files. What `parse` finds comes first; where it finds
 * errors there is nothing else, for what cannot be read has no meaning yet. Never throws.
 *
 * @param files texts of files by path relative to the programme folder
 */
export function lint(files: Files): Finding[] {
  const before = checked(files);
  const { reading, problems } = before;
  const sound = reading !== undefined && isSound(problems);
  const context =
    reading !== undefined && (sound || problems.some(isOnTheWay)) ? contextOf(reading) : undefined;
  const read = problems.map((one) => {
    const fix = fixOfProblem(one, files);
    const example = context && isOnTheWay(one) ? pathToStep(one, context) : undefined;
    return findingOf(one, { ...(example ? { example } : {}), ...(fix ? { fix } : {}) });
  });
  const meant = sound && context ? checks.flatMap((check) => check(context)) : [];
  const found = [...read, ...meant.toSorted(byPlace)];
  const fixable = found.filter(({ fix }) => fix !== undefined).slice(0, mostFixes);
  const works = (one: Finding) => fixable.includes(one) && helps(one, files, before);
  return found.map((one) => (works(one) ? one : withoutFix(one)));
}

/** Faults of reading that show on a path to a step; they are only looked for where all steps and targets are there. */
const isOnTheWay = ({ code }: Problem): boolean =>
  code === 'definition/no-way-out' || code === 'definition/silent-approval';

function pathToStep({ params = {} }: Problem, { procedureOf }: Context): Finding['example'] {
  const step = String(params.step);
  return pathTo(procedureOf(step), step);
}

/** Trying a fix reads the whole programme: whoever has made these may ask again. */
const mostFixes = 30;

function byPlace(one: Finding, other: Finding): number {
  const [a, b] = [one.at, other.at];
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

type Checked = ReturnType<typeof checked>;

/** Whether the files are no worse to read with the fix, and have this fault no more. */
function helps({ fix, ...found }: Finding, files: Files, before: Checked): boolean {
  if (fix === undefined) return false;
  const after = checked(applyFix(files, fix));
  return standing(after) >= standing(before) && !after.problems.some(sameAs(found));
}

/** How far the files can be read: not at all, with errors, without. */
function standing({ reading, problems }: Checked): number {
  return reading === undefined ? 0 : isSound(problems) ? 2 : 1;
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
