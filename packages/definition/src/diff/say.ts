/** Pieces of sentences in both languages: who, how long, under which condition, how much. */
import type { Level } from '../divisions.ts';
import type { Period, Programme } from '../types.ts';
import type { Words } from './difference.ts';

/** The same text in both languages. */
export const same = (text: string): Words => ({ zh: text, en: text });

/** A text of a programme with its English translation, where it has one. */
export function title({ locales }: Programme, text: string): Words {
  const english = locales.en?.[text];
  const chinese = locales.zh?.[text];
  return { zh: chinese ?? text, en: english ?? text };
}

/** Several words as one list. */
export function list(parts: readonly Words[]): Words {
  if (parts.length === 0) return nothing;
  return {
    zh: parts.map(({ zh }) => zh).join('、'),
    en: parts.map(({ en }) => en).join(', '),
  };
}

export const nothing: Words = { zh: '无', en: 'nothing' };

/** Words in quotation marks. */
export const quoted = ({ zh, en }: Words): Words => ({ zh: `“${zh}”`, en: `"${en}"` });

const levelWords: Record<Level, Words> = {
  province: { zh: '省级', en: 'the province' },
  city: { zh: '市级', en: 'the city' },
  county: { zh: '县级', en: 'the county' },
  township: { zh: '乡镇', en: 'the township' },
  village: { zh: '村级', en: 'the village' },
};

export const levelName = (level: Level): Words => levelWords[level];

/** Who acts, by role and level: `县级（县级确认岗）`, `the county (County confirming officer)`. */
export function who(programme: Programme, role: string, level?: Level): Words {
  if (role === 'applicant') return { zh: '申请人', en: 'the applicant' };
  if (role === 'anyone') return { zh: '任何人', en: 'anyone' };
  if (role === 'case') return { zh: '其他办件', en: 'another case' };
  const held = programme.definition.roles?.[role];
  const name = title(programme, held?.title ?? role);
  const at = level ?? held?.level;
  if (at === undefined) return name;
  const office = levelName(at);
  return { zh: `${office.zh}（${name.zh}）`, en: `${office.en} (${name.en})` };
}

/** `10个工作日`, `10 working days`; `7日`, `7 days`. */
export function period({ days, unit }: Period): Words {
  const zh = unit === 'working-day' ? '个工作日' : '日';
  const en = unit === 'working-day' ? 'working day' : 'day';
  if (typeof days === 'number') return { zh: `${days}${zh}`, en: `${days} ${en}${days === 1 ? '' : 's'}` };
  return { zh: `按“${days}”计算的${zh === '日' ? '日数' : '工作日数'}`, en: `as many ${en}s as "${days}"` };
}

/** Two periods: the earlier one is cut to its number where English would not repeat the unit. */
export function periods(before: Period, after: Period): { before: Words; after: Words } {
  const short =
    before.unit === after.unit && typeof before.days === 'number' && typeof after.days === 'number';
  const { zh, en } = period(before);
  return { before: { zh, en: short ? String(before.days) : en }, after: period(after) };
}

/** Less or more time; undefined where that cannot be told, as between units of which neither is surely longer. */
export function longer(before: Period, after: Period): boolean | undefined {
  if (typeof before.days !== 'number' || typeof after.days !== 'number') return undefined;
  if (before.unit === after.unit) return after.days > before.days;
  // A number of working days never is less time than the same number of calendar days.
  if (after.unit === 'working-day') return after.days >= before.days ? true : undefined;
  return after.days <= before.days ? false : undefined;
}

/** `仅当“...”时`, `only when "..."`; without a condition, always. */
export function condition(feel: unknown): Words {
  if (feel === undefined) return { zh: '一律', en: 'always' };
  return { zh: `仅当“${String(feel)}”时`, en: `only when "${String(feel)}"` };
}

/** Fen as yuan: `1500元`, `1500.50 yuan`. */
export function money(fen: number): Words {
  const yuan = fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
  return { zh: `${yuan}元`, en: `${yuan} yuan` };
}

/** Any JSON as it is written; short enough to be read in a sentence. */
export function value(json: unknown): Words {
  if (json === undefined || json === null) return nothing;
  if (json === true) return { zh: '是', en: 'yes' };
  if (json === false) return { zh: '否', en: 'no' };
  if (typeof json === 'number') return same(String(json));
  const text = typeof json === 'string' ? json : JSON.stringify(json);
  return quoted(same(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text));
}

/** Past this a value is cut: the change itself carries all of it. */
const LONGEST = 200;

/** Result of a rule's row. */
export const resultName: Record<string, Words> = {
  pass: { zh: '通过', en: 'pass' },
  fail: { zh: '不通过', en: 'fail' },
  unknown: { zh: '转人工', en: 'goes to a person' },
};

