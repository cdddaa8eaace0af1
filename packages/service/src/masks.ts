/** What those see of a case who do not act on it. */
import { type CaseEvent, type CaseState, type Mask, maskOf } from '@aidflow/engine';
import type { Core } from './core.ts';

/** The mask of a case, by every version that it has run on: what one of them marks stays masked. */
export async function maskOfCase(
  { store, registry }: Core,
  state: CaseState,
  events: readonly CaseEvent[],
): Promise<Mask> {
  const versions = new Map(await registry.versionsOf(events));
  const parent = state.parent && (await store.load(state.parent.case));
  if (parent) versions.set(parent.definition, (await registry.get(parent.definition)).programme);
  return maskOf([...versions.values()], state, events, parent);
}
