/** Effects: what is done once, recorded in full so that it is never done again. */
import { effectsOf } from '../effects.ts';
import type { StepKind } from './kind.ts';

export const effect: StepKind<'effect'> = {
  leaving: (step) => [{ event: 'done', to: step.next }],
  automatic: (programme, state, step, world) => ({
    type: `${step.id}.done`,
    detail: effectsOf(programme, step, state, world),
  }),
};
