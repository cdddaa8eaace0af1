import { checkbox } from './checkbox.ts';
import { checkboxes, radio, select, yesNo } from './choices.ts';
import { computed } from './computed.ts';
import { constant } from './constant.ts';
import { date } from './date.ts';
import { bankCard, mobile, residentId } from './long-numbers.ts';
import { money } from './money.ts';
import { number } from './number.ts';
import { cards, division, file, signature } from './rare.ts';
import { text, textarea } from './text.ts';
import { registerWidget, type Widget, widgetNamed } from './widget.ts';

const standard: Readonly<Record<string, Widget>> = {
  text,
  textarea,
  number,
  money,
  date,
  select,
  radio,
  checkboxes,
  cards,
  boolean: yesNo,
  checkbox,
  constant,
  division,
  'resident-id': residentId,
  'bank-card': bankCard,
  mobile,
  file,
  signature,
  computed,
};

/** Makes the form's own widgets known, once; a host's widget of the same name stays. */
export function registerStandardWidgets(): void {
  for (const [name, widget] of Object.entries(standard)) {
    if (widgetNamed(name) === undefined) registerWidget(name, widget);
  }
}
