/** Fields of form data that the form's schema does not have. */
import type { JsonSchema } from '@aidflow/definition';

export interface UnknownField {
  property: string;
  /** JSON pointer into the data. */
  pointer: string;
  /** Fields that are there instead. */
  known: string[];
}

/** Walks `data` along `schema`. A place whose schema lists no properties takes anything. */
export function unknownFields(schema: JsonSchema, data: unknown): UnknownField[] {
  return walk([schema], data, '', schema);
}

function walk(
  schemas: readonly JsonSchema[],
  data: unknown,
  pointer: string,
  root: JsonSchema,
): UnknownField[] {
  const here = schemas.flatMap((schema) => parts(schema, root));
  if (Array.isArray(data)) {
    const items = here.flatMap(({ items }) => (isObject(items) ? [items] : []));
    return data.flatMap((entry, index) => walk(items, entry, `${pointer}/${index}`, root));
  }
  if (!isObject(data)) return [];
  const properties = here.flatMap(({ properties }) => (isObject(properties) ? [properties] : []));
  const open = here.some(({ patternProperties }) => patternProperties !== undefined);
  if (properties.length === 0 || open) return [];
  return Object.entries(data).flatMap(([property, value]) => {
    const inner = properties.flatMap((all) => {
      const found = Object.hasOwn(all, property) ? all[property] : undefined;
      return isObject(found) ? [found] : found === undefined ? [] : [{}];
    });
    const at = `${pointer}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (inner.length > 0) return walk(inner, value, at, root);
    return [{ property, pointer: at, known: [...new Set(properties.flatMap(Object.keys))] }];
  });
}

/** A schema with all that it brings in: references, and the parts of conditions and combinations. */
function parts(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema[] {
  if (depth > 8) return [];
  const { $ref, allOf, anyOf, oneOf, then, else: otherwise } = schema;
  const inner = [allOf, anyOf, oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const target = typeof $ref === 'string' ? resolve(root, $ref) : undefined;
  return [
    schema,
    ...[target, then, otherwise, ...inner].filter(isObject).flatMap((part) => parts(part, root, depth + 1)),
  ];
}

function resolve(root: JsonSchema, ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), root);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
