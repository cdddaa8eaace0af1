/**
 * The service's clock. Real time, moved forward by an offset where a demonstration asks for it; the offset is kept in
 * the store, so that a restart does not fall back into the past.
 */

import { type Problem, problem } from '@aidflow/definition';
import { dayNumber, isoDate, localDate } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';

const OFFSET = 'clock.offset';
const DAY = 86_400_000;
/** Days by which one step may move the clock. */
const FARTHEST = 800;

export interface ServiceClock {
  /** Instant, ISO 8601 in UTC. */
  now(): string;
  /** Stands still at an instant until moved again; keeps it. Never goes back. */
  moveTo(instant: string): Promise<void>;
  /** Lets time run on from where it stands. */
  release(): void;
}

/** `real` is the time of the machine in milliseconds. */
export async function createClock(store: CaseStore, real: () => number = Date.now): Promise<ServiceClock> {
  let offset = Number((await store.setting(OFFSET)) ?? 0);
  let standing: number | undefined;
  const present = () => standing ?? real() + offset;
  return {
    now: () => new Date(present()).toISOString(),
    async moveTo(instant) {
      standing = Math.max(present(), Date.parse(instant));
      offset = standing - real();
      await store.setSetting(OFFSET, String(offset));
    },
    release() {
      if (standing !== undefined) offset = standing - real();
      standing = undefined;
    },
  };
}

/** How far to move: `3wd` (working days), `7d` (days), or an ISO date (nine o'clock there) or instant. */
export interface Advance {
  advance?: string | undefined;
  until?: string | undefined;
}

/** The instant an advance leads to, or why it cannot be made. */
export function targetOf(
  { advance, until }: Advance,
  now: string,
  isWorkingDay: (date: string) => boolean,
  timezone: string,
): { ok: true; instant: string } | { ok: false; problem: Problem } {
  const instant =
    advance === undefined ? instantOf(until ?? '', timezone) : span(advance, now, isWorkingDay, timezone);
  if (instant === undefined) {
    const reason = `"${advance ?? until ?? ''}" is neither a span such as 3wd or 7d nor a date`;
    return { ok: false, problem: problem('http/malformed', { reason }) };
  }
  const target = new Date(instant).toISOString();
  if (instant < Date.parse(now))
    return { ok: false, problem: problem('clock/backwards', { to: target, now }) };
  if (instant > Date.parse(now) + FARTHEST * DAY) {
    return { ok: false, problem: problem('clock/too-far', { to: target, max: FARTHEST }) };
  }
  return { ok: true, instant: target };
}

function span(
  text: string,
  now: string,
  isWorkingDay: (date: string) => boolean,
  timezone: string,
): number | undefined {
  const [, digits, unit] = /^(\d{1,3})(wd|d)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  if (unit === 'd') return Date.parse(now) + count * DAY;
  const today = dayNumber(localDate(now, timezone));
  let day = today;
  for (let left = count; left > 0; ) {
    day++;
    if (isWorkingDay(isoDate(day))) left--;
  }
  return Date.parse(now) + (day - today) * DAY;
}

function instantOf(text: string, timezone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined;
  const instant = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(instant)) return undefined;
  if (text.length > 10) return instant;
  // Nine in the morning there: found by how late it is there at nine in UTC.
  const nine = instant + 9 * 3_600_000;
  const there = new Date(nine).toLocaleString('sv-SE', { timeZone: timezone }).replace(' ', 'T');
  return nine - (Date.parse(`${there}Z`) - nine);
}
