/** Says when files below some paths have changed. */
import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname } from 'node:path';

/** What an editor writes in several strokes is one change. */
const SETTLE = 80;

export interface Watching {
  /** Resolves with the next change, or at once with one that has come since the last; `undefined` after `stop`. */
  next(): Promise<string | undefined>;
  stop(): void;
}

/** Watches folders with all that is in them, and files by the folder that they lie in. */
export function watching(paths: readonly string[]): Watching {
  let changed: string | undefined;
  let stopped = false;
  let tell: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const notice = (_: string, file: string | null): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = file ?? '';
      tell?.();
    }, SETTLE);
  };
  const folders = new Set(paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path))));
  const watchers: FSWatcher[] = [...folders].map((folder) => watch(folder, { recursive: true }, notice));
  return {
    async next() {
      while (!stopped && changed === undefined) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      }
      const found = changed;
      changed = undefined;
      return stopped ? undefined : found;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const one of watchers) one.close();
      tell?.();
    },
  };
}
