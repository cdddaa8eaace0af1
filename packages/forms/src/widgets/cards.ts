import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldNode } from '../model/field-node.ts';
import { sameJson } from '../model/pointer.ts';
import { looks } from '../styles/rare.ts';
import type { Json, JsonSchema } from '../types.ts';
import type { Drawn } from './widget.ts';

interface Card {
  value: Json;
  title: string;
  help: string;
  icon: string;
}

function cardsOf({ oneOf, anyOf, items }: JsonSchema): Card[] {
  const listed = oneOf ?? anyOf;
  if (listed === undefined) return typeof items === 'object' ? cardsOf(items) : [];
  return listed.flatMap((one) => {
    if (typeof one !== 'object' || one.const === undefined) return [];
    const { const: value, title = String(value), description: help = '', 'x-icon': icon = '' } = one;
    return [{ value, title, help, icon: String(icon) }];
  });
}

/** One of a few, or several of them, each with what it means and a picture. */
export const cards: Drawn = {
  view(value, field) {
    const all = cardsOf(field.schema);
    const words = (Array.isArray(value) ? value : [value]).map((one) => {
      const card = all.find((other) => sameJson(other.value, one));
      return card === undefined ? String(one) : field.translate(card.title);
    });
    return words.join(field.lang === 'zh' ? '、' : ', ');
  },
  render: (field) => html`<div class="options cards" ${looks()}>
    ${cardsOf(field.schema).map((card, index) => cardView(field, card, index))}
  </div>`,
};

function cardView(field: FieldNode, card: Card, index: number): TemplateResult {
  const id = `${field.control}${index === 0 ? '' : `-${index}`}`;
  const several = field.schema.type === 'array';
  const chosen = Array.isArray(field.value) && several ? field.value : [field.value ?? null];
  const on = field.value !== undefined && chosen.some((one) => sameJson(one, card.value));
  const help = card.help === '' ? '' : `${id}-help`;
  const choose = (event: Event) =>
    several ? toggle(field, card, (event.target as HTMLInputElement).checked) : field.choose(card.value);
  return html`<label class="option card" part="option">
    ${icon(card.icon)}
    <span class="card-words">
      <span class="card-title" id="${id}-title">${field.translate(card.title)}</span>
      ${help === '' ? nothing : html`<span class="card-help" id=${help}>${field.translate(card.help)}</span>`}
    </span>
    <input
      type=${several ? 'checkbox' : 'radio'}
      id=${id}
      name=${field.control}
      ?disabled=${field.disabled}
      aria-invalid=${several && field.invalid ? 'true' : nothing}
      aria-labelledby="${id}-title"
      aria-describedby=${`${help} ${field.describedBy}`.trim() || nothing}
      .checked=${live(on)}
      @change=${choose}
    />
  </label>`;
}

/** What is chosen stays in the order of the cards. */
function toggle(field: FieldNode, card: Card, on: boolean): void {
  const before = Array.isArray(field.value) ? field.value : [];
  const next = cardsOf(field.schema)
    .map(({ value }) => value)
    .filter((one) => (sameJson(one, card.value) ? on : before.some((other) => sameJson(other as Json, one))));
  field.choose(next.length > 0 || field.required ? next : undefined);
}

/** Path data on a field of 24 by 24, or the address of a picture. */
function icon(text: string): TemplateResult | typeof nothing {
  if (text === '') return nothing;
  return /^[Mm][\d\s.,a-zA-Z-]*$/.test(text)
    ? html`<svg class="icon card-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${svg`<path d=${text} />`}</svg>`
    : html`<img class="card-icon" src=${text} alt="" />`;
}
