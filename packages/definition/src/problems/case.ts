import type { ProblemTable } from './entry.ts';

/** Where a case stands and what a step asks for. */
export const cases = {
  'case/ended': {
    status: 409,
    en: {
      title: 'The case has ended',
      detail: 'Case {case} ended with "{outcome}": nothing more can be done in it.',
      hint: 'Open a new case if something has changed.',
    },
    zh: {
      title: '办件已办结',
      detail: '办件{case}已以“{outcome}”办结，不能再办理。',
      hint: '情况有变化的，请重新申请。',
    },
  },
  'case/decided': {
    status: 409,
    en: {
      title: 'Already decided',
      detail: 'Case {case} was decided as "{outcome}" on {at}.',
      hint: 'A decision is changed by a review or an appeal, not by doing it again.',
    },
    zh: {
      title: '已作出决定',
      detail: '办件{case}已于{at}作出“{outcome}”决定。',
      hint: '变更决定请通过复核或复议程序办理。',
    },
  },
  'case/unknown': {
    status: 404,
    en: { title: 'No such case', detail: 'There is no case {case}.', hint: 'Check the number.' },
    zh: { title: '办件不存在', detail: '没有办件{case}。', hint: '请核对办件编号。' },
  },
  'case/not-open': {
    status: 409,
    en: {
      title: 'No case yet',
      detail: '"{do}" cannot open a case.',
      hint: 'Open it with "{start}", a new id and a village of twelve digits.',
    },
    zh: {
      title: '尚无办件',
      detail: '“{do}”不能开始一个办件。',
      hint: '请用“{start}”提交申请，并给出编号和12位村级区划代码。',
    },
  },
  'case/open': {
    status: 409,
    en: {
      title: 'The case is open already',
      detail: 'Case {case} was opened before and is not opened twice.',
      hint: 'Give a command of the step it is at, or use a new id.',
    },
    zh: {
      title: '办件已存在',
      detail: '办件{case}已经提交，不能重复提交。',
      hint: '请在当前环节办理，或使用新的编号。',
    },
  },
  'case/no-event': {
    status: 404,
    en: {
      title: 'No such event',
      detail: 'The case has no event {seq}.',
      hint: 'Events are numbered from 1 without a gap.',
    },
    zh: { title: '没有该记录', detail: '办件没有第{seq}条记录。', hint: '记录从1起连续编号。' },
  },
  'step/not-active': {
    status: 409,
    en: {
      title: 'Not at this step',
      detail: 'The case is not at "{step}" now; it is at {current}.',
      hint: 'Load the case again: somebody may have moved it on.',
    },
    zh: {
      title: '不在该环节',
      detail: '办件目前不在“{step}”，而在{current}。',
      hint: '请刷新办件，可能已由他人办理。',
    },
  },
  'step/unknown': {
    status: 404,
    en: {
      title: 'No such step',
      detail: 'The programme has no step "{step}".',
      hint: 'A command reads STEP.OUTCOME, such as accept.return.',
    },
    zh: {
      title: '环节不存在',
      detail: '该事项没有环节“{step}”。',
      hint: '命令的写法是“环节.办理意见”，如 accept.return。',
    },
  },
  'step/unknown-outcome': {
    status: 422,
    en: {
      title: 'No such outcome',
      detail: '"{step}" has no outcome "{outcome}".',
      hint: 'It has: {outcomes}.',
    },
    zh: { title: '办理意见不存在', detail: '“{step}”没有办理意见“{outcome}”。', hint: '可选：{outcomes}。' },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? It has: {outcomes}.' },
        zh: { hint: '是否应为“{nearest}”？可选：{outcomes}。' },
      },
    },
  },
  'step/reasons-required': {
    status: 422,
    en: {
      title: 'Reasons are missing',
      detail: '"{outcome}" needs reasons.',
      hint: 'Write why, in words the applicant will understand: they are told.',
    },
    zh: {
      title: '请填写理由',
      detail: '选择“{outcome}”必须填写理由。',
      hint: '请用申请人看得懂的话写明理由，理由会告知申请人。',
    },
  },
  'step/guard': {
    status: 422,
    en: {
      title: 'Not allowed as things stand',
      detail: '"{outcome}" is refused: {refused}.',
      hint: 'Put right what is named, or choose another outcome.',
    },
    zh: {
      title: '当前不能这样办理',
      detail: '不能选择“{outcome}”：{refused}。',
      hint: '请先解决所列问题，或选择其他办理意见。',
    },
  },
  'step/already-signed': {
    status: 409,
    en: {
      title: 'You have signed already',
      detail: '"{step}" needs {by} different people; you are one of them already.',
      hint: 'Another person has to sign.',
    },
    zh: {
      title: '您已签字',
      detail: '“{step}”需要{by}名不同人员签字，您已签过。',
      hint: '请由另一名人员签字。',
    },
  },
  'step/rounds': {
    status: 409,
    en: {
      title: 'Too many rounds',
      detail: '"{step}" may be entered {max} times at most: {refused}.',
      hint: 'Decide on what is there.',
    },
    zh: {
      title: '次数已满',
      detail: '“{step}”最多进入{max}次：{refused}。',
      hint: '请依据现有材料作出决定。',
    },
  },
  'engine/event-unknown': {
    status: 500,
    en: {
      title: 'Unknown event',
      detail: 'Event {seq} of case {case} is of type "{type}", which this definition does not have.',
      hint: 'Replay the case with the definition it was opened under.',
    },
    zh: {
      title: '无法识别的记录',
      detail: '办件{case}第{seq}条记录类型为“{type}”，流程定义中没有。',
      hint: '请使用该办件受理时的流程定义。',
    },
  },
  'engine/endless': {
    status: 500,
    en: {
      title: 'The procedure does not come to rest',
      detail: 'Case {case} passed {count} automatic steps in a row without stopping; the last was "{step}".',
      hint: 'Put a task or a waiting time into the loop.',
    },
    zh: {
      title: '流程无法停止',
      detail: '办件{case}连续经过{count}个自动环节仍未停止，最后一个是“{step}”。',
      hint: '请在循环中加入人工环节或等待环节。',
    },
  },
  'engine/other-definition': {
    status: 409,
    en: {
      title: 'Another version of the programme',
      detail: 'Case {case} runs on definition {pinned}, not on {given}.',
      hint: 'Load the definition that the case was opened under.',
    },
    zh: {
      title: '流程版本不符',
      detail: '办件{case}适用流程定义{pinned}，而不是{given}。',
      hint: '请加载该办件受理时的流程定义。',
    },
  },
  'rule/unknown': {
    status: 500,
    en: {
      title: 'No such rule',
      detail: 'The definition has no rule "{rule}".',
      hint: 'Load the programme again: a checked definition names only rules it has.',
    },
    zh: {
      title: '规则不存在',
      detail: '流程定义中没有规则“{rule}”。',
      hint: '请重新加载经过检查的流程定义。',
    },
  },
  'rule/no-row': {
    status: 422,
    en: {
      title: 'No row applies',
      detail: 'No row of the rule "{rule}" fits the facts.',
      hint: 'A person decides; add a row for this case to the rule.',
    },
    zh: {
      title: '没有适用的条目',
      detail: '规则“{rule}”没有与事实相符的条目。',
      hint: '转人工认定，并请补充该规则。',
    },
  },
  'rule/two-rows': {
    status: 422,
    en: {
      title: 'Several rows apply',
      detail: 'The rule "{rule}" allows one row, and {rows} fit the facts.',
      hint: 'Make the rows exclude each other, or use hit: first.',
    },
    zh: {
      title: '多个条目同时适用',
      detail: '规则“{rule}”只允许一个条目适用，但{rows}同时相符。',
      hint: '请使各条目互斥，或改用 hit: first。',
    },
  },
  'programme/no-parameter': {
    status: 422,
    en: {
      title: 'No value on that date',
      detail: 'The parameter "{parameter}" has no value on {date}.',
      hint: 'Add a value whose period covers that date, with its source.',
    },
    zh: {
      title: '该日期没有标准',
      detail: '标准“{parameter}”在{date}没有数值。',
      hint: '请补充覆盖该日期的标准并注明依据。',
    },
  },
} as const satisfies ProblemTable;
