/** Values as people read them. */
import type { ValueUnit } from '@aidflow/definition';
import { yuan } from '../money.ts';
import type { Json } from '../types.ts';
import type { Say } from './words.ts';

/** `45600` in fen is `456.00 yuan`, 0.3 as a share is `30%`, a truth is yes or no, a list its items. */
export function valueText(
  value: Json,
  unit: ValueUnit | undefined,
  say: Say,
  tell: (source: string) => string,
): string {
  if (value === null || value === '') return say('nothing');
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'string') return tell(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return say('nothing');
    return value.map((item) => valueText(item, unit, say, tell)).join(say('comma'));
  }
  if (typeof value === 'object') return JSON.stringify(value);
  switch (unit) {
    case 'fen':
      return say('unit.fen', { n: yuan(Math.round(value)) });
    case 'share':
      return `${Number((value * 100).toFixed(4))}%`;
    case 'days':
    case 'months':
    case 'age':
      return say(`unit.${unit}`, { n: value });
    default:
      return String(Number(value.toFixed(6)));
  }
}
