/** Which forms a step carries, and which are filled in by the time a case comes to a step. */
import { reachable, reversed, waysFrom } from '../graph.ts';
import type { ExpandedStep } from '../types.ts';
import { type Passage, type Procedure, wayAt } from './procedures.ts';

/** The forms that people fill in at a step. */
export function formsAt(step: ExpandedStep): string[] {
  const all = (): (string | undefined)[] => {
    switch (step.kind) {
      case 'task':
        return [step.form, ...Object.values(step.outcomes).map(({ form }) => form)];
      case 'wait':
        return Object.values(step.events ?? {}).map(({ form }) => form);
      case 'vote':
        return [step.form];
      case 'each':
        return [step.enrol?.form];
      default:
        return [];
    }
  };
  return all().filter((form) => form !== undefined);
}

/** The forms that somebody may have filled in when a case comes to a step: on some way at least. */
export function formsBefore(procedure: Procedure, step: string): Set<string> {
  const { open, steps } = procedure;
  const before = reachable([step], reversed(waysFrom(open)));
  const arriving = open.filter(({ to }) => before.has(to)).flatMap((passage) => formsOf(passage, procedure));
  // Branches run side by side: what one asks for may be there before another.
  const parallel = steps.get(step)?.parallel;
  const beside = [...steps.values()]
    .filter((flat) => parallel !== undefined && flat.parallel === parallel)
    .flatMap((flat) => formsAt(flat.step));
  return new Set([...arriving, ...beside]);
}

/** The forms that are filled in when a passage is taken. */
function formsOf({ from, key }: Passage, { steps }: Procedure): string[] {
  const { step } = steps.get(from) ?? {};
  if (step === undefined) return [];
  if (step.kind !== 'task' && step.kind !== 'wait') return formsAt(step);
  const own = step.kind === 'task' && key.startsWith('/outcomes') ? step.form : undefined;
  return [own, wayAt(step, key)?.form].filter((form) => form !== undefined);
}
