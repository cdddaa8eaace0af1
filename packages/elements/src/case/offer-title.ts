import type { Offer } from '@aidflow/engine';
import type { Say } from '../messages/messages.ts';

/** Operations that every case has; their titles are the elements' own, for no definition names them. */
export function offerTitle(offer: Offer, say: Say, text: (source: string) => string): string {
  switch (offer.do) {
    case 'withdraw':
      return say('offer.withdraw');
    case 'declare-relative':
      return say('offer.declare-relative');
    case 'complain':
      return say('offer.complain');
    default:
      // "extend.CLOCK" comes as "延长：TITLE".
      return offer.do.startsWith('extend.')
        ? say('offer.extend', { clock: text(offer.title.replace(/^延长：/, '')) })
        : text(offer.title);
  }
}
