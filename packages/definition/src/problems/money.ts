import type { ProblemTable } from './entry.ts';

/** Amounts. */
export const money = {
  'money/unknown-rounding': {
    status: 500,
    en: {
      title: 'No such rounding',
      detail: '"{rule}" is no rule of rounding.',
      hint: 'Use one of: {rules}.',
    },
    zh: { title: '没有该取整规则', detail: '“{rule}”不是取整规则。', hint: '可用：{rules}。' },
  },
  'money/tiers': {
    status: 500,
    en: {
      title: 'Tiers out of order',
      detail: 'Tier {tier} is not above the one before it.',
      hint: 'Let the limits ascend; only the last tier may have none.',
    },
    zh: {
      title: '分档顺序有误',
      detail: '第{tier}档不高于前一档。',
      hint: '各档界限应依次递增，只有最后一档可以没有界限。',
    },
  },
} as const satisfies ProblemTable;