/** How a case ends. */
const outcomeWords: Record<string, Words> = {
  approved: { zh: '予以批准', en: 'approved' },
  'partly-approved': { zh: '部分批准', en: 'partly approved' },
  denied: { zh: '不予批准', en: 'denied' },
  'receipt-issued': { zh: '出具回执', en: 'receipt issued' },
  'correction-ordered': { zh: '责令改正', en: 'correction ordered' },
  referred: { zh: '转办', en: 'referred' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  lapsed: { zh: '逾期终止', en: 'lapsed' },
  'not-ours': { zh: '不属于本机关', en: 'not ours' },
};

export const endName = (outcome: unknown): Words =>
  outcome === undefined ? nothing : quoted(outcomeWords[String(outcome)] ?? same(String(outcome)));

const kindWords: Record<string, Words> = {
  task: { zh: '办理', en: 'a task' },
  check: { zh: '自动判断', en: 'a check' },
  parallel: { zh: '并行办理', en: 'parallel branches' },
  wait: { zh: '等待', en: 'a wait' },
  draw: { zh: '抽取', en: 'a draw by lot' },
  select: { zh: '遴选', en: 'a selection' },
  vote: { zh: '表决', en: 'a vote' },
  each: { zh: '逐项办理', en: 'a case for each item' },
  effect: { zh: '自动办理', en: 'something done by itself' },
  end: { zh: '办结', en: 'an end' },
  notice: { zh: '公示', en: 'a public notice' },
  supplement: { zh: '补正', en: 'a request for what is missing' },
  'oversight-sample': { zh: '抽查', en: 'a sample for oversight' },
};

export const kindName = (kind: string): Words => kindWords[kind] ?? same(kind);

/** Words for keys of the language, as an official would call them; what is not here is said as it is written. */
const settingWords: Record<string, Words> = {
  'valid-from': { zh: '施行日期', en: 'first day in force' },
  language: { zh: '语言', en: 'language' },
  timezone: { zh: '时区', en: 'time zone' },
  programme: { zh: '标识', en: 'id' },
  subject: { zh: '对象', en: 'subject' },
  timeout: { zh: '等待秒数', en: 'seconds to wait' },
  retries: { zh: '重试次数', en: 'number of retries' },
  title: { zh: '名称', en: 'name' },
  basis: { zh: '依据', en: 'basis' },
  when: { zh: '条件', en: 'condition' },
  max: { zh: '最多次数', en: 'highest number of times' },
  every: { zh: '间隔', en: 'interval' },
  pauses: { zh: '停止计时的时限', en: 'clocks that stand' },
  to: { zh: '去向', en: 'target' },
  where: { zh: '范围', en: 'selection' },
  'for-each': { zh: '对应的台账', en: 'records it goes through' },
  yearly: { zh: '每年的日期', en: 'day of the year' },
  monthly: { zh: '每月的日期', en: 'day of the month' },
  after: { zh: '相隔的时间', en: 'time after' },
  dates: { zh: '日期表', en: 'dates' },
  since: { zh: '起始日期', en: 'first date' },
  officers: { zh: '指定的办理人', en: 'list of officers who may act' },
  months: { zh: '发放月数', en: 'number of months' },
  division: { zh: '区划', en: 'division' },
  item: { zh: '事项内容', en: 'item' },
  rule: { zh: '认定规则', en: 'rule' },
  connector: { zh: '核对接口', en: 'system that is asked' },
  request: { zh: '核对请求', en: 'request' },
  consent: { zh: '授权条件', en: 'consent' },
  share: { zh: '抽取比例', en: 'share' },
  always: { zh: '必查的情形', en: 'cases that are always drawn' },
  method: { zh: '遴选方法', en: 'method' },
  from: { zh: '名单', en: 'list' },
  exclude: { zh: '排除的情形', en: 'exclusion' },
  count: { zh: '数量', en: 'number' },
  minimum: { zh: '最小值', en: 'least value' },
  maximum: { zh: '最大值', en: 'greatest value' },
  exclusiveMinimum: { zh: '下限（不含）', en: 'lower limit (not included)' },
  exclusiveMaximum: { zh: '上限（不含）', en: 'upper limit (not included)' },
  minLength: { zh: '最少字数', en: 'least number of characters' },
  maxLength: { zh: '最多字数', en: 'greatest number of characters' },
  minItems: { zh: '最少项数', en: 'least number of entries' },
  maxItems: { zh: '最多项数', en: 'greatest number of entries' },
  pattern: { zh: '格式', en: 'pattern' },
  format: { zh: '格式', en: 'format' },
  strata: { zh: '分层', en: 'strata' },
  keys: { zh: '排序依据', en: 'keys' },
  quota: { zh: '名额', en: 'quota' },
  ties: { zh: '并列时的办法', en: 'rule for ties' },
  reserve: { zh: '候补', en: 'reserve' },
  quorum: { zh: '法定人数', en: 'quorum' },
  pass: { zh: '通过条件', en: 'condition to pass' },
  totals: { zh: '计票', en: 'totals' },
  ballots: { zh: '投票', en: 'ballots' },
  items: { zh: '内容', en: 'items' },
  enrol: { zh: '报名', en: 'enrolment' },
  returns: { zh: '返回的内容', en: 'what each case gives back' },
  until: { zh: '截止日期', en: 'last date' },
  events: { zh: '事件', en: 'events' },
  amount: { zh: '金额', en: 'amount' },
  starts: { zh: '起发月份', en: 'first month' },
  payee: { zh: '收款人', en: 'payee' },
  entries: { zh: '登记的内容', en: 'entries' },
  for: { zh: '期限', en: 'period' },
  hit: { zh: '命中方式', en: 'hit policy' },
  date: { zh: '取值日期', en: 'date of the parameters' },
  reopens: { zh: '撤销决定', en: 'taking back of the decision' },
  state: { zh: '状态', en: 'state' },
  set: { zh: '写入的内容', en: 'fields that are set' },
  key: { zh: '编号', en: 'key' },
  event: { zh: '事件', en: 'event' },
  data: { zh: '附带的内容', en: 'data' },
  reason: { zh: '代码', en: 'code of the refusal' },
};

export const settingName = (key: string): Words => settingWords[key] ?? same(key);
