import { ProblemError, problem } from './problems.ts';

/** Levels of administration, from the province down. */
export const levels = ['province', 'city', 'county', 'township', 'village'] as const;

export type Level = (typeof levels)[number];

/** Digits of a code at each level (GB/T 2260 down to the county, statistical codes below). */
const digits: Record<Level, number> = { province: 2, city: 4, county: 6, township: 9, village: 12 };

/** Whether the text is written like a division code. Whether the division exists is another question. */
export const isDivisionCode = (code: string): boolean =>
  /^[0-9]+$/.test(code) && levels.some((level) => digits[level] === code.length);

/**
 * The level of a division by the length of its code.
 *
 * @throws ProblemError division/invalid
 */
export function divisionLevel(code: string): Level {
  const level = levels.find((one) => digits[one] === code.length);
  if (level === undefined || !/^[0-9]+$/.test(code)) {
    throw new ProblemError(problem('division/invalid', { division: code }));
  }
  return level;
}

/**
 * The division at a level that the given one lies in: `('620821100201', 'county')` is `'620821'`.
 *
 * @throws ProblemError division/invalid when the code is none or lies above that level
 */
export function divisionAt(code: string, level: Level): string {
  if (levels.indexOf(divisionLevel(code)) < levels.indexOf(level)) {
    throw new ProblemError(problem('division/invalid', { division: code }));
  }
  return code.slice(0, digits[level]);
}

/** Whether the division is the inner one or contains it. A code that is none covers nothing. */
export const covers = (division: string, inner: string): boolean =>
  isDivisionCode(division) && isDivisionCode(inner) && inner.startsWith(division);
