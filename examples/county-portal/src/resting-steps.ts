/** The steps of a definition in which a case can stay for a while: those that wait for people or time. */
import type { Bundle } from '@aidflow/definition';

export interface StepTitle {
  id: string;
  title: string;
}

type Steps = Bundle['definition']['steps'];

export function restingSteps(steps: Steps): StepTitle[] {
  return steps.flatMap((step) => {
    if (step.kind === 'parallel')
      return Object.values(step.branches).flatMap((branch) => restingSteps(branch.steps));
    return step.kind === 'task' || step.kind === 'wait' ? [{ id: step.id, title: step.title }] : [];
  });
}
