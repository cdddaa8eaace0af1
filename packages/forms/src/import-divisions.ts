import { later } from './later.ts';

/** The national divisions are larger than all else, and only forms whose host has no list of its own need them. */
export const { there: national, bring: bringNational } = later(() => import('./divisions/national.ts'));
