import { bringNational } from '../import-divisions.ts';
import type { Division, Divisions } from '../types.ts';

/** What is known of the divisions below a parent. */
export type Loaded = readonly Division[] | 'loading' | 'failed';

const known = new WeakMap<Divisions, Map<string, Loaded>>();

/**
 * The divisions below `parent` as far as they are known; asks for them once and calls `arrived` when they come.
 * All fields of a page that share a source share what it said.
 */
export function divisionsBelow(source: Divisions, parent: string, arrived: () => void): Loaded {
  const cache = known.get(source) ?? new Map<string, Loaded>();
  known.set(source, cache);
  const there = cache.get(parent);
  if (there !== undefined && there !== 'loading') return there;
  if (there === undefined) cache.set(parent, 'loading');
  const asked = pending.get(cache)?.get(parent) ?? ask(source, cache, parent);
  asked.then(arrived);
  return 'loading';
}

const pending = new WeakMap<Map<string, Loaded>, Map<string, Promise<void>>>();

function ask(source: Divisions, cache: Map<string, Loaded>, parent: string): Promise<void> {
  const waiting = pending.get(cache) ?? new Map<string, Promise<void>>();
  pending.set(cache, waiting);
  const asked = listed(source, parent).then(
    (list) => void cache.set(parent, list),
    () => void cache.set(parent, 'failed'),
  );
  waiting.set(
    parent,
    asked.finally(() => waiting.delete(parent)),
  );
  return asked;
}

/** What the host does not know the national list does, which ends at the county. */
async function listed(source: Divisions, parent: string): Promise<readonly Division[]> {
  const own = await source(parent === '' ? undefined : parent);
  if (own.length > 0 || parent.length > 4) return own;
  return (await bringNational()).nationalDivisions(parent);
}

/** Forgets a failure, so that the next look asks again. */
export function askAgain(source: Divisions, parent: string): void {
  known.get(source)?.delete(parent);
}
