/** Who is told of changes, after they are on the disk. A listener that fails does not hold up the others. */
import type { CaseChange } from './types.ts';

export interface Listeners {
  /** Answers how to stop listening. */
  add(listener: (change: CaseChange) => void): () => void;
  tell(change: CaseChange): void;
}

export function createListeners(): Listeners {
  const all = new Set<(change: CaseChange) => void>();
  return {
    add(listener) {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell(change) {
      for (const listener of all) queueMicrotask(() => listener(change));
    },
  };
}
