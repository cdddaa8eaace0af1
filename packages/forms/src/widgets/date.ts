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
    return html`<span class="with-button">
        ${textControl(field, { kind: 'date figures' })}
        <button
          type="button"
          class="icon-button"
          part="button"
          aria-label="${field.t('pickDate')}: ${field.label}"
          ?disabled=${field.disabled}
          @click=${(event: Event) => open(field, event)}
        >
          ${calendarIcon}
        </button>
      </span>`;
  },
};

/** The browser's calendar belongs to a control of its own, made when somebody wants it: it is the heaviest there is. */
function open(field: FieldNode, event: Event): void {
  const box = (event.currentTarget as HTMLElement).parentElement as HTMLElement;
  const picker = box.querySelector<HTMLInputElement>('.picker') ?? document.createElement('input');
  Object.assign(picker, { className: 'picker', type: 'date', tabIndex: -1, ariaHidden: 'true' });
  picker.value = isoDate(String(field.value ?? '')) ?? '';
  picker.onchange = () => picker.value !== '' && field.choose(picker.value);
  box.append(picker);
  // Browsers without showPicker leave the typed date as the only way, which always works.
  picker.showPicker?.();
}
