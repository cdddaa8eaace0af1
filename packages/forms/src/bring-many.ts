import { importMany } from './import-many.ts';
import { later } from './later.ts';

/** What forms of unusual size need: thousands of rows, patterns that repeat more than one thing. */
export const { there: many, bring: bringMany } = later(importMany);
