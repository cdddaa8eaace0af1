import type { CaseView } from '../element/client.ts';

/** Name of a division that the view mentions, else its code. */
export const placeName = (view: CaseView, code: string): string => view.divisionNames[code] ?? code;
