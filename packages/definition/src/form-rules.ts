/** The rules of a layout between several answers. The server and the form in a browser both ask here. */
import type { Json } from './feel.ts';
import { pointerKeys } from './schema-walk.ts';
import type { Layout, LayoutField, LayoutRule } from './types.ts';

/** A rule that answers break. */
export interface BrokenRule {
  /** JSON Pointers into the data of the fields that show the message. */
  at: string[];
  /** The message, in the words of the layout. */
  say: string;
}

type Values = Readonly<Record<string, Json>>;

/** Value of a FEEL expression over names; null where it has none. */
export type Decide = (expression: string, scope: Record<string, Json>) => unknown;

/**
 * The rules of `layout` that `data` breaks, those of the whole first, then item by item. A rule sees nothing but the
 * answers, so that it says the same wherever it is asked.
 */
export function brokenRules(
  layout: Pick<Layout, 'sections' | 'must'>,
  data: Values,
  decide: Decide,
): BrokenRule[] {
  const broken = (rules: readonly LayoutRule[] = [], scope: Values, prefix: string): BrokenRule[] =>
    rules
      // What cannot be told, such as a comparison with an answer that is missing, breaks nothing.
      .filter(({ that }) => decide(that, scope) === false)
      .map(({ at, say }) => ({ at: at.map((pointer) => prefix + slashed(pointer)), say }));
  const inside = (
    fields: readonly (string | LayoutField)[],
    scope: Values,
    here: Json,
    prefix: string,
  ): BrokenRule[] =>
    fields.flatMap((field) => {
      if (typeof field === 'string' || (field.must === undefined && field.fields === undefined)) return [];
      const pointer = prefix + slashed(field.field);
      const value = pointerKeys(slashed(field.field)).reduce(child, here);
      const places: [Json, string][] = Array.isArray(value)
        ? value.map((item, index) => [item, `${pointer}/${index}`])
        : [[value, pointer]];
      return places.flatMap(([place, at]) => {
        if (!isValues(place)) return [];
        const seen = { ...scope, ...place };
        return [...broken(field.must, seen, at), ...inside(field.fields ?? [], seen, place, at)];
      });
    });
  return [
    ...broken(layout.must, data, ''),
    ...layout.sections.flatMap(({ fields }) => inside(fields, data, { ...data }, '')),
  ];
}

const slashed = (pointer: string): string => (pointer.startsWith('/') ? pointer : `/${pointer}`);

const isValues = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const child = (value: Json, key: string): Json =>
  isValues(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
