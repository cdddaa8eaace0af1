import { halfWidth } from './digits.ts';

const yuan = /^(-?)(\d{1,3}(?:,?\d{3})*|\d+)?(?:\.(\d{0,2}))?$/;

/**
 * Yuan as typed (`1,234.5`) in integer fen, by string arithmetic: no amount passes through a fraction.
 * Undefined where the text is no amount with at most two decimals, or too large to be exact.
 */
export function fenFromYuan(text: string): number | undefined {
  const clean = halfWidth(text).replace(/[\s¥￥元]/g, '');
  const match = yuan.exec(clean);
  if (match === null || !/\d/.test(clean)) return undefined;
  const [, sign = '', whole = '0', part = ''] = match;
  const fen = Number(`${whole.replaceAll(',', '')}${part.padEnd(2, '0')}`);
  if (!Number.isSafeInteger(fen)) return undefined;
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** Integer fen as yuan with two decimals: `123450` is `1,234.50`, or `1234.50` without `grouped`. */
export function yuanFromFen(fen: number, grouped = true): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${fen < 0 ? '-' : ''}${shown}.${digits.slice(-2)}`;
}
