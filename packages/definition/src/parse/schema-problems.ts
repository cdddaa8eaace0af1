/** From what the schemas of the language find wrong to problems with a line and the nearest right word. */
import type { AjvError } from '../form-problems.ts';
import type { Term } from '../problems/terms.ts';
import { type Problem, type ProblemCode, problem } from '../problems.ts';
import { pointerKey, pointerKeys } from '../schema-walk.ts';
import type { JsonSchema, Validate } from '../types.ts';
import { limits } from './limits.ts';
import { nearest } from './nearest.ts';
import { at, type Source } from './source.ts';

/** What verbose validators add to an error. */
interface VerboseError extends AjvError {
  data?: unknown;
  parentSchema?: JsonSchema;
  /** Set where the error is about the name of a property. */
  propertyName?: string;
}

/** Checks a file against the schema of its kind. */
export function schemaProblems(source: Source, validate: Validate): Problem[] {
  if (validate(source.value)) return [];
  const found = new Map<string, Problem>();
  for (const error of (validate.errors ?? []) as VerboseError[]) {
    const one = schemaProblem(error, source);
    // The schema of schemas looks at one place from several sides.
    if (one !== undefined) found.set(`${one.code} ${one.pointer}`, one);
  }
  return [...found.values()].slice(0, limits.problems);
}

function schemaProblem(error: VerboseError, source: Source): Problem | undefined {
  // The names of properties are told by `propertyNames`, the branches of a choice by `anyOf` itself.
  if (error.propertyName !== undefined || error.schemaPath.includes('/anyOf/')) return undefined;
  const found = reading(error);
  if (found === undefined) return undefined;
  const { code, params = {}, below } = found;
  const pointer = error.instancePath + (below === undefined ? '' : pointerKey(below));
  const key = below ?? pointerKeys(error.instancePath).at(-1) ?? source.file;
  return problem(code, { key, ...params }, at(source, pointer));
}

interface Reading {
  code: ProblemCode;
  params?: Record<string, unknown>;
  /** The key below the place of the error that it is about. */
  below?: string;
}

function reading(error: VerboseError): Reading | undefined {
  const { keyword, params, data, parentSchema = {} } = error;
  switch (keyword) {
    case 'required':
      return { code: 'definition/missing-key', below: String(params.missingProperty) };
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), Object.keys(parentSchema.properties ?? {}));
    case 'propertyNames': {
      const name = String(params.propertyName);
      const { pattern } = parentSchema.propertyNames as { pattern: string };
      return { code: 'definition/bad-name', params: { name, pattern }, below: name };
    }
    case 'enum':
      return unknownValue(data, params.allowedValues);
    case 'const':
      return params.allowedValue === 1 && error.instancePath === '/aidflow'
        ? { code: 'definition/language-version', params: { found: data, known: 1 } }
        : unknownValue(data, [params.allowedValue]);
    case 'discriminator':
      return params.error === 'mapping'
        ? { ...unknownValue(params.tagValue, parentSchema['x-known']), below: String(params.tag) }
        : undefined;
    case 'type':
      return wrongType(data, params.type);
    case 'not':
      return noBranch(data, parentSchema);
    case 'anyOf':
      return { code: 'definition/which', params: { keys: requiredKeys(parentSchema.anyOf) } };
    case 'if':
      return undefined;
    case 'maxItems':
    case 'maxProperties':
      return { code: 'definition/too-large', params: { found: sizeOf(data), limit: params.limit } };
    case 'maxLength':
      return {
        code: 'definition/too-large',
        params: { found: String(data).length, limit: params.limit, variant: 'text' },
      };
    case 'pattern':
      return isName(parentSchema)
        ? { code: 'definition/bad-name', params: { name: data, pattern: params.pattern } }
        : value(data, parentSchema);
    default:
      return value(data, parentSchema);
  }
}

function unknownKey(key: string, known: string[]): Reading {
  const near = nearest(key, known);
  const variant = near === undefined ? {} : { nearest: near, variant: 'nearest' };
  return { code: 'definition/unknown-key', params: { known, ...variant }, below: key };
}

function unknownValue(found: unknown, allowed: unknown): Reading {
  const known = Array.isArray(allowed) ? allowed.map(String) : [];
  const near = nearest(String(found), known);
  const variant = near === undefined ? {} : { nearest: near, variant: 'nearest' };
  return { code: 'definition/unknown-value', params: { value: found, known, ...variant } };
}

function wrongType(data: unknown, expected: unknown): Reading {
  const types = Array.isArray(expected) ? expected : [expected];
  // YAML reads 2026.1, true and 620821 without quotes as what they look like.
  const quotes = types.includes('string') && ['number', 'boolean'].includes(typeof data);
  return {
    code: 'definition/wrong-type',
    params: {
      found: termOf(data),
      expected: types.map(termOfType),
      ...(quotes ? { value: data, variant: 'quotes' } : {}),
    },
  };
}

/** No branch of a choice: either the key that tells them apart is missing or misspelt, or the type fits none. */
function noBranch(data: unknown, parent: JsonSchema): Reading {
  const keys = parent['x-known'] as string[];
  const types = [...new Set(parent['x-types'] as string[])];
  if (keys.length === 0 || typeof data !== 'object' || data === null || Array.isArray(data)) {
    return wrongType(data, types);
  }
  for (const key of Object.keys(data)) {
    if (nearest(key, keys) !== undefined) return unknownKey(key, keys);
  }
  return { code: 'definition/which', params: { keys } };
}

const value = (data: unknown, { description = '' }: JsonSchema): Reading => ({
  code: 'definition/value',
  params: { value: data, description },
});

const isName = ({ pattern }: JsonSchema): boolean =>
  typeof pattern === 'string' && /^\^\[a-z\]\[[A-Za-z0-9-]+\]\{0,63\}\$$/.test(pattern);

const requiredKeys = (branches: unknown): string[] =>
  Array.isArray(branches) ? branches.map((branch) => branch.required?.[0]) : [];

const sizeOf = (data: unknown): number => Object.keys(data ?? {}).length;

function termOf(data: unknown): Term {
  if (data === null || data === undefined) return { term: 'nothing' };
  if (Array.isArray(data)) return { term: 'list' };
  return termOfType(typeof data);
}

function termOfType(type: unknown): Term {
  switch (type) {
    case 'string':
      return { term: 'text' };
    case 'number':
    case 'integer':
    case 'boolean':
      return { term: type };
    case 'array':
      return { term: 'list' };
    case 'object':
      return { term: 'map' };
    default:
      return { term: 'nothing' };
  }
}
