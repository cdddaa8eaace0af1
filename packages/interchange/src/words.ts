/** The few words that exported files need besides those of the definition, in its language. */
import type { Level, Period } from '@aidflow/definition';

const zh = {
  levels: { province: '省级', city: '市级', county: '县级', township: '乡镇级', village: '村级' },
  workingDays: (days: string) => `${days}个工作日`,
  calendarDays: (days: string) => `${days}日`,
  asSet: '规定的天数',
  overdue: '逾期',
  asked: (title: string) => `${title}？`,
  otherwise: '否则',
  results: {
    pass: '通过',
    fail: '不通过',
    unknown: '待人工认定',
    chosen: '抽中',
    rest: '未抽中',
    selected: '已选出',
    empty: '无人入选',
    passed: '通过',
    failed: '未通过',
    'no-quorum': '人数不足',
  },
  operations: '撤回、退回、转办、加签、延长、中止、恢复等操作随时可以办理，图中未画出。',
  veto: '否决',
} as const;

const en = {
  levels: { province: 'Province', city: 'City', county: 'County', township: 'Township', village: 'Village' },
  workingDays: (days: string) => `${days} working days`,
  calendarDays: (days: string) => `${days} days`,
  asSet: 'days as set',
  overdue: 'overdue',
  asked: (title: string) => `${title}?`,
  otherwise: 'otherwise',
  results: {
    pass: 'pass',
    fail: 'fail',
    unknown: 'unknown',
    chosen: 'chosen',
    rest: 'not chosen',
    selected: 'selected',
    empty: 'nobody selected',
    passed: 'carried',
    failed: 'not carried',
    'no-quorum': 'no quorum',
  },
  operations:
    'Withdrawing, returning, handing over, adding signers, extending, suspending and the like may be done at any time and are not drawn.',
  veto: 'veto',
} as const;

export interface Words {
  levels: Record<Level, string>;
  workingDays(days: string): string;
  calendarDays(days: string): string;
  asSet: string;
  overdue: string;
  asked(title: string): string;
  otherwise: string;
  results: Record<string, string>;
  operations: string;
  veto: string;
}

export const wordsIn = (language: string): Words => (language.startsWith('zh') ? zh : en);

/** A period as people read it. */
export function periodText({ days, unit }: Period, words: Words): string {
  if (typeof days !== 'number') return words.asSet;
  return unit === 'working-day' ? words.workingDays(String(days)) : words.calendarDays(String(days));
}

/** Words for what a file of another tool leaves out. */
export interface ImportWords {
  officer: string;
  apply: string;
  submit: string;
  done: string;
  end: string;
  decide: string;
}

export const importWordsIn = (language: string): ImportWords =>
  language.startsWith('zh')
    ? { officer: '经办人', apply: '提出申请', submit: '提交', done: '完成', end: '办结', decide: '判断' }
    : { officer: 'Officer', apply: 'Apply', submit: 'Submit', done: 'Done', end: 'End', decide: 'Decide' };
