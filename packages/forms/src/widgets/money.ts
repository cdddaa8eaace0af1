import { html } from 'lit';
import { fenFromYuan, yuanFromFen } from '../values/money.ts';
import { isMoney } from './money-schema.ts';
import { textControl } from './parts.ts';
import type { Widget } from './widget.ts';

/** An amount: people see yuan, the data holds integer fen. */
export const money: Widget = {
  rank: (schema) => (isMoney(schema) ? 10 : 0),
  wrong: 'wrongMoney',
  read: (text) => fenFromYuan(text) ?? text,
  write: (value) => (typeof value === 'number' ? yuanFromFen(value) : String(value)),
  view: (value, field) =>
    html`<span class="figures">${typeof value === 'number' ? yuanFromFen(value) : String(value)}</span>
      ${field.t('yuan')}`,
  render: (field) => html`<span class="with-unit">
    ${textControl(field, { inputMode: 'decimal', kind: 'figures end', beside: `${field.id}-unit` })}
    <span class="unit" id="${field.id}-unit" aria-hidden="true">${field.t('yuan')}</span>
  </span>`,
};
