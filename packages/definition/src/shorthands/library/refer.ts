import type { LibraryShorthand } from './entry.ts';

/**
 * Refer: a letter asks another body, which acknowledges it and answers in time, or returns it as not its own. Times as for
 * clues about fraud that another department has to look into: two working days, then thirty days. What silence leads to
 * is for whoever uses it to say; it is never an approval.
 */
export const refer: LibraryShorthand = {
  title: { zh: '移送', en: 'Refer' },
  parameters: {
    letter: null,
    role: null,
    level: '',
    acknowledgeForm: '',
    days: 30,
    unit: 'calendar-day',
    acknowledgeDays: 2,
    acknowledgeUnit: 'working-day',
    form: '',
    next: null,
    returned: null,
    silence: null,
  },
  texts: {
    acknowledgeTitle: { zh: '签收移送', en: 'Acknowledge the referral' },
    acknowledgedTitle: { zh: '签收', en: 'Acknowledge' },
    answerTitle: { zh: '反馈处理结果', en: 'Answer' },
    notOursTitle: { zh: '不属本单位职责，退回', en: 'Return as not ours' },
  },
  steps: [
    { id: 'letter', title: '$title', kind: 'effect', effects: [{ letter: '$letter' }], next: 'acknowledge' },
    {
      id: 'acknowledge',
      title: '$acknowledgeTitle',
      kind: 'task',
      role: '$role',
      level: '$level',
      form: '$acknowledgeForm',
      within: { days: '$acknowledgeDays', unit: '$acknowledgeUnit', 'on-overdue': '$silence' },
      outcomes: {
        acknowledge: { title: '$acknowledgedTitle', to: 'self' },
        'not-ours': { title: '$notOursTitle', to: '$returned', reasons: 'required' },
      },
    },
    {
      id: 'self',
      title: '$title',
      kind: 'task',
      role: '$role',
      level: '$level',
      within: { days: '$days', unit: '$unit', 'on-overdue': '$silence' },
      outcomes: {
        answer: { title: '$answerTitle', to: '$next', form: '$form' },
        'not-ours': { title: '$notOursTitle', to: '$returned', reasons: 'required' },
      },
    },
  ],
};
