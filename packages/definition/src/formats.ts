/** Formats of Chinese public records, for form schemas (`"format": "resident-id"`) and for whoever needs them. */
import { isDivisionCode } from './divisions.ts';

/** `residentId(id)`: what the number says about its holder. */
export interface ResidentId {
  /** ISO date. */
  birth: string;
  sex: 'male' | 'female';
  /** County-level division that issued the first number. */
  division: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/**
 * Reads a resident identity number (GB 11643-1999): 17 digits and a check digit, `X` for ten.
 * Null when the check digit, or the date of birth (from 1900 to today), is not right.
 *
 * @param today ISO date up to which somebody may be born; the latest day anywhere on Earth when left out
 */
export function residentId(id: string, today = latestToday()): ResidentId | null {
  if (!/^[1-9][0-9]{16}[0-9X]$/.test(id)) return null;
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isDate(birth) || birth < '1900-01-01' || birth > today) return null;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  if (checkDigits[sum % 11] !== id[17]) return null;
  return { birth, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female', division: id.slice(0, 6) };
}

/** Somebody born today in the farthest east was born, wherever the computer stands. */
const latestToday = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Whether 16 to 19 digits carry the right check digit (Luhn, ISO/IEC 7812). */
export function isBankCard(number: string): boolean {
  if (!/^[0-9]{16,19}$/.test(number)) return false;
  let sum = 0;
  for (let fromRight = 0; fromRight < number.length; fromRight += 1) {
    const digit = Number(number[number.length - 1 - fromRight]);
    const doubled = digit * (1 + (fromRight % 2));
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const creditDigits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Whether the text is a unified social credit code of an organisation (GB 32100-2015): 18 digits and capitals without
 * I, O, S, V, Z, of which the last checks the others.
 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const digit of code.slice(0, 17)) {
    sum += creditDigits.indexOf(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return creditDigits[(31 - (sum % 31)) % 31] === code[17];
}

/** Whether the text is a mobile number of the mainland: 11 digits from 13 to 19. */
export const isMobile = (number: string): boolean => /^1[3-9][0-9]{9}$/.test(number);

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** By the Gregorian calendar. Conditions ask for dates so often that making one of each would be a tenth of deciding. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Whether the text is an hour of the day with its offset, by RFC 3339. */
function isTime(text: string): boolean {
  const found = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:Z|[+-]([0-9]{2}):([0-9]{2}))$/.exec(
    text,
  );
  if (found === null) return false;
  const [hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
}

/** Every format that a form schema may name. */
export const formats: Record<string, (value: string) => boolean> = {
  'resident-id': (value) => residentId(value) !== null,
  'bank-card': isBankCard,
  'credit-code': isCreditCode,
  'mobile-cn': isMobile,
  'division-code': isDivisionCode,
  date: isDate,
  time: isTime,
  'date-time': (value) => value[10] === 'T' && isDate(value.slice(0, 10)) && isTime(value.slice(11)),
  email: (value) => value.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
  uri: (value) => /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value) && URL.canParse(value),
  uuid: (value) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
};
