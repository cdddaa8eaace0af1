import { importRare } from './import-rare.ts';
import { later } from './later.ts';

/** Widgets that few forms have, what sends files, and help of several paragraphs. */
export const { there: rare, bring: bringRare } = later(importRare);
