import { noChange } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';

/** Something with an id of its own. */
interface Kept {
  readonly id: string;
}

type Draw = (item: Kept) => unknown;

/** What is drawn of an item stays with it, wherever in the list it goes. */
class Each extends Directive {
  #ids: string[] = [];

  render(items: readonly Kept[], draw: Draw): unknown {
    return items.map(draw);
  }

  override update(list: ChildPart, [items, draw]: [readonly Kept[], Draw]): unknown {
    const parts: unknown = getCommittedValue(list);
    const before = this.#ids;
    this.#ids = items.map(({ id }) => id);
    if (!Array.isArray(parts)) return items.map(draw);
    const known = new Map(before.map((id, index) => [id, parts[index] as ChildPart]));
    const kept = new Set(this.#ids);
    for (const [id, part] of known) if (!kept.has(id)) take(part);
    let next: ChildPart | undefined;
    const now = [...items].reverse().map((item) => {
      const there = known.get(item.id);
      const inPlace = there !== undefined && there.endNode?.nextSibling === (next?.startNode ?? list.endNode);
      const part = inPlace ? there : insertPart(list, next, there);
      next = setChildPartValue(part, draw(item));
      return next;
    });
    setCommittedValue(list, now.reverse());
    return noChange;
  }
}

/** Takes a part away with the mark of its end, which Lit leaves: those before it would no longer be in their place. */
function take(part: ChildPart): void {
  const { endNode } = part;
  removePart(part);
  (endNode as ChildNode | null)?.remove();
}

const keep = directive(Each);

/** A list of things with ids, each drawn by `draw`. */
export const each = <T extends Kept>(items: readonly T[], draw: (item: T) => unknown): unknown =>
  keep(items, draw as Draw);
