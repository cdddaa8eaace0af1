import type { Json, JsonObject, JsonSchema } from '../types.ts';
import { hasContent, isObject, sameJson } from './pointer.ts';
import { choicesOf, type SchemaReader } from './schema.ts';
import type { Satisfies } from './shape.ts';

/** A choice between shapes of one object: `oneOf` or `anyOf` of objects with properties. */
export interface Union {
  readonly title: string | undefined;
  readonly alternatives: readonly JsonSchema[];
  /** Every property of any alternative. */
  readonly names: ReadonlySet<string>;
  /** A property beside the alternatives whose value decides between them. */
  readonly by: string | undefined;
  /** What each alternative is called, where the schema says so. */
  readonly titles: readonly (string | undefined)[];
  /** The properties of an alternative that have but one value. */
  constants(alternative: JsonSchema): JsonObject;
}

const known = new WeakMap<JsonSchema, Union | null>();

/** The choice between shapes that `flat` holds. One object has one, however often it is asked. */
export function unionOf(reader: SchemaReader, flat: JsonSchema): Union | undefined {
  const listed = flat.oneOf ?? flat.anyOf;
  if (listed === undefined) return undefined;
  const found = known.get(flat) ?? make(reader, flat, listed) ?? null;
  known.set(flat, found);
  return found ?? undefined;
}

function make(
  reader: SchemaReader,
  flat: JsonSchema,
  listed: readonly (JsonSchema | boolean)[],
): Union | undefined {
  const alternatives = listed.map((part) => reader.flatten(part));
  const isShape = (part: JsonSchema) => part.properties !== undefined || part.type === 'object';
  if (alternatives.length < 2 || !alternatives.every(isShape)) return undefined;
  const propertiesOf = (part: JsonSchema) => Object.entries(part.properties ?? {});
  const names = new Set(alternatives.flatMap((part) => propertiesOf(part).map(([name]) => name)));
  if (names.size === 0) return undefined;
  const inner = (part: JsonSchema, name: string) => reader.flatten(part.properties?.[name]);
  const constants = (part: JsonSchema): JsonObject =>
    Object.fromEntries(
      propertiesOf(part).flatMap(([name]) => {
        const { const: value } = inner(part, name);
        return value === undefined || value === true ? [] : [[name, value]];
      }),
    );
  const decides = (name: string) =>
    alternatives.every((part) => {
      const { const: value, enum: values } = inner(part, name);
      return value !== undefined || values !== undefined;
    });
  const by = Object.keys(flat.properties ?? {}).find(decides);
  const tag = [...names].find(decides);
  return {
    title: flat.type === undefined && flat.properties === undefined ? flat.title : undefined,
    alternatives,
    names,
    by,
    constants,
    titles: alternatives.map(
      (part) => part.title ?? (tag === undefined ? undefined : tagTitle(inner(part, tag))),
    ),
  };
}

const tagTitle = (schema: JsonSchema): string | undefined =>
  schema.title ?? (schema.const === undefined ? choicesOf(schema)[0]?.title : String(schema.const));

/** Which alternative a deciding property names. */
export function decided({ alternatives, by }: Union, data: Json, satisfies: Satisfies): number | undefined {
  if (by === undefined || !isObject(data) || data[by] === undefined) return undefined;
  const value = data[by] as Json;
  const at = alternatives.findIndex((part) => satisfies(part.properties?.[by] ?? true, value));
  return at < 0 ? undefined : at;
}

/** Which alternative data that came from elsewhere is of: the one it satisfies, else the one it is most like. */
export function recognised(union: Union, data: Json, satisfies: Satisfies): number | undefined {
  const { alternatives, names } = union;
  if (!isObject(data)) return undefined;
  const there = [...names].filter((name) => hasContent(data[name]));
  if (there.length === 0) return undefined;
  const right = alternatives.findIndex((part) => satisfies(part, data));
  if (right >= 0) return right;
  const likeness = alternatives.map((part) => {
    const constants = Object.entries(union.constants(part));
    const score = constants.map(([name, value]) =>
      data[name] === undefined ? 0 : sameJson(data[name], value) ? 100 : -100,
    );
    const own = there.filter((name) => part.properties?.[name] !== undefined).length;
    return score.reduce((sum, one) => sum + one, own);
  });
  const most = Math.max(...likeness);
  return most > 0 ? likeness.indexOf(most) : undefined;
}
