import { html } from 'lit';
import { sameJson } from '../model/pointer.ts';
import { typeOf } from '../model/schema.ts';
import { radio } from './choices.ts';
import { computed } from './computed.ts';
import type { Widget } from './widget.ts';

/** The only value that is allowed: told where it has to be there, else something to choose. */
export const constant: Widget = {
  ...radio,
  rank: ({ const: value, ...schema }) =>
    (value !== undefined && value !== true) || typeOf(schema) === 'null' ? 15 : 0,
  render(field) {
    const { value, fixed } = field;
    const told = fixed === undefined || (field.needed && (value === undefined || sameJson(value, fixed)));
    return told ? html`${computed.render(field)}` : radio.render(field);
  },
};
