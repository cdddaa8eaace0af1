/** What will happen and when: a heap whose entries can be moved and taken out, so that nothing stale stays in it. */

/** Something that will happen; it is in the agenda while `slot` is not negative. */
export interface Entry {
  at: number;
  /** Orders what happens at one instant. */
  order: number;
  slot: number;
  happen: () => void;
}

export const entryOf = (happen: () => void): Entry => ({ at: 0, order: 0, slot: -1, happen });

export class Agenda {
  readonly #heap: Entry[] = [];
  #count = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The instant of what happens next; `Infinity` for nothing. */
  get next(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Enters it, or moves it, to happen at `at`, after what was entered for that instant before. */
  set(entry: Entry, at: number): void {
    entry.at = at;
    entry.order = this.#count++;
    if (entry.slot < 0) {
      entry.slot = this.#heap.length;
      this.#heap.push(entry);
      this.#up(entry);
    } else {
      this.#up(entry);
      this.#down(entry);
    }
  }

  /** Takes it out, if it is in. */
  drop(entry: Entry): void {
    const { slot } = entry;
    if (slot < 0) return;
    entry.slot = -1;
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    last.slot = slot;
    this.#heap[slot] = last;
    this.#up(last);
    this.#down(last);
  }

  /** Takes out what happens next. */
  take(): Entry | undefined {
    const first = this.#heap[0];
    if (first) this.drop(first);
    return first;
  }

  #up(entry: Entry): void {
    while (entry.slot > 0) {
      const above = this.#heap[(entry.slot - 1) >> 1] as Entry;
      if (!before(entry, above)) return;
      this.#swap(entry, above);
    }
  }

  #down(entry: Entry): void {
    for (;;) {
      const left = this.#heap[2 * entry.slot + 1];
      const right = this.#heap[2 * entry.slot + 2];
      const least = right && left && before(right, left) ? right : left;
      if (!least || !before(least, entry)) return;
      this.#swap(entry, least);
    }
  }

  #swap(one: Entry, other: Entry): void {
    const { slot } = one;
    one.slot = other.slot;
    other.slot = slot;
    this.#heap[one.slot] = one;
    this.#heap[other.slot] = other;
  }
}

const before = (one: Entry, other: Entry): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
