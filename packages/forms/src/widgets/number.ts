import { typeOf } from '../model/schema.ts';
import { halfWidth } from '../values/digits.ts';
import { textControl } from './parts.ts';
import type { Widget } from './widget.ts';

/** A number; text that is none, or that a computer could not keep exactly, stays text and is told so. */
export const number: Widget = {
  rank: (schema) => (['number', 'integer'].includes(typeOf(schema)) ? 1 : 0),
  read(text) {
    const clean = halfWidth(text)
      .trim()
      .replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
    const value = /^-?(\d+\.?\d*|\.\d+)$/.test(clean) ? Number(clean) : Number.NaN;
    return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : text;
  },
  render: (field) =>
    textControl(field, {
      inputMode: typeOf(field.schema) === 'integer' ? 'numeric' : 'decimal',
      kind: 'short figures',
    }),
};
