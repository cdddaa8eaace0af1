import { FieldNode } from '../model/field-node.ts';
import type { FormNode } from '../model/form-node.ts';
import type { ListNode } from '../model/list-node.ts';
import { hasContent, sameJson } from '../model/pointer.ts';
import type { Json } from '../types.ts';

/** An item as it is and as it was; one of the two may not be there. */
export type Row = readonly [now: FormNode | undefined, before: FormNode | undefined];

const leaves = (item: FormNode): FieldNode[] =>
  [...item.walk()].filter((node): node is FieldNode => node instanceof FieldNode && hasContent(node.value));

/** Formats of numbers that a person has only one of. */
const identities = new Set(['resident-id', 'credit-code']);

const identityOf = (item: FormNode): Json | undefined =>
  leaves(item).find(({ schema }) => identities.has(schema.format ?? ''))?.value;

/** Whether at least half of what either item holds is the same in both. */
function alike(now: FormNode, before: FormNode): boolean {
  const at = (item: FormNode) => (node: FieldNode) => node.pointer.slice(item.pointer.length);
  const there = new Map(leaves(before).map((node) => [at(before)(node), node.value]));
  const mine = leaves(now);
  const same = mine.filter((node) => sameJson(there.get(at(now)(node)), node.value)).length;
  return same > 0 && same * 2 >= Math.max(mine.length, there.size);
}

/**
 * The items of a list as it is beside those as it was: the same identity number is the same item, then the same name,
 * then what is mostly the same. What was taken out stands where it stood.
 */
export function matchRows(now: ListNode, before: ListNode): Row[] {
  const mates = new Map<FormNode, FormNode>();
  const free = new Set(before.items);
  const nameIn = (list: ListNode, item: FormNode) => list.namesItem(item)?.value;
  const same = (left: Json | undefined, right: Json | undefined) =>
    left !== undefined && left !== '' && sameJson(left, right);
  const tests: ((item: FormNode, other: FormNode) => boolean)[] = [
    (item, other) => sameJson(item.value, other.value),
    (item, other) => same(identityOf(item), identityOf(other)),
    (item, other) => same(nameIn(now, item), nameIn(before, other)),
    alike,
  ];
  for (const test of tests) {
    for (const item of now.items) {
      if (mates.has(item)) continue;
      const mate = [...free].find((other) => test(item, other));
      if (mate === undefined) continue;
      mates.set(item, mate);
      free.delete(mate);
    }
  }
  const rows: Row[] = now.items.map((item) => [item, mates.get(item)]);
  for (const gone of free) {
    const index = before.items.indexOf(gone);
    const neighbours = before.items.slice(0, index).reverse();
    const after = neighbours
      .map((other) => rows.findIndex(([, mate]) => mate === other))
      .find((place) => place >= 0);
    rows.splice((after ?? -1) + 1, 0, [undefined, gone]);
  }
  return rows;
}
