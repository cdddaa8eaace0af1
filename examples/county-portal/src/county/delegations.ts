import type { Delegation } from '@aidflow/engine';
import { county } from './divisions.ts';

const document = '示民发〔2025〕88号';

/**
 * Two of the four townships confirm in the county's stead: one until the middle of the year, one without an end.
 * The other two send their cases up.
 */
export const delegations: readonly Delegation[] = [
  {
    programme: 'dibao',
    action: 'confirm',
    from: county.code,
    to: '620821100',
    effective: '2026-01-01',
    until: '2026-07-01',
    document,
  },
  {
    programme: 'dibao',
    action: 'confirm',
    from: county.code,
    to: '620821102',
    effective: '2026-01-01',
    document,
  },
];

/** Whether the township confirms by itself in the time of the demonstration. */
export const confirmsItself = (township: string): boolean => delegations.some(({ to }) => to === township);
