import type { LibraryShorthand } from './entry.ts';

/**
 * Batch pay: the lines of a list that are ready, finance approves them together, and each is paid by itself. A rule judges
 * what the bank answers: an answer alone is no payment. A payment that did not go through, or of which nothing is known,
 * goes to a person, who tries it again, books it or gives it up; the other lines do not wait for it, and none is lost.
 */
export const batchPay: LibraryShorthand = {
  title: { zh: '批量发放', en: 'Pay a list' },
  parameters: {
    lines: null,
    ready: 'each.ready = true',
    role: null,
    level: '',
    by: '',
    separateFrom: '',
    form: '',
    connector: null,
    rule: null,
    request: { line: 'item' },
    effects: null,
    next: null,
    refused: null,
    empty: '',
  },
  texts: {
    approvalTitle: { zh: '财政审核总额', en: 'Approve the total' },
    approveTitle: { zh: '同意发放', en: 'Approve' },
    refuseTitle: { zh: '退回名册', en: 'Return the list' },
    payTitle: { zh: '逐笔发放', en: 'Pay each line' },
    repairTitle: { zh: '核实未成功的发放', en: 'Look into a payment that failed' },
    retryTitle: { zh: '重新发放', en: 'Try again' },
    paidTitle: { zh: '已发放', en: 'Paid' },
    unpaidTitle: { zh: '未发放', en: 'Not paid' },
  },
  steps: [
    {
      id: 'self',
      title: '$title',
      kind: 'select',
      method: 'filter',
      from: '$lines',
      where: '$ready',
      next: 'approval',
      empty: '$empty',
    },
    {
      id: 'approval',
      title: '$approvalTitle',
      kind: 'task',
      role: '$role',
      level: '$level',
      by: '$by',
      'separate-from': '$separateFrom',
      form: '$form',
      outcomes: {
        approve: { title: '$approveTitle', to: 'pay' },
        refuse: { title: '$refuseTitle', to: '$refused', reasons: 'required' },
      },
    },
    {
      id: 'pay',
      title: '$payTitle',
      kind: 'each',
      items: 'selected.${self}.chosen',
      steps: [
        {
          id: 'transfer',
          title: '$payTitle',
          kind: 'check',
          connector: '$connector',
          rule: '$rule',
          request: '$request',
          pass: 'book',
          fail: 'repair',
          unknown: 'repair',
        },
        {
          id: 'repair',
          title: '$repairTitle',
          kind: 'task',
          role: '$role',
          level: '$level',
          outcomes: {
            retry: { title: '$retryTitle', to: 'transfer' },
            paid: { title: '$paidTitle', to: 'book', reasons: 'required' },
            unpaid: { title: '$unpaidTitle', to: 'unpaid', reasons: 'required' },
          },
        },
        { id: 'book', title: '$paidTitle', kind: 'effect', effects: '$effects', next: 'paid' },
        { id: 'paid', title: '$paidTitle', kind: 'end', outcome: 'receipt-issued' },
        { id: 'unpaid', title: '$unpaidTitle', kind: 'end', outcome: 'lapsed' },
      ],
      join: 'all',
      next: '$next',
    },
  ],
};
