import type { Authority } from '@aidflow/engine';
import type { Say } from '../messages/messages.ts';

/** On what an act rested, in words; `place` names a division by its code. */
export function authorityText(authority: Authority, say: Say, place: (code: string) => string): string {
  const { basis, delegation } = authority;
  if (basis === 'delegation' && delegation !== undefined) {
    const { document, effective, until } = delegation;
    const params = { document, from: place(delegation.from), effective };
    return until === undefined
      ? say('authority.delegation', params)
      : say('authority.delegationUntil', { ...params, until });
  }
  return basis === 'stand-in'
    ? say('authority.stand-in', { for: authority.for ?? '' })
    : say(`authority.${basis}`);
}
