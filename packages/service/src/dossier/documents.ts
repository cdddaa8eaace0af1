/** Which documents a case names. */
import type { CaseEvent } from '@aidflow/engine';
import { filesIn } from '../file-names.ts';

/** Hashes of the files in the data that the events brought in, and in the item with which the case was opened. */
export const documentsNamed = (events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ data, detail }) =>
      [...filesIn(data ?? null), ...filesIn(detail?.open?.item ?? null)].map(({ sha256 }) => sha256),
    ),
  );
