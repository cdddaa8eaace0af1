/** Problems of long-lived register entries. */
import type { ProblemTable } from './entry.ts';

export const records = {
  'record/exists': {
    status: 409,
    en: {
      title: 'It is registered already',
      detail: '"{key}" is in the register "{type}" since {created}.',
      hint: 'Look up the entry that is there and change it, or end this case.',
    },
    zh: {
      title: '已有登记',
      detail: '“{key}”已于{created}登记在“{type}”中。',
      hint: '请查阅并变更原登记，或终结本件。',
    },
  },
} as const satisfies ProblemTable;
