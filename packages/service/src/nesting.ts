/** How deep data may be nested: whatever walks through it later, function by function, must not run out of stack. */

/** Levels of lists and objects in what somebody sends. */
export const DEEPEST = 64;

/** Whether a value holds more than `levels` levels of lists and objects. Walks level by level, without calling itself. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true;
    level = level.flatMap((one) => Object.values(one).filter(isContainer));
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;
