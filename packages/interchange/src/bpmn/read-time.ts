/** Times of a process as periods of the language. */
import { evaluate, type Period } from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import { definitionOf, ownFact, type Tell } from './net.ts';

const DAYS = { year: 365, month: 30, week: 7 };

/** More is no time limit of any office. */
const LONGEST = 3660;

/** What a timer waits for: a period, or a date as an expression. What cannot be said is told, and a day stands for it. */
export function timeOf(event: ModdleElement, tell: Tell): { for: Period } | { until: string } {
  const own = ownPeriod(event);
  if (own !== undefined) return { for: own };
  const until = ownFact(event, 'until');
  if (until !== undefined && readable(until)) return { until };
  const timer = definitionOf(event, 'Timer');
  const date = textOf(timer && partOf(timer, 'timeDate'), 'body');
  if (/^\d{4}-\d{2}-\d{2}/.test(date)) return { until: JSON.stringify(date.slice(0, 10)) };
  const duration = textOf(timer && partOf(timer, 'timeDuration'), 'body');
  const days = daysIn(duration);
  const cycle = textOf(timer && partOf(timer, 'timeCycle'), 'body');
  if (days === undefined || /[YMTH]/.test(duration)) tell('time', event, duration || date || cycle || '?');
  return { for: { days: days ?? 1, unit: 'calendar-day' } };
}

/** The period that an event says in our words. */
function ownPeriod(event: ModdleElement): Period | undefined {
  const [days, unit] = [ownFact(event, 'days'), ownFact(event, 'unit')];
  if (days === undefined || (unit !== 'working-day' && unit !== 'calendar-day')) return undefined;
  if (/^[1-9]\d{0,2}$/.test(days)) return { days: Number(days), unit };
  return readable(days) ? { days, unit } : undefined;
}

const readable = (expression: string): boolean => evaluate(expression, {}).problem === undefined;

/** Whole days of an ISO 8601 duration, parts of a day rounded up; nothing for what is none. */
function daysIn(duration: string): number | undefined {
  const parts = duration.match(
    /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(T[\dHMS.]+)?$/,
  );
  if (!parts || duration === 'P') return undefined;
  const [years, months, weeks, days] = parts.slice(1, 5).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const whole = years * DAYS.year + months * DAYS.month + weeks * DAYS.week + days;
  const hours = parts[5] === undefined ? 0 : (hoursIn(parts[5]) ?? 0);
  const all = whole + Math.ceil(hours / 24);
  return all > 0 && all <= LONGEST ? all : undefined;
}

function hoursIn(time: string): number | undefined {
  const parts = time.match(/^T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:([\d.]{1,8})S)?$/);
  if (!parts) return undefined;
  return Number(parts[1] ?? 0) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600;
}
