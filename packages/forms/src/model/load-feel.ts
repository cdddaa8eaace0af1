import { plainOf } from './plain-feel.ts';
import type { Evaluate } from './settle.ts';

let loaded: Evaluate | undefined;

/** FEEL, if some form of the page has loaded it. */
export const feelAtHand = (): Evaluate | undefined => loaded;

/** Loads FEEL; later calls are answered at once. */
export async function loadFeel(): Promise<Evaluate> {
  loaded ??= (await import('./feel.ts')).evaluateFeel;
  return loaded;
}

/** Whether a layout has an expression that only FEEL itself can decide. */
export function usesFeel(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(usesFeel);
  if (typeof part !== 'object' || part === null) return false;
  const { when, computed } = part as { when?: unknown; computed?: unknown };
  const hard = typeof when === 'string' && plainOf(when) === undefined;
  return hard || typeof computed === 'string' || Object.values(part).some(usesFeel);
}
