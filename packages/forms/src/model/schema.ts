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

/** Keywords that cannot be said twice about one place: a part that says one again stays a part of its own. */
const single = ['oneOf', 'anyOf', 'not', 'contains'] as const;

/** Follows references and joins what is said about one place in several places of a schema document. */
export class SchemaReader {
  readonly root: JsonSchema;
  #flat = new WeakMap<JsonSchema, JsonSchema>();
  #named: Map<string, JsonSchema> | undefined;

  constructor(root: JsonSchema) {
    this.root = root;
  }

  /** The schema that `$ref` or `$dynamicRef` names; only references inside the document. */
  target(ref: string): JsonSchema | boolean {
    this.#named ??= namesIn(this.root);
    const named = this.#named.get(ref);
    if (named !== undefined) return named;
    if (ref !== '#' && !ref.startsWith('#/')) {
      throw new FormFault(
        'form/schema',
        `The schema refers to ${ref}: only references inside it work (#/..., an $anchor or an $id of it).`,
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
    const { $ref, $dynamicRef, allOf, ...own } = schema;
    const bare = withoutNull(own as JsonSchema);
    if ($ref === undefined && $dynamicRef === undefined && allOf === undefined && bare === undefined)
      return schema;
    const known = this.#flat.get(schema);
    if (known !== undefined) return known;
    if (depth > 32) {
      throw new FormFault(
        'form/schema',
        `The schema refers to itself without end: ${$ref ?? $dynamicRef ?? ''}.`,
      );
    }
    const parts = [$ref, $dynamicRef].flatMap((ref) => (ref === undefined ? [] : [this.target(ref)]));
    if (bare !== undefined) parts.push(bare.only);
    parts.push(...(allOf ?? []));
    const rest = bare?.rest ?? (own as JsonSchema);
    let flat: JsonSchema = {};
    const apart: JsonSchema[] = [];
    for (const part of parts) {
      const inner = this.flatten(part, depth + 1);
      const again = single.some(
        (key) => inner[key] !== undefined && (flat[key] !== undefined || rest[key] !== undefined),
      );
      if (inner.if === undefined && !again) flat = join(flat, inner);
      else apart.push(inner);
    }
    flat = join(flat, rest);
    if (apart.length > 0) flat = { ...flat, allOf: [...(flat.allOf ?? []), ...apart] };
    if (bare !== undefined && typeof flat.type === 'string') flat = { ...flat, type: [flat.type, 'null'] };
    this.#flat.set(schema, flat);
    return flat;
  }
}

/** What `$id`, `$anchor` and `$dynamicAnchor` name. Of several dynamic anchors the outermost counts. */
function namesIn(root: JsonSchema): Map<string, JsonSchema> {
  const names = new Map<string, JsonSchema>();
  const add = (name: unknown, schema: JsonSchema, prefix = '') => {
    if (typeof name === 'string' && !names.has(prefix + name)) names.set(prefix + name, schema);
  };
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const inner of value) walk(inner);
    if (!isSchema(value)) return;
    add(value.$id, value);
    add(value.$anchor, value, '#');
    add(value.$dynamicAnchor, value, '#');
    // Among the values of an enum nothing is named, whatever they look like.
    for (const [key, inner] of Object.entries(value))
      if (key !== 'enum' || !Array.isArray(inner)) walk(inner);
  };
  walk(root);
  return names;
}

const isNull = (part: JsonSchema | boolean): boolean =>
  isSchema(part) && (part.type === 'null' || part.const === null);

/** A choice between null and one other thing is that thing, which may stay empty. */
function withoutNull(schema: JsonSchema): { only: JsonSchema | boolean; rest: JsonSchema } | undefined {
  for (const key of ['oneOf', 'anyOf'] as const) {
    const { [key]: listed, ...rest } = schema;
    const others = listed?.filter((part) => !isNull(part)) ?? [];
    if (listed === undefined || others.length === listed.length || others.length === 0) continue;
    const [first] = others;
    const alone = others.length === 1 && isSchema(first) && first.const === undefined;
    return { only: alone ? first : { [key]: others }, rest };
  }
  return undefined;
}

