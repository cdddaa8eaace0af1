import { localize } from '@aidflow/definition';
import type { Offer } from '@aidflow/engine';
import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Say } from '../messages/messages.ts';
import { offerTitle } from './offer-title.ts';

interface Setting {
  offers: readonly Offer[];
  chosen: string | undefined;
  language: Language;
  say: Say;
  text: (source: string) => string;
  stepTitle: (step: string) => string;
  choose: (offer: Offer) => void;
}

const button = (offer: Offer, { chosen, say, text, choose }: Setting): TemplateResult =>
  html`<button type="button" aria-pressed=${chosen === offer.do} data-do=${offer.do} @click=${() => choose(offer)}>${offerTitle(offer, say, text)}</button>`;

/** What may be done, by step, and what every case allows; each a button that opens its form. */
export function mayList(setting: Setting): TemplateResult {
  const { offers, say, stepTitle } = setting;
  const may = offers.filter((offer) => offer.may);
  const here = Map.groupBy(
    may.filter((offer) => offer.step !== undefined),
    (offer) => offer.step ?? '',
  );
  const always = may.filter((offer) => offer.step === undefined);
  return html`
    ${here.size === 0 ? html`<p><strong>${say('case.noActs')}</strong></p><p class="muted">${say('case.noActsHint')}</p>` : nothing}
    ${[...here].map(([step, list]) => html`<div class="choices" role="group" aria-label=${stepTitle(step)}><p class="muted small">${stepTitle(step)}</p>${list.map((offer) => button(offer, setting))}</div>`)}
    ${
      always.length === 0
        ? nothing
        : html`<div class="choices minor" role="group" aria-label=${say('case.other')}><p class="muted small">${say('case.other')}</p>${always.filter(isUsual).map((offer) => button(offer, setting))}</div>`
    }
    ${rare(
      always.filter((offer) => !isUsual(offer)),
      setting,
    )}`;
}

/** Operations that people look for; the others are behind a word, so that the outcomes of the step stand out. */
const isUsual = ({ do: what }: Offer): boolean =>
  ['withdraw', 'reply', 'return', 'ask', 'urge', 'declare-relative', 'complain'].includes(what) ||
  what.startsWith('extend.');

function rare(offers: readonly Offer[], setting: Setting): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing;
  const open = offers.some((offer) => offer.do === setting.chosen);
  return html`<details class="rare" ?open=${open}><summary>${setting.say('case.rare', { n: offers.length })}</summary>
    <div class="choices minor">${offers.map((offer) => button(offer, setting))}</div></details>`;
}

/** What may not be done, each with the reason in words. */
export function whyNot({ offers, language, say, text }: Setting): TemplateResult | typeof nothing {
  const not = offers.filter((offer) => !offer.may);
  if (not.length === 0) return nothing;
  return html`<details class="why-not"><summary>${say('case.whyNot', { n: not.length })}</summary>
    <dl>${not.map((offer) => {
      const words = offer.problem === undefined ? undefined : localize(offer.problem, language);
      return html`<dt>${offerTitle(offer, say, text)}</dt><dd class="muted">${words?.detail ?? ''} ${words?.hint ?? ''}</dd>`;
    })}</dl></details>`;
}
