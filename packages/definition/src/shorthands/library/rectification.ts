import type { LibraryShorthand } from './entry.ts';

/**
 * Rectification: an order with what is wrong and until when, the report that it is done or the due date, and then always a
 * look at the place by two officers, never paper alone. What is not put right is ordered again, so many rounds in all;
 * after that, or where it cannot wait, it goes on to a penalty or whatever the use names.
 */
export const rectification: LibraryShorthand = {
  title: { zh: '限期整改', en: 'Rectification' },
  parameters: {
    letter: null,
    days: 30,
    unit: 'calendar-day',
    reporter: 'applicant',
    reportForm: '',
    role: null,
    level: '',
    by: 2,
    separateFrom: '',
    form: null,
    requires: '',
    inspectDays: 5,
    inspectUnit: 'working-day',
    rounds: 2,
    next: null,
    escalation: null,
  },
  texts: {
    orderTitle: { zh: '责令整改', en: 'Order to put right' },
    reportTitle: { zh: '报告整改完成', en: 'Report as put right' },
    inspectTitle: { zh: '现场复查', en: 'Look at the place again' },
    passTitle: { zh: '复查合格', en: 'Put right' },
    againTitle: { zh: '再次责令整改', en: 'Order again' },
    escalateTitle: { zh: '移交处罚', en: 'Escalate' },
    roundsUsed: { zh: '整改次数已用完', en: 'The rounds are used up' },
  },
  steps: [
    { id: 'order', title: '$orderTitle', kind: 'effect', effects: [{ letter: '$letter' }], next: 'self' },
    {
      id: 'self',
      title: '$title',
      kind: 'wait',
      for: { days: '$days', unit: '$unit' },
      events: { report: { title: '$reportTitle', role: '$reporter', form: '$reportForm', to: 'inspect' } },
      next: 'inspect',
    },
    {
      id: 'inspect',
      title: '$inspectTitle',
      kind: 'task',
      role: '$role',
      level: '$level',
      by: '$by',
      'separate-from': '$separateFrom',
      form: '$form',
      within: { days: '$inspectDays', unit: '$inspectUnit' },
      outcomes: {
        pass: { title: '$passTitle', to: '$next', requires: '$requires' },
        again: {
          title: '$againTitle',
          to: 'order',
          reasons: 'required',
          guard: 'case.rounds.${self}-order < ${rounds}',
          refused: '$roundsUsed',
        },
        escalate: { title: '$escalateTitle', to: '$escalation', reasons: 'required' },
      },
    },
  ],
};
