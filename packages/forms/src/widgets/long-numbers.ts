import { html } from 'lit';
import type { FieldNode } from '../model/field-node.ts';
import { dateInWords } from '../values/dates.ts';
import { compact, groupsOfFour } from '../values/digits.ts';
import { holderOf } from '../values/holder.ts';
import { textControl } from './parts.ts';
import type { Widget } from './widget.ts';

/** A resident identity number, pasted as it comes; says whose it is as soon as it is right. */
export const residentId: Widget = {
  rank: (schema) => (schema.format === 'resident-id' ? 10 : 0),
  wrong: 'wrongResident',
  announces: true,
  read: (text) => compact(text).toUpperCase(),
  note(field) {
    const holder = holderOf(String(field.value ?? ''));
    if (holder === null) return field.help === '' ? field.t('residentHelp') : '';
    const day = dateInWords(holder.birth, field.lang).replace(field.lang === 'zh' ? / .*$/ : /^\S+ /, '');
    return field.t('born', { date: day, sex: field.t(holder.sex) });
  },
  render: (field) =>
    html`<span class="with-unit" @focusout=${() => lengthen(field)}>${textControl(field, { kind: 'long figures' })}</span>`,
};

/**
 * A number of the first generation of cards (15 digits) becomes the one that its holder has had since: the century and a
 * check digit are added, once it is left, since the first 15 digits of every other number look like one.
 */
function lengthen(field: FieldNode): void {
  const old = String(field.value ?? '');
  if (!/^\d{15}$/.test(old)) return;
  const base = `${old.slice(0, 6)}19${old.slice(6)}`;
  const whole = [...'0123456789X'].map((digit) => base + digit).find((id) => holderOf(id) !== null);
  if (whole === undefined) return;
  field.type(whole);
  field.leave();
}

/** A bank card number, shown in groups of four as on the card. */
export const bankCard: Widget = {
  rank: (schema) => (schema.format === 'bank-card' ? 10 : 0),
  wrong: 'wrongCard',
  read: compact,
  write: (value) => groupsOfFour(String(value)),
  view: (value) => groupsOfFour(String(value)),
  note: (field) => (typeof field.value === 'string' ? field.t('digits', { count: field.value.length }) : ''),
  render: (field) => textControl(field, { inputMode: 'numeric', kind: 'long figures' }),
};

/** A mobile number; the country code that phones put in front when pasting is dropped. */
export const mobile: Widget = {
  rank: (schema) => (schema.format === 'mobile-cn' ? 10 : 0),
  wrong: 'wrongMobile',
  read: (text) => compact(text).replace(/^\(?(\+|00)?86\)?(?=1\d{10}$)/, ''),
  render: (field) => textControl(field, { inputMode: 'tel', kind: 'middle figures' }),
};
