import type { ClockView } from '@aidflow/engine';
import { shortDeadline } from '../format/day.ts';
import type { Language, Say } from '../messages/messages.ts';

/** How a clock stands, told apart by shape and words as well as by colour. */
export type ClockTone = 'calm' | 'near' | 'breach' | 'paused' | 'done';

/** What both the inbox and the case know of a clock. */
export interface ClockLike {
  state: string;
  left: number;
  unit?: ClockView['unit'] | undefined;
  due?: string | undefined;
}

/** Days at which a limit counts as near. */
const nearDays = 2;

export function toneOf(clock: ClockLike): ClockTone {
  if (clock.state === 'paused') return 'paused';
  if (clock.state === 'breached' || clock.left < 0) return 'breach';
  if (clock.state === 'stopped') return 'done';
  return clock.left <= nearDays ? 'near' : 'calm';
}

/** "还剩3个工作日", "1 day over", "paused with 12 working days left". */
export function leftText(say: Say, clock: ClockLike): string {
  const unit = clock.unit ?? 'calendar-day';
  const tone = toneOf(clock);
  if (tone === 'done') return say('clock.stopped');
  if (tone === 'paused') return say('clock.paused', { days: say(`clock.days.${unit}`, { n: clock.left }) });
  if (clock.left < 0) return say(`clock.over.${unit}`, { n: -clock.left });
  return clock.left === 0 ? say('clock.today') : say(`clock.left.${unit}`, { n: clock.left });
}

/** The last day as a deadline, or nothing while there is none. */
export function dueText(language: Language, clock: ClockLike, today: string): string {
  return clock.due === undefined ? '' : shortDeadline(language, clock.due, today);
}
