/** Numbers that pass every check and belong to nobody. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** No county has this code, so no resident has a number that begins with it. */
const nowhere = '620899';

/**
 * A resident identity number with the right check digit (GB 11643).
 *
 * @param birth ISO date
 * @param order 0 to 999; odd for men, even for women
 */
export function syntheticId(birth: string, order: number): string {
  const body = `${nowhere}${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + '10X98765432'[sum % 11];
}

/** A bank card number of 19 digits with the right check digit (Luhn), under a prefix that no bank was given. */
export function syntheticCard(order: number): string {
  const body = `60000000${String(order).padStart(10, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** A mobile number of eleven digits whose last four count up. */
export const syntheticMobile = (order: number): string => `1380000${String(order % 10000).padStart(4, '0')}`;

const PERSON = /\b\d{17}[\dX]\b/g;
const FIRM = /\b[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}\b/g;
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The text with every resident identity number in it changed to that of somebody else of the same birthday and sex. */
export const idLike = (text: string, order: number): string =>
  text.replace(PERSON, (number) => {
    const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
    return isReal(number) ? syntheticId(birth, (Number(number.slice(14, 17)) + 2 * order) % 1000) : number;
  });

/** Whether the check digit of a resident identity number is right: a wrong one is meant to be wrong. */
const isReal = (number: string): boolean =>
  weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0) % 11 ===
  '10X98765432'.indexOf(number[17] as string);

/** The text with every credit code of a firm (GB 32100) changed to another one of the same place. */
export const creditCodeLike = (text: string, order: number): string =>
  text.replace(FIRM, (code) => {
    // Numbers of people have the same length; codes of firms have a letter.
    if (!/[A-HJ-NPQRTUWY]/.test(code) || code[17] !== creditCheck(code)) return code;
    const number = (Number(code.slice(13, 17).replaceAll(/\D/g, '0')) + order) % 10_000;
    const body = `${code.slice(0, 13)}${String(number).padStart(4, '0')}`;
    return body + creditCheck(body);
  });

function creditCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs[(31 - (sum % 31)) % 31] as string;
}
