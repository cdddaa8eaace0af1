/** The kinds of steps that stand for several. */
import { withInner } from '../procedure/steps.ts';
import type { ExpandedStep, ProgrammeSource, SourceStep } from '../types.ts';
import { expandNotice } from './notice.ts';
import { expandOversight } from './oversight-sample.ts';
import { expandSupplement } from './supplement.ts';

/**
 * The steps that one step stands for: itself, unless it is a shorthand. Targets are left as they are. Steps of kind use
 * are unfolded before and are nothing here.
 */
export function expandStep(step: SourceStep, source: ProgrammeSource): ExpandedStep[] {
  switch (step.kind) {
    case 'notice':
      return expandNotice(step, source);
    case 'supplement':
      return expandSupplement(step, source);
    case 'oversight-sample':
      return expandOversight(step, source);
    case 'use':
      return [];
    default: {
      const inner = (steps: SourceStep[]) => steps.flatMap((one) => expandStep(one, source));
      return [withInner(step, inner) as ExpandedStep];
    }
  }
}
