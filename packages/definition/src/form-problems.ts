/** From what a compiled validator found to words that tell a person what to do. */
import { evaluate, type Json } from './feel.ts';
import { brokenRules } from './form-rules.ts';
import { localize, type Problem, type ProblemCode, type ProblemLanguage, problem } from './problems.ts';
import { pointerKey, pointerKeys, schemasAt } from './schema-walk.ts';
import type { JsonSchema, Layout } from './types.ts';

/** One error as Ajv's compiled validators report it. */
export interface AjvError {
  /** JSON Pointer into the data. */
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}

/** Keywords that only say that something below them failed, or that a condition did not hold. */
const combinators = new Set(['if', 'allOf', 'anyOf', 'oneOf', 'dependentSchemas', 'propertyNames']);

/**
 * The errors of a form's validator as problems `form/...`, one for each place and kind, in the order of the errors.
 * `pointer` leads into the data; `required` points at the missing entry itself.
 *
 * @param schema the form's schema; field names come from its titles
 * @param language of the words; English when left out
 * @param texts translations of the schema's titles
 */
export function formProblems(
  errors: readonly AjvError[],
  schema: JsonSchema,
  language: ProblemLanguage = 'en',
  texts: Record<string, string> = {},
): Problem[] {
  const choices = new Set(
    errors.filter((error) => isChoice(error, schema)).map((error) => error.instancePath),
  );
  const plain = errors.filter((error) => speaks(error, choices));
  const found = new Map<string, Problem>();
  for (const error of plain.length > 0 ? plain : errors) {
    const one = formProblem(error, schema, choices.has(error.instancePath));
    const key = `${one.code} ${one.pointer}`;
    if (!found.has(key)) found.set(key, localize(one, language, texts));
  }
  return [...found.values()];
}

/**
 * The rules between answers that a layout has and `data` breaks, as problems `form/rule` at each field concerned, in
 * the words of the layout.
 */
export function ruleProblems(layout: Layout | null, data: Record<string, Json>): Problem[] {
  if (layout === null || !hasRules(layout)) return [];
  return brokenRules(layout, data, (expression, scope) => evaluate(expression, scope).value).flatMap(
    ({ at, say }) => at.map((pointer) => problem('form/rule', { say, variant: 'said' }, { pointer })),
  );
}

/** Most layouts have no rule, and are asked with every form that comes in. */
function hasRules(layout: Layout): boolean {
  let found = ruled.get(layout);
  if (found === undefined) {
    found = JSON.stringify(layout).includes('"must":');
    ruled.set(layout, found);
  }
  return found;
}

const ruled = new WeakMap<Layout, boolean>();

/** Values with titles are written as `oneOf: [{ const, title }]`. */
function isChoice({ keyword, instancePath }: AjvError, root: JsonSchema): boolean {
  return (
    (keyword === 'oneOf' || keyword === 'anyOf') &&
    schemasAt(root, instancePath).some((schema) => titledValues(schema[keyword]) !== undefined)
  );
}

/** Whether an error says something by itself: of a choice only that it was not made, of null nothing. */
function speaks(
  { keyword, instancePath, schemaPath, params }: AjvError,
  choices: ReadonlySet<string>,
): boolean {
  const inBranch = /\/(?:oneOf|anyOf)\//.test(schemaPath);
  if (choices.has(instancePath)) return !inBranch;
  return !combinators.has(keyword) && !(inBranch && params.type === 'null');
}

function formProblem(error: AjvError, root: JsonSchema, isChoice: boolean): Problem {
  const chosen = isChoice && (error.keyword === 'oneOf' || error.keyword === 'anyOf');
  const [code, params] = chosen ? (['form/enum', {}] as const) : reading(error);
  const pointer = error.instancePath + below(error);
  const schemas = schemasAt(root, pointer);
  const first = (key: string) => schemas.map((schema) => schema[key]).find((value) => value !== undefined);
  const last = pointerKeys(pointer)
    .filter((key) => !/^[0-9]+$/.test(key))
    .at(-1);
  const field = first('title') ?? last ?? first('description') ?? '';
  const limit = 'limit' in params ? params.limit : undefined;
  const money =
    first('x-widget') === 'money' && typeof limit === 'number'
      ? { limit: limit / 100, variant: 'money' }
      : {};
  return problem(
    code,
    {
      field,
      ...params,
      ...(code === 'form/required' ? requiredVariant(first) : {}),
      ...(code === 'form/enum'
        ? { choices: choicesOf(schemas, 'choices' in params ? params.choices : undefined) }
        : {}),
      ...money,
    },
    { pointer },
  );
}

/** The part of the pointer that the error names apart from where it was found. */
function below({ keyword, params }: AjvError): string {
  const key = { required: params.missingProperty, dependentRequired: params.missingProperty }[keyword];
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  return typeof key === 'string' ? pointerKey(key) : typeof extra === 'string' ? pointerKey(extra) : '';
}

function reading({ keyword, params }: AjvError): [ProblemCode, Record<string, unknown>] {
  const { limit } = params;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return ['form/required', {}];
    case 'type':
      return ['form/type', { variant: typeVariant(params.type) }];
    case 'format':
      return ['form/format', { variant: params.format }];
    case 'pattern':
      return ['form/pattern', {}];
    case 'enum':
      return ['form/enum', { choices: params.allowedValues }];
    case 'const':
      return ['form/const', {}];
    case 'minimum':
      return ['form/minimum', { limit }];
    case 'exclusiveMinimum':
      return ['form/minimum', { limit, variant: 'exclusive' }];
    case 'maximum':
      return ['form/maximum', { limit }];
    case 'exclusiveMaximum':
      return ['form/maximum', { limit, variant: 'exclusive' }];
    case 'multipleOf':
      return ['form/multiple', { limit: params.multipleOf }];
    // An empty text where one character at least is asked for was simply not filled in.
    case 'minLength':
      return limit === 1 ? ['form/required', {}] : ['form/min-length', { limit }];
    case 'maxLength':
      return ['form/max-length', { limit }];
    case 'minItems':
      return ['form/min-items', { limit }];
    case 'maxItems':
      return ['form/max-items', { limit }];
    case 'contains':
      return ['form/min-items', { limit: params.minContains ?? 1 }];
    case 'uniqueItems':
      return ['form/unique', {}];
    case 'additionalProperties':
      return ['form/unknown-field', { property: params.additionalProperty }];
    case 'unevaluatedProperties':
      return ['form/unknown-field', { property: params.unevaluatedProperty }];
    default:
      return ['form/rule', {}];
  }
}

const typeVariant = (type: unknown): unknown =>
  Array.isArray(type) ? type.find((one) => one !== 'null') : type;

function requiredVariant(first: (key: string) => unknown): Record<string, unknown> {
  if (first('type') === 'array') return { variant: 'list' };
  return first('enum') !== undefined || first('oneOf') !== undefined || first('type') === 'boolean'
    ? { variant: 'choice' }
    : {};
}

/** The titles of the values that can be chosen; the values themselves where they have none. */
function choicesOf(schemas: readonly JsonSchema[], values: unknown): unknown {
  for (const { oneOf, anyOf, 'x-enum-titles': titles } of schemas) {
    const titled = titledValues(oneOf) ?? titledValues(anyOf);
    if (titled !== undefined) return titled.map(({ title, const: value }) => title ?? value);
    if (Array.isArray(titles)) return titles;
  }
  return values ?? [];
}

function titledValues(parts: unknown): JsonSchema[] | undefined {
  const titled = Array.isArray(parts) && parts.every((part) => typeof part === 'object' && 'const' in part);
  return titled && parts.length > 0 ? parts : undefined;
}
