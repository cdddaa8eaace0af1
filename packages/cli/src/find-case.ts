/** A case in a database, as people name it. */
import type { CaseState } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';

/** By its id or its number. */
export async function findCase(store: CaseStore, wanted: string): Promise<CaseState | undefined> {
  const found = await store.load(wanted);
  if (found) return found;
  // The empty code covers every division.
  const scopes = [{ division: '' }];
  const { items } = await store.cases({ scopes, q: wanted, limit: 200, names: false });
  const row = items.find((one) => one.number === wanted);
  return row && store.load(row.id);
}
