/** Whether the record of a case is whole: each event carries the digest of the one before. */
import { verifyChain } from '@aidflow/engine';
import type { Service } from '@aidflow/service';
import type { CaseStore } from '@aidflow/store';
import type { Person } from './county/people.ts';

export interface Verdict {
  entries: number;
  /** Place of the first event that does not fit. */
  broken?: number;
}

/** Nothing where the person may not see the case. The events are checked as they are stored, unmasked. */
export async function verifyRecord(
  service: Service,
  store: CaseStore,
  person: Person,
  caseId: string,
): Promise<Verdict | undefined> {
  if ((await service.caseVersion(person, caseId)) === undefined) return undefined;
  const events = await store.events(caseId);
  const problem = verifyChain(events);
  return problem === undefined
    ? { entries: events.length }
    : { entries: events.length, broken: Number(problem.params?.seq ?? 0) };
}
