/** Values that stand for all others of an input: one for each part into which the boundaries cut what it may be. */

import type { Json } from '../../feel.ts';
import { isDate } from '../../formats.ts';
import type { Range, Shape, Texts } from '../values/shape.ts';

/**
 * The values to look at, ordinary ones first, null last.
 *
 * @param boundaries what the tests compare the input with
 * @param ordered whether they ask which of two texts comes first
 */
export function pointsOf(shape: Shape, boundaries: readonly Json[], ordered: boolean): Json[] {
  const { any = false } = shape;
  const numbers = boundaries.filter((value) => typeof value === 'number');
  const texts = boundaries.filter((value) => typeof value === 'string');
  const points: Json[] = [];
  if (shape.numbers || (any && numbers.length > 0))
    points.push(...numberPoints(bounded(shape, numbers), numbers));
  if (shape.texts || (any && texts.length > 0)) points.push(...textPoints(shape.texts ?? {}, texts, ordered));
  if (shape.booleans) points.push(...shape.booleans);
  else if (any && boundaries.some((value) => typeof value === 'boolean')) points.push(true, false);
  if (shape.list) points.push([]);
  if (shape.fields) points.push({});
  if (shape.null === 'yes' || boundaries.includes(null)) {
    // Of what nothing is known some value is there as well.
    points.push(...(points.length === 0 && any ? [another([])] : []), null);
  }
  // A column that no row tests: any value will do.
  return points.length > 0 ? points : [null];
}

/** Nobody counts below zero: what is computed is taken to be no less, unless something asks for it. */
function bounded({ numbers: range = {} }: Shape, boundaries: readonly number[]): Range {
  const isOpen = range.min === undefined && range.above === undefined && !range.signed;
  return isOpen && boundaries.every((boundary) => boundary >= 0) ? { ...range, min: 0 } : range;
}

const ascending = (one: number, other: number): number => one - other;

function numberPoints(range: Range, boundaries: readonly number[]): number[] {
  const { min, max, above, under, whole } = range;
  const bounds = [...boundaries, min, max, above, under].filter((bound) => bound !== undefined);
  const cuts = [...new Set(bounds)].sort(ascending);
  const fits = (value: number): boolean =>
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above) &&
    (under === undefined || value < under) &&
    (!whole || Number.isInteger(value));
  const [first = 0] = cuts;
  const found = cuts.length === 0 ? [0] : [before(first, whole)];
  for (const [index, cut] of cuts.entries()) {
    found.push(cut);
    const next = cuts[index + 1];
    const between = after(cut, next, whole);
    if (next === undefined || between < next) found.push(between);
  }
  return found.filter(fits);
}

const before = (cut: number, whole: boolean | undefined): number => (whole ? Math.ceil(cut) - 1 : cut - 1);

/** A number above one cut and, where there is any, below the next. Whole steps are the ordinary ones. */
function after(cut: number, next: number | undefined, whole: boolean | undefined): number {
  const step = Math.floor(cut) + 1;
  return whole || next === undefined || step < next ? step : (cut + next) / 2;
}

function textPoints({ values, dates }: Texts, boundaries: readonly string[], ordered: boolean): string[] {
  if (values !== undefined) return [...values];
  const cuts = [...new Set(boundaries)].sort();
  if (dates || (cuts.length > 0 && cuts.every(isDate))) return datePoints(cuts.filter(isDate));
  if (!ordered) return [...cuts, another(cuts)];
  return ['', ...cuts.flatMap((cut, index) => (`${cut}!` === cuts[index + 1] ? [cut] : [cut, `${cut}!`]))];
}

function another(texts: readonly string[]): string {
  let text = 'other';
  while (texts.includes(text)) text += '-other';
  return text;
}

function datePoints(cuts: readonly string[]): string[] {
  const [first] = cuts;
  if (first === undefined) return ['2026-01-01'];
  const points = [dayBeside(first, -1)];
  for (const [index, cut] of cuts.entries()) {
    const next = dayBeside(cut, 1);
    points.push(cut, ...(next === cuts[index + 1] ? [] : [next]));
  }
  return points;
}

function dayBeside(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
