import type { LibraryShorthand } from './entry.ts';

/**
 * Appeal: the applicant has sixty days from when the decision is known (administrative reconsideration law); a higher
 * body then keeps the decision, cancels it, or has it made again, within sixty days.
 */
export const appeal: LibraryShorthand = {
  title: { zh: '申请复议', en: 'Appeal' },
  parameters: {
    days: 60,
    unit: 'calendar-day',
    party: 'applicant',
    form: '',
    role: null,
    level: '',
    separateFrom: '',
    reviewForm: '',
    reviewDays: 60,
    reviewUnit: 'calendar-day',
    next: null,
    cancelled: null,
    again: null,
  },
  texts: {
    appealTitle: { zh: '申请复议', en: 'Appeal' },
    reviewTitle: { zh: '复议审理', en: 'Review of the decision' },
    keepTitle: { zh: '维持原决定', en: 'Keep the decision' },
    cancelTitle: { zh: '撤销原决定', en: 'Cancel the decision' },
    againTitle: { zh: '责令重新作出决定', en: 'Have it decided again' },
  },
  steps: [
    {
      id: 'self',
      title: '$title',
      kind: 'wait',
      for: { days: '$days', unit: '$unit' },
      events: {
        appeal: {
          title: '$appealTitle',
          role: '$party',
          form: '$form',
          reasons: 'required',
          to: 'review',
        },
      },
      next: '$next',
    },
    {
      id: 'review',
      title: '$reviewTitle',
      kind: 'task',
      role: '$role',
      level: '$level',
      'separate-from': '$separateFrom',
      form: '$reviewForm',
      within: { days: '$reviewDays', unit: '$reviewUnit' },
      outcomes: {
        keep: { title: '$keepTitle', to: '$next', reasons: 'required' },
        cancel: { title: '$cancelTitle', to: '$cancelled', reasons: 'required', reopens: true },
        again: { title: '$againTitle', to: '$again', reasons: 'required', reopens: true },
      },
    },
  ],
};
