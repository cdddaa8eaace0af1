/** The words of a report. */
import type { ProblemLanguage } from '@aidflow/definition';

const words = {
  findings: { zh: '主要发现', en: 'What was found' },
  decision: { zh: '从申请到决定要多少天', en: 'Days from application to decision' },
  decisionHelp: {
    zh: '半数、九成、九成九的申请人在这么多天内得到决定；横线是 95% 置信区间。',
    en: 'Half, nine of ten and ninety-nine of a hundred applicants have their decision within so many days; the bar is the 95 % confidence interval.',
  },
  weeks: { zh: '什么时候申请的人等得久', en: 'Who waits longest: by week of application' },
  weeksHelp: {
    zh: '横轴为申请所在的周；粗线为中位数，细线为第九十百分位。底色为受灾期间。',
    en: 'By the week of application: the thick line is the median, the thin one the 90th percentile. Shaded: the bursts.',
  },
  queues: { zh: '谁的案头积压', en: 'Whose desk fills' },
  queuesHelp: {
    zh: '每日平均等待办理的件数，同一岗位各处合计；每图各有刻度。只列出曾有积压的岗位。',
    en: 'Tasks that wait, mean of each day, all divisions of a role together; each plot has a scale of its own. Roles without a queue are left out.',
  },
  busy: { zh: '各岗位忙碌率', en: 'How busy officers are' },
  busyHelp: {
    zh: '办理本类事项的时间占其可用工作时间的比例。长期超过 85%，偶然的集中到来就会形成积压。',
    en: 'Part of the time they have for these cases in which they work on them. Above 85 % for long, whatever comes irregularly piles up.',
  },
  clocks: { zh: '法定时限按时率', en: 'Statutory limits that are kept' },
  cost: { zh: '每件需要多少经办人工时', en: 'Officer hours for each case' },
  sweepHelp: {
    zh: '横轴为所试的取值；纵轴为经办人忙碌率，虚线为承受上限；点旁的天数是每件等待他们办理的时间。',
    en: 'Across: the values that were tried. Up: how busy the officers are; the broken line is what they can bear. The days at each point are how long a case waits for them.',
  },
  figures: { zh: '数字', en: 'Figures' },
  figuresHelp: {
    zh: '各次模拟的均值；方括号内为 95% 置信区间。差值为同一随机数下逐次配对的结果。',
    en: 'Means of the runs, with the 95 % interval in brackets. Differences are paired run by run, with the same chances.',
  },
  measure: { zh: '指标', en: 'Measure' },
  programme: { zh: '事项', en: 'Programme' },
  decidedAt: { zh: '决定层级', en: 'Decided at' },
  cases: { zh: '件数', en: 'Cases' },
  median: { zh: '中位数', en: 'Median' },
  desk: { zh: '岗位', en: 'Desk' },
  wait: { zh: '平均等待（天）', en: 'Mean wait (days)' },
  busyShort: { zh: '忙碌率', en: 'Busy' },
  peak: { zh: '一处最多积压', en: 'Longest queue in one place' },
  longest: { zh: '最慢处', en: 'Longest in' },
  days: { zh: '天', en: 'days' },
  waiting: { zh: '件', en: 'waiting' },
  hours: { zh: '小时', en: 'hours' },
  share: { zh: '比例', en: 'share' },
  half: { zh: '半数', en: 'half' },
  ninety: { zh: '九成', en: '9 of 10' },
  ninetyNine: { zh: '九成九', en: '99 of 100' },
  how: { zh: '怎样得出', en: 'How it was made' },
  difference: { zh: '与现状之差', en: 'Difference' },
  other: { zh: 'English', en: '中文' },
  value: { zh: '取值', en: 'Value' },
} as const satisfies Record<string, Record<ProblemLanguage, string>>;

/** The words in one language. */
export const wordsIn =
  (language: ProblemLanguage) =>
  (key: keyof typeof words): string =>
    words[key][language];
