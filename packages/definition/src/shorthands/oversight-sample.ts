import { defaultText } from '../default-texts.ts';
import type { ExpandedStep, OversightSampleStep, ProgrammeSource } from '../types.ts';
import { entering, withBasis } from './entering.ts';

/** Oversight: a draw, a review of what is drawn, and taking back what was wrong. */
export function expandOversight(step: OversightSampleStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, share, always, level, role, form, next } = step;
  const basis = withBasis(step);
  return [
    {
      id,
      title,
      kind: 'draw',
      ...entering(step, next),
      ...basis,
      share,
      ...(always === undefined ? {} : { always }),
      chosen: `${id}-review`,
      rest: next,
    },
    {
      id: `${id}-review`,
      title,
      kind: 'task',
      ...basis,
      ...(level === undefined ? {} : { level }),
      role,
      ...(form === undefined ? {} : { form }),
      outcomes: {
        uphold: { title: defaultText('uphold', source.language), to: next },
        correct: {
          title: defaultText('correct', source.language),
          to: `${id}-correct`,
          reasons: 'required',
          reopens: true,
        },
      },
    },
    {
      id: `${id}-correct`,
      title,
      kind: 'effect',
      ...basis,
      effects: [{ 'end-award': true }],
      next: step['correct-to'],
    },
  ];
}
