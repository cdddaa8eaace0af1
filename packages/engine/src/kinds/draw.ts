/** A draw: this case falls into the sample, or it does not. */
import { holds, ProblemError, problem, valueIn } from '@aidflow/definition';
import { draw as drawCase } from '../draw.ts';
import { scopeOf } from '../scope.ts';
import type { StepKind } from './kind.ts';

export const draw: StepKind<'draw'> = {
  leaving: (step) => [
    { event: 'chosen', to: step.chosen },
    { event: 'rest', to: step.rest },
  ],

  automatic(programme, state, step, world) {
    const scope = scopeOf(programme, state, world);
    const share = valueIn(step.share, scope);
    // A share that is not known would let everybody pass unseen.
    if (typeof share !== 'number') {
      throw new ProblemError(problem('select/no-number', { expression: step.share, found: share }));
    }
    const always = step.always !== undefined && holds(step.always, scope);
    const trace = drawCase(world.seed, state.id, state.steps[step.id]?.rounds ?? 1, share, always);
    return { type: `${step.id}.${trace.chosen ? 'chosen' : 'rest'}`, detail: { draw: trace } };
  },
};
