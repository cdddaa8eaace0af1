import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from '../field/live.ts';
import { typeOf } from '../model/schema.ts';
import { textControl } from './parts.ts';
import type { Widget } from './widget.ts';

/** From this length on, text gets several lines. */
const longText = 200;

/** Text of up to so many characters gets a line that shows it is short. */
const shortText = 60;

/** One line of text. */
export const text: Widget = {
  rank: (schema) => (typeOf(schema) === 'string' ? 1 : 0),
  note: ({ schema, model }) =>
    typeof schema.examples?.[0] === 'string' ? model.context.t('example', { text: schema.examples[0] }) : '',
  render: (field) =>
    textControl(field, {
      kind: (field.schema.maxLength ?? longText) > shortText ? '' : 'long',
      ...(field.schema.format === 'email' && { inputMode: 'email' }),
    }),
};

/** Several lines of text. */
export const textarea: Widget = {
  rank: (schema) => (typeOf(schema) === 'string' && (schema.maxLength ?? 0) > longText ? 2 : 0),
  render: (field) => html`<textarea
    id=${field.control}
    class="control typed lines"
    part="control"
    rows="4"
    autocomplete=${ifDefined(field.spec.autocomplete ?? 'off') as 'off'}
    ?disabled=${field.disabled}
    aria-required=${field.needed ? 'true' : nothing}
    aria-invalid=${field.invalid ? 'true' : nothing}
    aria-describedby=${field.describedBy || nothing}
    .value=${live(field.text)}
  ></textarea>`,
};
