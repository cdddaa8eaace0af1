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
  render: (field) => textControl(field, { kind: 'long figures' }),
};

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
