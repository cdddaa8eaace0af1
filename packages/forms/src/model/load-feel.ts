import type { FormModel } from './form-model.ts';
import { plainOf } from './plain-feel.ts';
import type { Evaluate } from './settle.ts';

let loaded: Evaluate | undefined;

/** Has FEEL decide in a model whose layout needs it: at once where the page has it already, else when it is there. */
export function bringFeel(model: FormModel): void {
  if (loaded !== undefined) model.follow(loaded);
  else {
    import('./feel.ts').then(
      ({ evaluateFeel }) => {
        loaded = evaluateFeel;
        model.follow(loaded);
      },
      () => model.showEverything(),
    );
  }
}

/** Whether a layout has an expression that only FEEL itself can decide. */
export function usesFeel(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(usesFeel);
  if (typeof part !== 'object' || part === null) return false;
  const { when, that, computed } = part as { when?: unknown; that?: unknown; computed?: unknown };
  const hard = [when, that].some((text) => typeof text === 'string' && plainOf(text) === undefined);
  return hard || typeof computed === 'string' || Object.values(part).some(usesFeel);
}
