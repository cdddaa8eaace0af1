import type { FieldLayout } from '../types.ts';
import type { FormNode } from './form-node.ts';
import type { GroupNode } from './group-node.ts';

/** One thing that a layout places: a node, or what is said where the layout is wrong. */
export type Entry = { readonly node: FormNode; readonly half: boolean } | { readonly wrong: string };

const none: ReadonlyMap<string, FieldLayout> = new Map();

/** The long form of a field in a layout, its pointer with the first slash that layouts may leave out. */
export function fieldLayout(field: string | FieldLayout): FieldLayout {
  const spec = typeof field === 'string' ? { field } : field;
  return spec.field.startsWith('/') ? spec : { ...spec, field: `/${spec.field}` };
}

/** Field layouts by pointer, those inside nested objects with the full pointer. */
export function specMap(
  fields: readonly (string | FieldLayout)[] | undefined,
  prefix = '',
): ReadonlyMap<string, FieldLayout> {
  if (fields === undefined) return none;
  const map = new Map<string, FieldLayout>();
  for (const field of fields.map(fieldLayout)) {
    map.set(prefix + field.field, field);
    for (const [pointer, inner] of specMap(field.fields, prefix + field.field)) map.set(pointer, inner);
  }
  return map;
}

/** What a list of field layouts places inside `group`. */
export function entriesOf(group: GroupNode, fields: readonly (string | FieldLayout)[]): Entry[] {
  return fields.map(fieldLayout).map(({ field, width }) => {
    const node = group.model.find(group, field);
    if (node === undefined || node === group) {
      return { wrong: `The layout names ${field}, which the schema does not have.` };
    }
    for (const inner of node.walk()) inner.placed = true;
    return { node, half: width === 'half' };
  });
}
