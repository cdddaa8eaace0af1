import type { FieldLayout } from '../types.ts';
import type { FormNode } from './form-node.ts';
import { GroupNode } from './group-node.ts';
import { pointerStep } from './pointer.ts';
import type { Union } from './union.ts';

/** One thing that a layout places: a node, a choice between shapes of an object, or what is said where the layout is wrong. */
export type Entry =
  | PlacedNode
  | { readonly group: GroupNode; readonly union: Union }
  | { readonly wrong: string };

/** A node that the layout places. It may be another one later, when the place is drawn in another way. */
export class PlacedNode {
  readonly half: boolean;
  readonly #group: GroupNode;
  readonly #first: FormNode;

  constructor(group: GroupNode, first: FormNode, half: boolean) {
    this.#group = group;
    this.#first = first;
    this.half = half;
  }

  get node(): FormNode {
    let pointer = '';
    for (let here: FormNode | null = this.#first; here !== null && here !== this.#group; here = here.parent)
      pointer = pointerStep(here.key) + pointer;
    return this.#group.model.find(this.#group, pointer) ?? this.#first;
  }
}

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

/** What a list of field layouts places inside `group`: a choice between shapes stands before what depends on it. */
export function entriesOf(group: GroupNode, fields: readonly (string | FieldLayout)[]): Entry[] {
  const placed = new Set<Union>();
  return fields.map(fieldLayout).flatMap(({ field, width }): Entry[] => {
    const { model } = group;
    const first = model.find(group, field);
    if (first === undefined || first === group) {
      return [{ wrong: `The layout names ${field}, which the schema does not have.` }];
    }
    for (const inner of first.walk()) inner.placed = true;
    const entry = new PlacedNode(group, first, width === 'half');
    const owner = first.parent instanceof GroupNode ? first.parent : group;
    const choices = owner.unions.filter(
      (union) =>
        union.names.has(first.key) &&
        !placed.has(union) &&
        owner.schema.properties?.[first.key] === undefined,
    );
    for (const union of choices) placed.add(union);
    return [...choices.map((union) => ({ group: owner, union })), entry];
  });
}
