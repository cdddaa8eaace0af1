/** What expressions can see, and whether what they read is there. */
import { expand } from '../expand.ts';
import { readFeel } from '../feel/syntax.ts';
import { feelProblem, isBuiltin } from '../feel.ts';
import { givenNames } from '../given-names.ts';
import type { ProblemCode } from '../problems.ts';
import { flatSteps } from '../procedure/flat.ts';
import { below, inPlace, propertyNames } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';
import { tallyNames } from './expressions.ts';
import { limits } from './limits.ts';
import type { Reading } from './reading.ts';
import type { Report } from './report.ts';
import { at } from './source.ts';

/** Functions that read a clock and so make a decision that cannot be repeated. */
const clocks = new Set(['today', 'now']);

/** What steps leave behind for expressions, besides the answers of checks. */
const leaving = ['items', 'selected', 'tallies'] as const;
type Leaving = (typeof leaving)[number];

/** The names that the expressions of a programme can see. */
export class Names {
  readonly forms: Record<string, JsonSchema>;
  readonly parameters: string[];
  readonly checks: string[];
  readonly answers: string[];
  /** What steps of these kinds leave, by their ids, and its parts. */
  readonly left: Record<Leaving, { steps: string[]; parts: readonly string[] }>;
  readonly steps: string[];
  readonly roots: string[];
  /** Names as an example for the reader of expressions: ids of steps may have hyphens. */
  readonly example: Record<string, unknown>;
  readonly #builtins = new Map<string, boolean>();

  constructor({ programme, forms }: Reading) {
    const steps = flatSteps(expand(programme).steps).map(({ step }) => step);
    const checks = steps.filter((step) => step.kind === 'check');
    this.forms = Object.fromEntries(Object.entries(forms).map(([id, { schema }]) => [id, schema]));
    this.parameters = Object.keys(programme.parameters ?? {});
    this.checks = checks.map(({ id }) => id);
    this.answers = checks.filter(({ connector }) => connector !== undefined).map(({ id }) => id);
    this.steps = steps.map(({ id }) => id);
    const idsOf = (kind: string) => steps.filter((step) => step.kind === kind).map(({ id }) => id);
    this.left = {
      items: { steps: idsOf('each'), parts: [] },
      selected: { steps: idsOf('select'), parts: ['chosen', 'reserve', 'rest'] },
      tallies: { steps: idsOf('vote'), parts: [...tallyNames, 'quorum', 'passed'] },
    };
    this.roots = [
      ...Object.keys(programme.forms ?? {}),
      ...['case', 'checks', 'answers', 'parameters', 'today', 'reasons'],
      ...leaving.filter((root) => this.left[root].steps.length > 0),
    ];
    const example = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, {}]));
    this.example = {
      checks: example(this.checks),
      answers: example(this.answers),
      ...Object.fromEntries(leaving.map((root) => [root, example(this.left[root].steps)])),
      case: { rounds: example(this.steps), outcomes: example(this.steps) },
    };
  }

  isBuiltin(name: string): boolean {
    const known = this.#builtins.get(name) ?? isBuiltin(name);
    this.#builtins.set(name, known);
    return known;
  }
}

export interface ExpressionPlace {
  text: string;
  pointer: string;
  kind?: 'expression' | 'test';
  /** Names that are visible here besides those of the programme. */
  locals?: readonly string[];
  /** The only names that are visible here. */
  only?: readonly string[];
  /** Codes for what is not there, where they are others than for expressions in general. */
  fieldCode?: ProblemCode;
  nameCode?: ProblemCode;
  params?: Record<string, unknown>;
}

