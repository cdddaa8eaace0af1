import type { ClockView } from '@aidflow/engine';
import { addDays, dateOf, daysBetween } from '../format/day.ts';

export interface Stretch {
  kind: 'used' | 'paused' | 'left' | 'over';
  /** First and last day, both inclusive; `to` of an open pause is today. */
  from: string;
  to: string;
  step?: string;
  open?: true;
}

export interface ClockBar {
  /** First and last day drawn. */
  from: string;
  to: string;
  today: string | undefined;
  stretches: Stretch[];
}

const later = (a: string, b: string) => [a, b].sort()[1] ?? a;

/** A clock as stretches of calendar days, from the day after it started to its last day or today. */
export function barOf(clock: ClockView, today: string): ClockBar {
  const from = addDays(dateOf(clock.started), 1);
  const stopped = clock.stopped === undefined ? undefined : dateOf(clock.stopped);
  const now = stopped ?? (today < from ? addDays(from, -1) : today);
  const due = clock.due ?? addDays(now, Math.max(1, clock.left));
  const to = later(later(due, now), from);
  const stretches: Stretch[] = [];
  const push = (stretch: Stretch) => {
    if (daysBetween(stretch.from, stretch.to) >= 0) stretches.push(stretch);
  };
  const spent = (first: string, last: string) => {
    push({ kind: 'used', from: first, to: last < due ? last : due });
    const late = addDays(due, 1);
    push({ kind: 'over', from: later(first, late), to: last });
  };
  let next = from;
  for (const pause of clock.pauses) {
    const start = dateOf(pause.from);
    const end = pause.to === undefined ? now : dateOf(pause.to);
    // The day on which a pause begins still counts; the day on which it ends does not.
    spent(next, start);
    const first = later(addDays(start, 1), next);
    push({
      kind: 'paused',
      from: first,
      to: end,
      ...(pause.step === undefined ? {} : { step: pause.step }),
      ...(pause.to === undefined ? { open: true } : {}),
    });
    next = later(addDays(end, 1), next);
  }
  spent(next, now);
  if (stopped === undefined) push({ kind: 'left', from: later(addDays(now, 1), next), to: due });
  return { from, to, today: stopped === undefined && today >= from ? today : undefined, stretches };
}
