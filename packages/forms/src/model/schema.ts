import type { Json, JsonSchema } from '../types.ts';
import { isObject, parsePointer } from './pointer.ts';

/** A schema or layout that no form can be made of: the mistake of whoever wrote it, not of who fills it in. */
export class FormFault extends Error {
  readonly code: string;
  readonly pointer: string;

  constructor(code: string, message: string, pointer = '') {
    super(message);
    this.code = code;
    this.pointer = pointer;
  }
}

const isSchema = (value: unknown): value is JsonSchema => isObject(value);

/** Follows references and joins what is said about one place in several places of a schema document. */
export class SchemaReader {
  readonly root: JsonSchema;
  #flat = new WeakMap<JsonSchema, JsonSchema>();

  constructor(root: JsonSchema) {
    this.root = root;
  }

  /** The schema that `$ref` names; only references inside the document. */
  target(ref: string): JsonSchema | boolean {
    if (ref !== '#' && !ref.startsWith('#/')) {
      throw new FormFault(
        'form/schema',
        `The schema refers to ${ref}: only references inside it work (#/...).`,
      );
    }
    let here: unknown = this.root;
    for (const key of parsePointer(decodeURIComponent(ref.slice(1)))) {
      here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[key] : undefined;
    }
    if (!isSchema(here) && typeof here !== 'boolean') {
      throw new FormFault('form/schema', `The schema refers to ${ref}, which it does not have.`);
    }
    return here;
  }

  /** `schema` with its references and unconditional `allOf` parts merged in; what stands nearest wins. */
  flatten(schema: JsonSchema | boolean | undefined, depth = 0): JsonSchema {
    if (!isSchema(schema)) return {};
    if (schema.$ref === undefined && schema.allOf === undefined) return schema;
    const known = this.#flat.get(schema);
    if (known !== undefined) return known;
    if (depth > 32)
      throw new FormFault('form/schema', `The schema refers to itself without end: ${schema.$ref}.`);
    const { $ref, allOf = [], ...own } = schema;
    const parts = $ref === undefined ? allOf : [this.target($ref), ...allOf];
    let flat: JsonSchema = {};
    const conditional: JsonSchema[] = [];
    for (const part of parts) {
      const inner = this.flatten(part, depth + 1);
      if (inner.if === undefined) flat = join(flat, inner);
      else conditional.push(inner);
    }
    flat = join(flat, own as JsonSchema);
    if (conditional.length > 0) flat = { ...flat, allOf: [...(flat.allOf ?? []), ...conditional] };
    this.#flat.set(schema, flat);
    return flat;
  }
}

function join(base: JsonSchema, over: JsonSchema): JsonSchema {
  const joined: Record<string, unknown> = { ...base, ...over };
  if (base.properties && over.properties) joined.properties = { ...base.properties, ...over.properties };
  if (base.required && over.required) joined.required = [...new Set([...base.required, ...over.required])];
  if (base.allOf && over.allOf) joined.allOf = [...base.allOf, ...over.allOf];
  return joined as JsonSchema;
}

/** The JSON type a schema is about, `null` aside. */
export function typeOf(schema: JsonSchema): string {
  const named = Array.isArray(schema.type)
    ? schema.type.find((type: string) => type !== 'null')
    : schema.type;
  if (typeof named === 'string') return named;
  if (schema.properties !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  const example = schema.const ?? schema.enum?.[0];
  return typeof example === 'object' || example === undefined ? 'string' : typeof example;
}

export interface Choice {
  value: Json;
  title: string;
}

/** The closed list of values of a schema: `oneOf`/`anyOf` of `const` with `title`, or `enum` with `x-labels`. */
export function choicesOf(schema: JsonSchema): Choice[] {
  const listed = schema.oneOf ?? schema.anyOf;
  if (listed?.every((part) => isSchema(part) && part.const !== undefined)) {
    return (listed as readonly JsonSchema[]).map((part) => ({
      value: part.const as Json,
      title: part.title ?? String(part.const),
    }));
  }
  const titles = schema['x-labels'];
  return (schema.enum ?? [])
    .filter((value) => value !== null)
    .map((value) => {
      const title = isObject(titles) ? titles[String(value)] : undefined;
      return { value, title: typeof title === 'string' ? title : String(value) };
    });
}
