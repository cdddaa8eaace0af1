import { defaultText } from '../default-texts.ts';
import type { Effect, ExpandedStep, ProgrammeSource, SupplementStep } from '../types.ts';
import { entering, withBasis } from './entering.ts';

/** A supplement: a letter that says once what is missing, and a task of the applicant. */
export function expandSupplement(step: SupplementStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, form, letter, within, lapsed } = step;
  const basis = withBasis(step);
  const entry = entering(step, step['back-to']);
  const task: ExpandedStep = {
    id,
    title,
    kind: 'task',
    ...(letter === undefined ? entry : {}),
    ...basis,
    role: 'applicant',
    form,
    within: { ...within, 'on-overdue': lapsed },
    outcomes: { supply: { title: defaultText('supply', source.language), to: step['back-to'] } },
  };
  if (letter === undefined) return [task];
  const effects: Effect[] = [{ letter }];
  return [{ id: `${id}-notice`, title, kind: 'effect', ...entry, ...basis, effects, next: id }, task];
}
