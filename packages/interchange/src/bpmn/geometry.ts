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

/** Gives intervals tracks, so that those in one track do not touch. The longest come first and lie innermost. */
export function tracksOf(intervals: readonly { from: number; to: number }[]): { track: number[]; count: number } {
  const track: number[] = [];
  const taken: { from: number; to: number }[][] = [];
  const order = intervals.map((_, index) => index).sort((a, b) => length(intervals[a]) - length(intervals[b]));
  for (const index of order) {
    const one = intervals[index] as { from: number; to: number };
    let free = taken.findIndex((list) => list.every(({ from, to }) => to < one.from || one.to < from));
    if (free < 0) free = taken.push([]) - 1;
    taken[free]?.push(one);
    track[index] = free;
  }
  return { track, count: taken.length };
}

const length = (interval: { from: number; to: number } | undefined): number =>
  interval === undefined ? 0 : interval.to - interval.from;
