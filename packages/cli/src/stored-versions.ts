/** Versions of programmes as a database holds them. */
import { type Bundle, ProblemError, problem } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import { type CaseEvent, compile, type Programme, type Versions, versionsIn } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';

/** Finds every version that a case has run on, by its events; each is read once. Throws `definition/unknown`. */
export function storedVersions(store: CaseStore): (events: readonly CaseEvent[]) => Promise<Versions> {
  const read = new Map<string, Promise<Programme>>();
  const programme = (hash: string): Promise<Programme> => {
    const found = read.get(hash) ?? inStore(store, hash);
    read.set(hash, found);
    return found;
  };
  return async (events) =>
    new Map(
      await Promise.all(versionsIn(events).map(async (hash) => [hash, await programme(hash)] as const)),
    );
}

async function inStore(store: CaseStore, hash: string): Promise<Programme> {
  const found = await store.definition(hash);
  if (!found) throw new ProblemError(problem('definition/unknown', { hash }));
  const bundle = JSON.parse(found.bundle) as Bundle;
  return compile(bundle, await loadValidators(bundle));
}
