/** Who wants to know of changes. */
export interface Watcher {
  changed(): void;
}

const nobody: readonly Watcher[] = [];

/** Something that parts of the page watch. Changes inside `batch` are told once, at its end. */
export class Subject {
  // Mostly one, of hundreds of subjects: a list is far lighter than a set.
  #watchers = nobody;

  /** Tells `watcher` of each change until it is removed. */
  follow(watcher: Watcher): void {
    this.#watchers = [...this.#watchers, watcher];
  }

  unfollow(watcher: Watcher): void {
    this.#watchers = this.#watchers.filter((one) => one !== watcher);
  }

  /** Calls `changed` after each change until the returned function is called. */
  watch(changed: () => void): () => void {
    const watcher = { changed };
    this.follow(watcher);
    return () => this.unfollow(watcher);
  }

  changed(): void {
    if (depth > 0) waiting.add(this);
    else this.tell();
  }

  /** Tells the watchers now. One that another has made superfluous meanwhile is passed over. */
  tell(): void {
    for (const watcher of this.#watchers) if (this.#watchers.includes(watcher)) watcher.changed();
  }
}

let depth = 0;
const waiting = new Set<Subject>();

/** Runs `work`; what it changes is told when the outermost batch ends, once for each subject. */
export function batch<T>(work: () => T): T {
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
    if (depth === 0) {
      const subjects = [...waiting];
      waiting.clear();
      for (const subject of subjects) subject.tell();
    }
  }
}
