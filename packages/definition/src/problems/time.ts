import type { ProblemTable } from './entry.ts';

/** Clocks, timers and the calendar. */
export const time = {
  'clock/unknown-year': {
    status: 422,
    en: {
      title: 'The calendar does not know this year',
      detail: 'The working days of {year} are not known yet.',
      hint: 'Add the holidays of {year} once the State Council has published them.',
    },
    zh: {
      title: '尚无该年度节假日安排',
      detail: '{year}年的工作日安排尚未录入。',
      hint: '国务院公布{year}年放假安排后请录入。',
    },
  },
  'clock/day-twice': {
    status: 422,
    en: {
      title: 'A day both on and off',
      detail: 'The county calendar has {date} as a working day and as a day off.',
      hint: 'Keep one of the two.',
    },
    zh: {
      title: '同一天既上班又放假',
      detail: '县级日历中{date}既是工作日又是休息日。',
      hint: '请只保留其中一项。',
    },
  },
  'clock/unknown': {
    status: 404,
    en: {
      title: 'No such clock',
      detail: 'The programme has no clock "{clock}".',
      hint: 'It has: {clocks}.',
    },
    zh: { title: '时限不存在', detail: '该事项没有时限“{clock}”。', hint: '现有时限：{clocks}。' },
  },
  'clock/already-extended': {
    status: 409,
    en: {
      title: 'Extended already',
      detail: 'The clock "{clock}" was extended on {at}. It can be extended once.',
      hint: 'Decide within the time that is left.',
    },
    zh: {
      title: '已经延长过',
      detail: '时限“{clock}”已于{at}延长，只能延长一次。',
      hint: '请在剩余时限内办结。',
    },
  },
  'clock/not-running': {
    status: 409,
    en: {
      title: 'The clock is not running',
      detail: 'The clock "{clock}" has not started, or has stopped.',
      hint: 'Only a running clock can be extended.',
    },
    zh: {
      title: '时限未在计算',
      detail: '时限“{clock}”尚未开始或已经停止。',
      hint: '只有计算中的时限可以延长。',
    },
  },
  'clock/no-extension': {
    status: 409,
    en: {
      title: 'This clock is never extended',
      detail: 'The definition gives no extension for the clock "{clock}".',
      hint: 'Decide within the time limit.',
    },
    zh: { title: '该时限不得延长', detail: '流程定义未规定“{clock}”可以延长。', hint: '请在时限内办结。' },
  },
  'clock/invalid-date': {
    status: 422,
    en: { title: 'Not a date', detail: '"{date}" is not a date.', hint: 'Write it as 2026-03-02.' },
    zh: { title: '不是日期', detail: '“{date}”不是日期。', hint: '请写成2026-03-02。' },
  },
  'timer/not-due': {
    status: 409,
    en: {
      title: 'Not due yet',
      detail: 'The timer "{timer}" is due at {due}; it is {now}.',
      hint: 'Try again when it is due.',
    },
    zh: { title: '时间未到', detail: '定时“{timer}”应于{due}触发，现在是{now}。', hint: '到时再试。' },
  },
  'timer/unknown': {
    status: 409,
    en: {
      title: 'The timer is gone',
      detail: 'The case has no timer "{timer}" any more.',
      hint: 'The case has moved on: nothing needs to be done.',
    },
    zh: { title: '定时已失效', detail: '办件已没有定时“{timer}”。', hint: '办件已进入其他环节，无需处理。' },
  },
} as const satisfies ProblemTable;
