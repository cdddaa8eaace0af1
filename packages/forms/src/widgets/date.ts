import { html } from 'lit';
import type { FieldNode } from '../model/field-node.ts';
import { dateInWords, isoDate } from '../values/dates.ts';
import { calendarIcon } from './icons.ts';
import { textControl } from './parts.ts';
import type { Widget } from './widget.ts';

/** A day: typed in any of the usual ways, or picked from the browser's own calendar. */
export const date: Widget = {
  rank: (schema) => (schema.format === 'date' ? 10 : 0),
  wrong: 'wrongDate',
  announces: true,
  read: (text) => isoDate(text) ?? text,
  view: (value, field) => dateInWords(String(value), field.lang),
  note(field) {
    const iso = isoDate(String(field.value ?? ''));
    if (iso !== undefined) return dateInWords(iso, field.lang);
    return field.help === '' ? field.t('dateHelp') : '';
  },
  render(field) {
    const iso = isoDate(String(field.value ?? '')) ?? '';
    return html`<span class="with-button">
        ${textControl(field, { kind: 'date figures' })}
        <input
          class="picker"
          type="date"
          tabindex="-1"
          aria-hidden="true"
          .value=${iso}
          @change=${(event: Event) => pick(field, event)}
        />
        <button
          type="button"
          class="icon-button"
          part="button"
          aria-label="${field.t('pickDate')}: ${field.label}"
          ?disabled=${field.disabled}
          @click=${open}
        >
          ${calendarIcon}
        </button>
      </span>`;
  },
};

function pick(field: FieldNode, event: Event): void {
  const { value } = event.target as HTMLInputElement;
  if (value !== '') field.choose(value);
}

function open(event: Event): void {
  const picker = (event.currentTarget as HTMLElement).previousElementSibling as HTMLInputElement;
  // Browsers without showPicker leave the typed date as the only way, which always works.
  picker.showPicker?.();
}
