import { html, nothing } from 'lit';
import { live } from '../field/live.ts';
import { typeOf } from '../model/schema.ts';
import type { Widget } from './widget.ts';

/** Something to agree to. Its title stands beside the box; unticked it is no answer where only `true` is allowed. */
export const checkbox: Widget = {
  frame: 'bare',
  act: 'tick',
  rank: (schema) => (typeOf(schema) === 'boolean' && schema.const === true ? 10 : 0),
  view: (value, field) => field.t(value === true ? 'yes' : 'no'),
  render: (field) => html`<label class="option" part="option">
    <input
      type="checkbox"
      id=${field.control}
      ?disabled=${field.disabled}
      aria-required=${field.needed ? 'true' : nothing}
      aria-invalid=${field.invalid ? 'true' : nothing}
      aria-describedby=${field.describedBy || nothing}
      .checked=${live(field.value === true)}
      @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement;
        field.choose(checked || field.schema.const === undefined ? checked : undefined);
      }}
    />
    <span>${field.label}</span>
  </label>`,
};
