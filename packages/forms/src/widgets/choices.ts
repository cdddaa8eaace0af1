import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { around } from '../field/around.ts';
import { live } from '../field/live.ts';
import type { FieldNode } from '../model/field-node.ts';
import { sameJson } from '../model/pointer.ts';
import { type Choice, choicesOf, typeOf } from '../model/schema.ts';
import type { Json, JsonSchema } from '../types.ts';
import type { Widget } from './widget.ts';

/** Up to so many choices are all laid open; more go into a list. */
const mostOpen = 6;

const isChoice = (schema: JsonSchema) => choicesOf(schema).length > 0;

const titleOf = (field: FieldNode, choices: readonly Choice[], value: Json): string => {
  const choice = choices.find((one) => sameJson(one.value, value));
  return choice === undefined ? String(value) : field.translate(choice.title);
};

/** One of a few, as radio buttons. */
export const radio: Widget = {
  frame: 'group',
  act: 'choose',
  rank: (schema) => (isChoice(schema) && choicesOf(schema).length <= mostOpen ? 5 : 0),
  view: (value, field) => titleOf(field, choicesOf(field.schema), value),
  render: (field) => radios(field, choicesOf(field.schema)),
};

/** Yes or no. Nothing is chosen beforehand: an untouched question is not a "no". */
export const yesNo: Widget = {
  frame: 'group',
  act: 'choose',
  rank: (schema) => (typeOf(schema) === 'boolean' ? 2 : 0),
  view: (value, field) => field.t(value === true ? 'yes' : 'no'),
  render: (field) =>
    radios(field, [
      { value: true, title: field.t('yes') },
      { value: false, title: field.t('no') },
    ]),
};

function radios(field: FieldNode, choices: readonly Choice[]) {
  // The button goes with the answer; the focus stays at the question.
  const clear = (event: Event) => {
    around(event.currentTarget as HTMLElement, 'options')
      ?.querySelector('input')
      ?.focus();
    field.choose(undefined);
  };
  const choose = (event: Event) => {
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('input')];
    field.choose(choices[buttons.indexOf(event.target as HTMLInputElement)]?.value);
  };
  return html`<div class=${choices.every((one) => one.title.length <= 8) ? 'options inline' : 'options'} @change=${choose}>
    ${choices.map(
      (choice, index) => html`<label class="option" part="option">
        <input
          type="radio"
          id=${index === 0 ? field.control : `${field.control}-${index}`}
          name=${field.control}
          ?disabled=${field.disabled}
          .checked=${live(sameJson(field.value, choice.value))}
        />
        <span>${field.translate(choice.title)}</span>
      </label>`,
    )}
    ${
      field.needed || field.value === undefined
        ? nothing
        : html`<button type="button" class="button quiet" part="button" ?disabled=${field.disabled} @click=${clear}>
            ${field.t('clear')}
          </button>`
    }
  </div>`;
}

/** One of many, as a list that drops down. */
export const select: Widget = {
  act: 'choose',
  rank: (schema) => (isChoice(schema) ? 4 : 0),
  view: (value, field) => titleOf(field, choicesOf(field.schema), value),
  render(field) {
    const choices = choicesOf(field.schema);
    const chosen = choices.findIndex((choice) => sameJson(choice.value, field.value));
    return html`<select
      id=${field.control}
      class="control"
      part="control"
      autocomplete=${ifDefined(field.spec.autocomplete) as 'off'}
      ?disabled=${field.disabled}
      aria-required=${field.needed ? 'true' : nothing}
      aria-invalid=${field.invalid ? 'true' : nothing}
      aria-describedby=${field.describedBy || nothing}
      .value=${live(String(chosen))}
      @change=${(event: Event) => field.choose(choices[Number((event.target as HTMLSelectElement).value)]?.value)}
    >
      <option value="-1" ?selected=${chosen === -1}>${field.t('choose')}</option>
      ${choices.map(
        (choice, index) =>
          html`<option value=${index} ?selected=${chosen === index}>${field.translate(choice.title)}</option>`,
      )}
    </select>`;
  },
};

/** Several of a list, as check boxes. */
export const checkboxes: Widget = {
  frame: 'group',
  act: 'choose',
  rank: (schema) => (typeOf(schema) === 'array' && isChoice((schema.items ?? {}) as JsonSchema) ? 5 : 0),
  view(value, field) {
    const choices = choicesOf((field.schema.items ?? {}) as JsonSchema);
    return (Array.isArray(value) ? value : [value]).map((one) => titleOf(field, choices, one)).join('、');
  },
  render(field) {
    const choices = choicesOf((field.schema.items ?? {}) as JsonSchema);
    const chosen = Array.isArray(field.value) ? field.value : [];
    const toggle = (value: Json, on: boolean) => {
      const next = choices
        .map((choice) => choice.value)
        .filter((one) => {
          return sameJson(one, value) ? on : chosen.some((other) => sameJson(other, one));
        });
      field.choose(next.length > 0 || field.required ? next : undefined);
    };
    return html`<div class="options">
      ${choices.map(
        (choice, index) => html`<label class="option" part="option">
          <input
            type="checkbox"
            id=${index === 0 ? field.control : `${field.control}-${index}`}
            ?disabled=${field.disabled}
            aria-invalid=${field.invalid ? 'true' : nothing}
            aria-describedby=${field.describedBy || nothing}
            .checked=${live(chosen.some((one) => sameJson(one, choice.value)))}
            @change=${(event: Event) => toggle(choice.value, (event.target as HTMLInputElement).checked)}
          />
          <span>${field.translate(choice.title)}</span>
        </label>`,
      )}
    </div>`;
  },
};
