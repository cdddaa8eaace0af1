import { html, nothing } from 'lit';
import type { FieldNode } from '../model/field-node.ts';
import { choicesOf } from '../model/schema.ts';
import type { Json } from '../types.ts';
import { yuanFromFen } from '../values/money.ts';
import { isMoney } from './money-schema.ts';
import type { Widget } from './widget.ts';

function shown(value: Json, field: FieldNode): string {
  if (isMoney(field.schema) && typeof value === 'number') return `${yuanFromFen(value)} ${field.t('yuan')}`;
  const choice = choicesOf(field.schema).find((one) => one.value === value);
  if (choice !== undefined) return field.translate(choice.title);
  return typeof value === 'boolean' ? field.t(value ? 'yes' : 'no') : String(value);
}

/** A value that follows from others and cannot be typed. */
export const computed: Widget = {
  rank: () => 0,
  view: shown,
  render: (field) => html`<output
    id=${field.control}
    class="computed figures"
    part="computed"
    aria-describedby=${field.describedBy || nothing}
    >${field.value === undefined || field.value === null ? '—' : shown(field.value, field)}</output
  >`,
};
