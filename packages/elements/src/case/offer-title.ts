import type { Offer, OperationId } from '@aidflow/engine';
import type { MessageKey, Say } from '../messages/messages.ts';

/** Operations that every case has have titles of the elements' own, for no definition names them. */
export function offerTitle(offer: Offer, say: Say, text: (source: string) => string): string {
  if (offer.step !== undefined) return text(offer.title);
  // "extend.CLOCK" comes as "延长：TITLE".
  return offer.do.startsWith('extend.')
    ? say('offer.extend', { clock: text(offer.title.replace(/^[^：]*：/, '')) })
    : say(`offer.${offer.do as Exclude<OperationId, 'extend'>}` satisfies MessageKey);
}
