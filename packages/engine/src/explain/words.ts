/** The words of an explanation in Chinese and English. `{name}` is replaced by the value of that name. */

export type PageLanguage = 'zh' | 'en';

export const words = {
  heading: { zh: '为什么这样办理', en: 'Why it was done this way' },
  subtitle: { zh: '{programme}，办件编号 {number}', en: '{programme}, case {number}' },
  masked: {
    zh: '本页已按表单的保密标记隐去个人信息。',
    en: 'Personal data is masked here as the forms demand.',
  },

  'what.title': { zh: '办理了什么', en: 'What was done' },
  'what.person': {
    zh: '{date}，{who}在“{step}”环节选择：{outcome}。',
    en: '{date}: {who} chose "{outcome}" in the step "{step}".',
  },
  'what.done': { zh: '{date}，{who}：{step}。', en: '{date}: {who}: {step}.' },
  'what.system': {
    zh: '{date}，系统按流程自动办理“{step}”：{outcome}。',
    en: '{date}: the step "{step}" was done automatically: {outcome}.',
  },
  'what.tally': {
    zh: '应到 {electorate} 人，实到 {present} 人；同意 {yes}，反对 {no}，弃权 {abstain}，无效 {invalid}。',
    en: '{present} of {electorate} took part: {yes} yes, {no} no, {abstain} abstained, {invalid} invalid.',
  },
  'what.reasons': { zh: '理由：{reasons}', en: 'Reasons: {reasons}' },
  'what.award': { zh: '每月发放 {amount}，从 {month}起。', en: '{amount} a month, from {month}.' },
  'what.award.once': { zh: '于 {month}一次性发放 {amount}。', en: '{amount} once, in {month}.' },
  'what.award.months': {
    zh: '每月发放 {amount}，从 {month}起共 {months} 个月。',
    en: '{amount} a month for {months} months, from {month}.',
  },
  'what.letter': { zh: '已出具《{title}》，文号 {number}。', en: 'Letter issued: {title}, No. {number}.' },
  'what.notice': { zh: '已公示，自 {from}至 {to}。', en: 'Published from {from} to {to}.' },
  'what.ended': { zh: '办件到此办结：{outcome}。', en: 'The case ended with it: {outcome}.' },

  'basis.title': { zh: '依据的规定', en: 'The law it rests on' },
  'basis.cite': { zh: '{cite}（{certainty}）', en: '{cite} ({certainty})' },
  'basis.none': { zh: '流程定义没有列出依据。', en: 'The definition names none.' },
  'certainty.sure': { zh: '国家规定', en: 'national rule' },
  'certainty.likely': { zh: '国家规定，具体表述可能有出入', en: 'national rule, its wording may differ' },
  'certainty.local': { zh: '本地规定', en: 'set locally' },

  'rule.title': { zh: '怎样认定的', en: 'How it was judged' },
  'rule.result': { zh: '结果：{result}。', en: 'Result: {result}.' },
  'rule.on': {
    zh: '这是转版本之前按{title}第 {version} 版认定的。',
    en: 'It was judged before the case moved, on {title}, version {version}.',
  },
  'rule.rows': { zh: '符合规则表第 {rows} 行：', en: 'Row {rows} of the table fits:' },
  'rule.two': {
    zh: '规则表中有多行同时符合（{rows}），转由人工判断。',
    en: 'Several rows of the table fit ({rows}); a person judges.',
  },
  'rule.none': {
    zh: '规则表中没有符合的行，转由人工判断。',
    en: 'No row of the table fits; a person judges.',
  },
  'rule.any': { zh: '前面各行所列的情形都没有。', en: 'Nothing that the rows above name applies.' },
  'rule.inputs': { zh: '当时认定所用的情况', en: 'The facts it was judged on' },
  'rule.values': { zh: '得出的结果', en: 'What it came to' },
  'result.pass': { zh: '通过', en: 'passed' },
  'result.fail': { zh: '未通过', en: 'not passed' },
  'result.unknown': { zh: '不能确定', en: 'unknown' },

  'test.condition': { zh: '条件', en: 'Condition' },
  'test.value': { zh: '本件情况', en: 'In this case' },
  'test.required': { zh: '要求', en: 'Required' },
  'test.<': { zh: '低于{limit}', en: 'less than {limit}' },
  'test.<=': { zh: '不超过{limit}', en: 'at most {limit}' },
  'test.>': { zh: '高于{limit}', en: 'more than {limit}' },
  'test.>=': { zh: '不低于{limit}', en: 'at least {limit}' },
  'test.or': { zh: '或', en: ' or ' },

  'parameters.title': { zh: '采用的标准', en: 'The standards that applied' },
  'parameters.line': {
    zh: '{value}（自 {from}起{until}；{certainty}）',
    en: '{value} (from {from}{until}; {certainty})',
  },
  'parameters.others': { zh: '规则还用到的其他标准', en: 'Other standards that the rules name' },
  'parameters.until': { zh: '，至 {until}前', en: ', before {until}' },
  'parameters.source': { zh: '来源：{source}', en: 'Source: {source}' },

  'authority.title': { zh: '办理的权限', en: 'By what authority' },
  'authority.own-role': {
    zh: '{division}{role}，本级职权。',
    en: '{role} of {division}, by their own office.',
  },
  'authority.delegation': {
    zh: '{division}{role}，依据下放的权限：{from}以{document}将“{action}”下放至{to}，自 {effective}起{until}。',
    en: '{role} of {division}, by delegation: {from} moved "{action}" to {to} by {document}, from {effective}{until}.',
  },
  'authority.limit': { zh: '下放限额：{limit}。', en: 'The delegation holds up to {limit}.' },
  'authority.until': { zh: '，至 {until}前', en: ', before {until}' },
  'authority.stand-in': {
    zh: '{division}{role}，替 {for} 代办。',
    en: '{role} of {division}, standing in for {for}.',
  },
  'authority.added-signer': {
    zh: '{division}{role}，被加签会办。',
    en: '{role} of {division}, asked to sign, too.',
  },
  'authority.own-case': { zh: '申请人办理自己的事项。', en: 'The applicant, in their own case.' },
  'authority.public': { zh: '任何人都可以提出。', en: 'Open to anybody.' },
  'authority.system': { zh: '系统按流程自动办理。', en: 'Done by the system as the procedure says.' },

  'signed.title': { zh: '谁签的字', en: 'Who signed' },
  'signed.line': { zh: '{who}，{date}，{outcome}', en: '{who}, {date}, {outcome}' },

  'clocks.title': { zh: '当时的办理期限', en: 'The time limits then' },
  'clocks.limit': { zh: '{date}开始，共 {days}', en: 'began {date}, {days}' },
  'clocks.running': { zh: '期限至 {due}，还剩 {left}。', en: 'ends {due}, {left} left.' },
  'clocks.paused': { zh: '暂停计算，还剩 {left}。', en: 'stands, {left} left.' },
  'clocks.stopped': { zh: '已于 {stopped}办结，在期限内。', en: 'met on {stopped}.' },
  'clocks.breached': { zh: '期限至 {due}，已超过。', en: 'ended {due} and was missed.' },
  'clocks.extended': { zh: '已延长一次。', en: 'Extended once.' },
  'clocks.pause': { zh: '{from}至 {to}不计：{cause}。', en: 'Not counted from {from} to {to}: {cause}.' },
  'clocks.pausing': { zh: '自 {from}起不计：{cause}。', en: 'Not counted since {from}: {cause}.' },
  'cause.step': { zh: '等待“{step}”', en: 'waiting for "{step}"' },
  'cause.ask': { zh: '{by}请申请人说明情况', en: '{by} asked the applicant' },
  'cause.suspend': { zh: '{by}中止办理', en: '{by} suspended the case' },
  'working-day': { zh: '{n} 个工作日', en: '{n} working days' },
  'calendar-day': { zh: '{n} 天', en: '{n} days' },

  'draw.title': { zh: '怎样抽取的', en: 'How it was drawn' },
  'draw.chosen': { zh: '本件被抽中。', en: 'This case was drawn.' },
  'draw.rest': { zh: '本件未被抽中。', en: 'This case was not drawn.' },
  'draw.always': { zh: '按规定必查，不论抽取结果。', en: 'It is always taken, whatever the draw.' },
  'draw.numbers': {
    zh: '抽取数 {fraction}，小于比例 {share} 即抽中。',
    en: 'The number drawn is {fraction}; below the share {share} it is taken.',
  },
  'draw.selected': {
    zh: '从 {size} 个中选出 {count} 个，候补 {reserve} 个。',
    en: '{count} of {size} were chosen, {reserve} in reserve.',
  },
  'draw.seed': { zh: '事先公布的种子', en: 'Seed, announced before' },
  'draw.pool': { zh: '名单的校验值', en: 'Hash of what was drawn from' },
  'draw.algorithm': { zh: '算法', en: 'Algorithm' },
  'draw.repeat.draw': {
    zh: '重做的办法：对“{key}”作 SHA-256，得到名单的校验值；对“种子、换行、该校验值”再作 SHA-256，取前 12 位十六进制数除以 16 的 12 次方，即抽取数。',
    en: 'To repeat it: the SHA-256 of "{key}" is the hash above; the first 12 hexadecimal digits of the SHA-256 of seed, line feed and that hash, divided by 16 to the power of 12, are the number drawn.',
  },
  'draw.repeat.select': {
    zh: '重做的办法：对每个对象作“种子、换行、{key}、换行、该对象”的 SHA-256，值小的先抽中。',
    en: 'To repeat it: for each member, the SHA-256 of seed, line feed, "{key}", line feed and the member; the smallest are drawn first.',
  },
  'draw.same': { zh: '按记录重做，结果相同。', en: 'Made again from the record, it gives the same.' },
  'draw.differs': {
    zh: '按记录重做，结果不同，请核查。',
    en: 'Made again from the record, it gives something else: look into it.',
  },

  'move.title': { zh: '转到了哪个版本', en: 'To which version' },
  'move.from': { zh: '原版本', en: 'Before' },
  'move.to': { zh: '新版本', en: 'After' },
  'move.version': { zh: '{title}，第 {version} 版', en: '{title}, version {version}' },
  'move.stood': { zh: '原在环节', en: 'Stood in' },
  'move.stands': { zh: '现在环节', en: 'Stands in' },
  'move.renamed': { zh: '“{from}”改为“{to}”。', en: '"{from}" is now "{to}".' },
  'move.gone': { zh: '新版本没有“{from}”。', en: 'The later version has no "{from}".' },
  'move.clock': { zh: '时限“{from}”改为“{to}”。', en: 'The time limit "{from}" is now "{to}".' },
  'move.clock-gone': { zh: '时限“{from}”不再计算。', en: 'The time limit "{from}" no longer runs.' },
  'move.started': { zh: '时限“{title}”自 {date}起算。', en: 'The time limit "{title}" runs from {date}.' },
  'move.kept': {
    zh: '此前已办的事不重新认定；此后按新版本办理。',
    en: 'What was done before is not judged again; what comes goes by the later version.',
  },

  'data.title': { zh: '当时的材料', en: 'The papers as they were then' },
  'data.none': { zh: '当时没有填写材料。', en: 'Nothing had been filled in.' },

  'check.title': { zh: '怎样核对本页', en: 'How to check this page' },
  'check.event': { zh: '办件记录', en: 'Event of the case' },
  'check.hash': { zh: '记录的校验值', en: 'Hash of the event' },
  'check.rule': {
    zh: '记录 #{seq}，行 {rows}，原因代码 {reason}',
    en: 'event #{seq}, row {rows}, reason {reason}',
  },
  'check.definition': { zh: '流程定义', en: 'Definition' },
  'check.version': { zh: '第 {version} 版，校验值 {hash}', en: 'version {version}, hash {hash}' },

  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  nothing: { zh: '（无）', en: '(none)' },
  colon: { zh: '：', en: ': ' },
  semicolon: { zh: '；', en: ';' },
  space: { zh: '', en: ' ' },
  comma: { zh: '、', en: ', ' },
  officer: { zh: '{division}{role} {name}', en: '{name} ({role}, {division})' },
  system: { zh: '系统', en: 'the system' },
  applicant: { zh: '申请人{name}', en: 'the applicant {name}' },

  'unit.days': { zh: '{n} 天', en: '{n} days' },
  'unit.months': { zh: '{n} 个月', en: '{n} months' },
  'unit.age': { zh: '{n} 岁', en: '{n} years' },
  'unit.fen': { zh: '{n} 元', en: '{n} yuan' },

  'event.open': { zh: '自动立项', en: 'opened by itself' },
  'event.cancel': { zh: '随上级办件撤销', en: 'called off with the case it belongs to' },
  'event.migrate': { zh: '将办件转到流程的另一版本', en: 'the case was moved to another version' },
  'event.clock.breached': { zh: '办理期限届满', en: 'a time limit passed' },
  'automatic.ask': { zh: '已向有关部门核对', en: 'another department was asked' },
  'automatic.pass': { zh: '通过', en: 'passed' },
  'automatic.fail': { zh: '未通过', en: 'not passed' },
  'automatic.unknown': { zh: '不能确定', en: 'unknown' },
  'automatic.done': { zh: '已办理', en: 'done' },
  'automatic.elapsed': { zh: '时间已到', en: 'the time was over' },
  'automatic.chosen': { zh: '抽中', en: 'drawn' },
  'automatic.rest': { zh: '未抽中', en: 'not drawn' },
  'automatic.selected': { zh: '已选定', en: 'chosen' },
  'automatic.empty': { zh: '没有选中的', en: 'nothing chosen' },
  'automatic.passed': { zh: '表决通过', en: 'carried' },
  'automatic.failed': { zh: '表决未通过', en: 'not carried' },
  'automatic.no-quorum': { zh: '未达法定人数', en: 'no quorum' },
  'automatic.opened': { zh: '分项立项', en: 'cases opened' },
  'automatic.closed': { zh: '报名截止', en: 'enrolment closed' },
  'automatic.returned': { zh: '分项办结', en: 'a case of it ended' },

  'outcome.approved': { zh: '批准', en: 'approved' },
  'outcome.partly-approved': { zh: '部分批准', en: 'partly approved' },
  'outcome.denied': { zh: '不予批准', en: 'denied' },
  'outcome.receipt-issued': { zh: '已出具回执', en: 'receipt issued' },
  'outcome.correction-ordered': { zh: '责令改正', en: 'correction ordered' },
  'outcome.referred': { zh: '转交其他机关', en: 'referred' },
  'outcome.withdrawn': { zh: '已撤回', en: 'withdrawn' },
  'outcome.lapsed': { zh: '逾期终止', en: 'lapsed' },
  'outcome.not-ours': { zh: '不属本机关', en: 'not ours' },
} as const satisfies Record<string, Record<PageLanguage, string>>;

export type Word = keyof typeof words;

/** Says a word of the page; `has` tells whether there is one. */
export interface Say {
  (word: Word, values?: Record<string, string | number | boolean>): string;
  has(word: string): word is Word;
}

export function sayIn(language: PageLanguage): Say {
  const say = (word: Word, values: Record<string, string | number | boolean> = {}) =>
    words[word][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return Object.assign(say, { has: (word: string): word is Word => Object.hasOwn(words, word) });
}
