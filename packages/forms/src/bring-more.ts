import { importMore } from './import-more.ts';
import { later } from './later.ts';

export type More = Awaited<ReturnType<typeof importMore>>;

/** Steps, review and drafts: what few forms need. */
export const { there: more, bring: bringMore } = later(importMore);