/** Checks one expression: its syntax, that it reads no clock, and that what it reads is there. */
export function checkExpression(place: ExpressionPlace, names: Names, report: Report): void {
  const { text, pointer, kind = 'expression' } = place;
  const { fault, references, turns } = readFeel(text, kind, names.example);
  if (fault !== undefined) {
    report.problems.push(feelProblem(text, fault.offset, fault.near, at(report.source, pointer)));
  }
  if (turns > limits.turns) {
    const params = { key: text, found: turns, limit: limits.turns, variant: 'range' };
    report.add('definition/too-large', pointer, params);
  }
  for (const { path, called, filtered } of references) {
    if (called) {
      checkCall(path, place, names, report);
      continue;
    }
    // In a filter a bare name may be a property of what is filtered.
    const found = filtered && path.length === 1 ? undefined : missing(path, place, names);
    if (found === undefined) continue;
    const params = { id: found.word, expression: text, name: path.join('.'), ...place.params };
    report.addNear(found.code, pointer, found.word, found.known, params);
  }
}

function checkCall(
  path: readonly string[],
  { text, pointer, locals = [] }: ExpressionPlace,
  names: Names,
  report: Report,
): void {
  const functions: readonly string[] = givenNames.functions;
  const [name = ''] = path;
  if (path.length > 1) return;
  if (clocks.has(name)) report.add('definition/feel-clock', pointer, { function: name });
  else if (!functions.includes(name) && !locals.includes(name) && !names.isBuiltin(name)) {
    report.addNear('definition/unknown-name', pointer, name, functions, { expression: text, name });
  }
}

/** A part of a path that is not there, and what is there instead. */
interface Missing {
  code: ProblemCode;
  word: string;
  known: readonly string[];
}

function missing(path: readonly string[], place: ExpressionPlace, names: Names): Missing | undefined {
  const [root = '', second, third] = path;
  const { locals = [], only, fieldCode = 'definition/unknown-field' } = place;
  const among: Among = (code, word, known) =>
    word === undefined || known.includes(word) ? undefined : { code, word, known };
  if (locals.includes(root)) return undefined;
  if (only !== undefined && root !== 'parameters') {
    return among('definition/unknown-name', root, only);
  }
  const schema = Object.hasOwn(names.forms, root) ? names.forms[root] : undefined;
  if (schema !== undefined) return missingField(path.slice(1), schema, fieldCode);
  switch (root) {
    case 'parameters':
      return among('definition/unknown-parameter', second, names.parameters);
    case 'checks':
      return among('definition/unknown-check', second, names.checks);
    case 'answers':
      return among('definition/unknown-check', second, names.answers);
    case 'items':
    case 'selected':
    case 'tallies':
      return missingLeft(among, path, names);
    case 'case':
      return second === 'rounds' || second === 'outcomes'
        ? among('definition/unknown-step', third, names.steps)
        : among(place.nameCode ?? 'definition/unknown-name', second, givenNames.case);
    default:
      return among(place.nameCode ?? 'definition/unknown-name', root, only ?? [...names.roots, ...locals]);
  }
}

type Among = (code: ProblemCode, word: string | undefined, known: readonly string[]) => Missing | undefined;

function missingLeft(
  among: Among,
  [root, step, part]: readonly string[],
  { left }: Names,
): Missing | undefined {
  const { steps, parts } = left[root as Leaving];
  return (
    among('definition/unknown-step', step, steps) ??
    (parts.length === 0 ? undefined : among('definition/unknown-name', part, parts))
  );
}

/** Follows a path through the schema of a form, through lists, too: `members.name`. */
function missingField(path: readonly string[], root: JsonSchema, code: ProblemCode): Missing | undefined {
  let schemas = inPlace(root, root);
  for (const word of path) {
    const items = below(schemas, '*', root);
    if (items.length > 0) schemas = items;
    const next = below(schemas, word, root);
    if (next.length === 0) {
      // An open object may have anything, and FEEL itself gives dates and lists parts of their own.
      const closed = schemas.some(({ additionalProperties }) => additionalProperties === false);
      return closed ? { code, word, known: propertyNames(schemas) } : undefined;
    }
    schemas = next;
  }
  return undefined;
}
