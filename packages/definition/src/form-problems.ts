/** From what a compiled validator found to words that tell a person what to do. */
import { localize, type Problem, type ProblemCode, type ProblemLanguage, problem } from './problems.ts';
import { pointerKey, pointerKeys, schemasAt } from './schema-walk.ts';
import type { JsonSchema } from './types.ts';

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
  const plain = errors.filter((error) => !combinators.has(error.keyword));
  const found = new Map<string, Problem>();
  for (const error of plain.length > 0 ? plain : errors) {
    const one = formProblem(error, schema);
    const key = `${one.code} ${one.pointer}`;
    if (!found.has(key)) found.set(key, localize(one, language, texts));
  }
  return [...found.values()];
}

function formProblem(error: AjvError, root: JsonSchema): Problem {
  const [code, params] = reading(error);
  const pointer = error.instancePath + below(error);
  const schemas = schemasAt(root, pointer);
  const first = (key: string) => schemas.map((schema) => schema[key]).find((value) => value !== undefined);
  const last = pointerKeys(pointer)
    .filter((key) => !/^[0-9]+$/.test(key))
    .at(-1);
  const field = first('title') ?? last ?? first('description') ?? '';
  const money = first('x-unit') === 'fen' && typeof params.limit === 'number';
  return problem(
    code,
    {
      field,
      ...params,
      ...(code === 'form/required' ? requiredVariant(first) : {}),
      ...(code === 'form/enum' ? { choices: choices(first, params.choices) } : {}),
      ...(money ? { limit: Number(params.limit) / 100, variant: 'money' } : {}),
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

/** The titles of the choices where the schema writes them as `oneOf: [{ const, title }]`. */
function choices(first: (key: string) => unknown, values: unknown): unknown {
  const labels = first('x-labels');
  if (typeof labels !== 'object' || labels === null || !Array.isArray(values)) return values;
  return values.map((value) => (labels as Record<string, unknown>)[String(value)] ?? value);
}
