import { defaultText } from '../default-texts.ts';
import type { ExpandedStep, NoticeStep, ProgrammeSource } from '../types.ts';
import { entering, withBasis } from './entering.ts';

/** A notice: publishing, a wait in which anyone may object, and looking into the objection. */
export function expandNotice(step: NoticeStep, source: ProgrammeSource): ExpandedStep[] {
  const { id, title, items, verify, next } = step;
  const basis = withBasis(step);
  const { title: verifyTitle = title, ...task } = verify;
  // Without a form the objection is what is written as reasons.
  const written =
    source.forms && Object.hasOwn(source.forms, 'objection')
      ? { form: 'objection' }
      : { reasons: 'required' as const };
  return [
    {
      id: `${id}-publish`,
      title,
      kind: 'effect',
      ...entering(step, next),
      ...basis,
      effects: [{ publish: { items, for: step.for } }],
      next: id,
    },
    {
      id,
      title,
      kind: 'wait',
      ...basis,
      for: step.for,
      events: {
        object: {
          title: defaultText('object', source.language),
          to: `${id}-verify`,
          role: 'anyone',
          ...written,
        },
      },
      next,
    },
    { id: `${id}-verify`, title: verifyTitle, kind: 'task', ...basis, ...task },
  ];
}
