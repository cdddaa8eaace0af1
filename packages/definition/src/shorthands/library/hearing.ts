import type { LibraryShorthand } from './entry.ts';

/**
 * Hearing: a letter tells beforehand what is intended and that a hearing may be asked for within five working days; it is
 * announced seven working days ahead, and its record is what the decision then rests on (penalty procedure, rules for
 * registrars of social organisations).
 */
export const hearing: LibraryShorthand = {
  title: { zh: '听证', en: 'Hearing' },
  parameters: {
    letter: null,
    days: 5,
    unit: 'working-day',
    party: 'applicant',
    form: '',
    summons: null,
    noticeDays: 7,
    noticeUnit: 'working-day',
    role: null,
    level: '',
    by: '',
    separateFrom: '',
    recordForm: null,
    next: null,
  },
  texts: {
    noticeTitle: { zh: '事先告知', en: 'Prior notice' },
    askTitle: { zh: '要求听证', en: 'Ask for a hearing' },
    summonsTitle: { zh: '通知听证', en: 'Announce the hearing' },
    recordTitle: { zh: '听证笔录', en: 'Record of the hearing' },
    heldTitle: { zh: '已听证', en: 'Held' },
    waivedTitle: { zh: '当事人放弃听证', en: 'Given up' },
  },
  steps: [
    { id: 'notice', title: '$noticeTitle', kind: 'effect', effects: [{ letter: '$letter' }], next: 'self' },
    {
      id: 'self',
      title: '$title',
      kind: 'wait',
      for: { days: '$days', unit: '$unit' },
      events: { ask: { title: '$askTitle', role: '$party', form: '$form', to: 'summons' } },
      next: '$next',
    },
    {
      id: 'summons',
      title: '$summonsTitle',
      kind: 'effect',
      effects: [{ letter: '$summons' }],
      next: 'announced',
    },
    {
      id: 'announced',
      title: '$summonsTitle',
      kind: 'wait',
      for: { days: '$noticeDays', unit: '$noticeUnit' },
      next: 'record',
    },
    {
      id: 'record',
      title: '$recordTitle',
      kind: 'task',
      role: '$role',
      level: '$level',
      by: '$by',
      'separate-from': '$separateFrom',
      outcomes: {
        held: { title: '$heldTitle', to: '$next', form: '$recordForm' },
        waived: { title: '$waivedTitle', to: '$next', reasons: 'required' },
      },
    },
  ],
};
