import { box } from './measure.ts';

/** Where a line leaves the lower edge of a box, and on which side of it (-1 left, 1 right) its words have room. */
export interface Port {
  /** px from the middle. */
  offset: number;
  text: -1 | 1;
  /** px for the words. */
  room: number;
}

/** Nearest and furthest port from the middle, and the room that words need beside the line that goes straight down. */
const near = 12;
const far = box.width / 2 - 10;
const words = 54;
/** Room of the outermost words: they may reach past the box. */
const open = 112;

/** `count` ports of one side from `first` outwards, as positive offsets. */
function spread(count: number, first: number, text: -1 | 1): Port[] {
  // A single line stands well apart from the one in the middle.
  const start = count === 1 ? Math.max(first, 30) : first;
  const step = count > 1 ? (far - first) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => ({
    offset: text * (start + index * step),
    text,
    room: index === count - 1 ? open : step - 8,
  }));
}

/** Ports of a box from which so many lines leave to the left, perhaps one straight down, and so many to the right. */
export function portsOf(
  left: number,
  straight: boolean,
  right: number,
): { left: Port[]; straight: Port; right: Port[] } {
  // The words of the line in the middle go to the side with fewer lines.
  const side = left <= right ? -1 : 1;
  const busy = (count: number) => straight && count > 0;
  const shared = busy(side < 0 ? left : right);
  const first = (text: -1 | 1) => (straight && side === text ? words + 6 : near);
  return {
    left: spread(left, first(-1), -1),
    straight: { offset: 0, text: side, room: shared ? words : open },
    right: spread(right, first(1), 1),
  };
}
