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
