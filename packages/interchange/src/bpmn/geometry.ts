/** Sizes and places of a diagram, in pixels. */
import type { FlowKind } from './flow.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Bounds extends Point {
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const EVENT: Size = { width: 36, height: 36 };
const GATEWAY: Size = { width: 50, height: 50 };
const TASK: Size = { width: 120, height: 80 };

export function sizeOf(kind: FlowKind): Size {
  if (kind.endsWith('Event')) return EVENT;
  return kind.endsWith('Gateway') ? GATEWAY : TASK;
}

/** From this height on edges come in one below the other. */
export const SPREAD = TASK.height;

export const isGateway = (kind: FlowKind): boolean => kind.endsWith('Gateway');

/** Height of a line of text. */
export const LINE = 14;

/** How wide a text is at the size at which tools draw names: a Chinese character is twice as wide as a Latin letter. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0xff ? 11.5 : 6;
  return Math.ceil(width) + 4;
}

/** The place of a text that is at most so wide and is broken where it is longer. */
export function textSize(text: string, widest: number): Size {
  const whole = textWidth(text);
  const width = Math.min(whole, widest);
  return { width, height: LINE * Math.ceil(whole / widest) };
}

export interface Interval {
  from: number;
  to: number;
}

/**
 * Gives intervals tracks from 0 on, so that those in one track do not touch. The shortest are placed first.
 *
 * @param before whether the first must lie in an earlier track than the second; kept as far as it goes round in no circle
 */
export function tracksOf(
  intervals: readonly Interval[],
  before: (one: number, other: number) => boolean = () => false,
): { track: number[]; count: number } {
  const track: number[] = [];
  const taken: Interval[][] = [];
  let left = intervals.map((_, index) => index).sort((a, b) => length(intervals[a]) - length(intervals[b]));
  while (left.length > 0) {
    const free = left.find((one) => left.every((other) => other === one || !before(other, one)));
    const next = free ?? (left[0] as number);
    const lowest = Math.max(-1, ...track.filter((_, other) => before(other, next))) + 1;
    const own = intervals[next] as Interval;
    let place = lowest;
    while (taken[place]?.some(({ from, to }) => own.from <= to && from <= own.to)) place += 1;
    for (let more = taken.length; more <= place; more += 1) taken.push([]);
    taken[place]?.push(own);
    track[next] = place;
    left = left.filter((one) => one !== next);
  }
  return { track, count: taken.length };
}

const length = (interval: Interval | undefined): number =>
  interval === undefined ? 0 : interval.to - interval.from;
