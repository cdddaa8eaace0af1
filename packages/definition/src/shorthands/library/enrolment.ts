import type { LibraryShorthand } from './entry.ts';

/**
 * Enrolment: whoever wants to enrols until a day, each enrolment is looked at, and those that fit are taken by the time
 * they came in up to a quota; the next follow in reserve. The choice is visible as selected.USE-rank.
 */
export const enrolment: LibraryShorthand = {
  title: { zh: '报名录取', en: 'Enrolment' },
  parameters: {
    enrols: 'anyone',
    form: null,
    until: null,
    capacity: '',
    requires: '',
    role: null,
    level: '',
    reviewForm: '',
    keys: [{ value: 'each.index', order: 'ascending' }],
    ties: 'first',
    quota: null,
    reserve: '0',
    next: null,
    empty: '',
  },
  texts: {
    enrolTitle: { zh: '报名', en: 'Enrol' },
    reviewTitle: { zh: '资格审查', en: 'Look at the enrolment' },
    fitTitle: { zh: '符合条件', en: 'Fits' },
    unfitTitle: { zh: '不符合条件', en: 'Does not fit' },
    rankTitle: { zh: '按报名先后录取', en: 'Choose by order' },
  },
  steps: [
    {
      id: 'self',
      title: '$title',
      kind: 'each',
      enrol: {
        title: '$enrolTitle',
        role: '$enrols',
        form: '$form',
        until: '$until',
        capacity: '$capacity',
        requires: '$requires',
      },
      steps: [
        {
          id: 'review',
          title: '$reviewTitle',
          kind: 'task',
          role: '$role',
          level: '$level',
          form: '$reviewForm',
          outcomes: {
            fit: { title: '$fitTitle', to: 'fit' },
            unfit: { title: '$unfitTitle', to: 'unfit', reasons: 'required', decides: 'denied' },
          },
        },
        { id: 'fit', title: '$fitTitle', kind: 'end', outcome: 'receipt-issued' },
        { id: 'unfit', title: '$unfitTitle', kind: 'end', outcome: 'denied' },
      ],
      join: 'all',
      next: 'rank',
    },
    {
      id: 'rank',
      title: '$rankTitle',
      kind: 'select',
      method: 'rank',
      from: 'items.${self}',
      where: 'each.outcome = "receipt-issued"',
      keys: '$keys',
      quota: '$quota',
      ties: '$ties',
      reserve: '$reserve',
      next: '$next',
      empty: '$empty',
    },
  ],
};