function join(base: JsonSchema, over: JsonSchema): JsonSchema {
  const joined: Record<string, unknown> = { ...base, ...over };
  if (base.properties && over.properties)
    joined.properties = joinProperties(base.properties, over.properties);
  if (base.required && over.required) joined.required = [...new Set([...base.required, ...over.required])];
  if (base.allOf && over.allOf) joined.allOf = [...base.allOf, ...over.allOf];
  if (base.dependentRequired && over.dependentRequired) {
    joined.dependentRequired = { ...base.dependentRequired };
    for (const [name, needed] of Object.entries(over.dependentRequired)) {
      (joined.dependentRequired as Record<string, unknown>)[name] = [
        ...(base.dependentRequired[name] ?? []),
        ...needed,
      ];
    }
  }
  if (base.dependentSchemas && over.dependentSchemas)
    joined.dependentSchemas = joinProperties(base.dependentSchemas, over.dependentSchemas);
  return joined as JsonSchema;
}

type Named = Readonly<Record<string, JsonSchema | boolean>>;

/** What both say about a name holds together. */
function joinProperties(base: Named, over: Named): Named {
  const joined: Record<string, JsonSchema | boolean> = { ...base, ...over };
  for (const [name, inner] of Object.entries(over)) {
    const other = base[name];
    if (isSchema(other) && isSchema(inner) && other !== inner) joined[name] = { allOf: [other, inner] };
    else if (other === false) joined[name] = false;
    else if (isSchema(other)) joined[name] = inner === false ? false : other;
  }
  return joined;
}

/** Whether null is among the values. */
export const isNullable = ({ type, enum: values }: JsonSchema): boolean =>
  (Array.isArray(type) && type.includes('null')) || (values?.includes(null) ?? false);

/** The JSON type a schema is about, `null` aside. */
export function typeOf(schema: JsonSchema): string {
  const named = Array.isArray(schema.type)
    ? schema.type.find((type: string) => type !== 'null')
    : schema.type;
  if (typeof named === 'string') return named;
  if (schema.properties !== undefined) return 'object';
  if (schema.items !== undefined || schema.prefixItems !== undefined) return 'array';
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  const example = schema.const ?? schema.enum?.[0] ?? (isSchema(choice) ? choice.const : undefined);
  if (example === undefined && isSchema(choice) && choice.type !== undefined) return typeOf(choice);
  return typeof example === 'object' || example === undefined ? 'string' : typeof example;
}

export interface Choice {
  value: Json;
  title: string;
}

/** Of one place the choices are asked for several times in a row; those of all places would weigh too much. */
let latest: { schema: JsonSchema; choices: readonly Choice[] } | undefined;

/** The closed list of values of a schema: `const`, `oneOf`/`anyOf` of `const` or `enum` with `title`, or `enum` with `x-labels`. */
export function choicesOf(schema: JsonSchema): readonly Choice[] {
  // The items of a list may be `false`.
  if (!isSchema(schema)) return [];
  if (latest?.schema !== schema) latest = { schema, choices: listChoices(schema) };
  return latest.choices;
}

function listChoices(schema: JsonSchema): readonly Choice[] {
  const listed = schema.oneOf ?? schema.anyOf;
  if (listed?.every((part) => isSchema(part) && (part.const !== undefined || part.enum !== undefined))) {
    return (listed as readonly JsonSchema[]).flatMap((part) =>
      part.const === undefined
        ? choicesOf(part)
        : [{ value: part.const as Json, title: part.title ?? String(part.const) }],
    );
  }
  const titles = schema['x-labels'];
  const { const: only } = schema;
  return (only === undefined || only === true ? (schema.enum ?? []) : [only])
    .filter((value) => value !== null)
    .map((value) => {
      const title = isObject(titles) ? titles[String(value)] : undefined;
      return { value, title: typeof title === 'string' ? title : String(value) };
    });
}
