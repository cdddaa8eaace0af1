import type { ProblemTable } from './entry.ts';

/** Operations that every case has. */
export const operations = {
  'operation/forbidden': {
    status: 409,
    en: {
      title: 'Not in this programme',
      detail: '"{operation}" is not done in this programme: {refused}.',
      hint: 'Choose an outcome of the step instead.',
    },
    zh: {
      title: '本事项不适用',
      detail: '本事项不能“{operation}”：{refused}。',
      hint: '请改用当前环节的办理意见。',
    },
  },
  'operation/role': {
    status: 403,
    en: {
      title: 'Not your role',
      detail: '"{operation}" is left to: {roles}.',
      hint: 'Ask somebody with one of these roles.',
    },
    zh: { title: '无此岗位权限', detail: '“{operation}”只能由{roles}办理。', hint: '请由上述岗位人员办理。' },
  },
  'operation/not-now': {
    status: 409,
    en: {
      title: 'Not as things stand',
      detail: '"{operation}" is not possible now: {refused}.',
      hint: 'Try again when that has changed.',
    },
    zh: {
      title: '当前不能办理',
      detail: '当前不能“{operation}”：{refused}。',
      hint: '请在条件具备后再办理。',
    },
  },
  'operation/too-often': {
    status: 409,
    en: {
      title: 'Done often enough',
      detail: '"{operation}" may be done {max} times in a case, and has been.',
      hint: 'Decide on what is there.',
    },
    zh: {
      title: '次数已满',
      detail: '每个办件最多“{operation}”{max}次，次数已满。',
      hint: '请依据现有材料作出决定。',
    },
  },
  'operation/too-soon': {
    status: 409,
    en: {
      title: 'Too soon',
      detail: '"{operation}" was done a short while ago and may be done again from {from}.',
      hint: 'Wait until then.',
    },
    zh: { title: '过于频繁', detail: '刚刚已“{operation}”，{from}起可再次办理。', hint: '请届时再试。' },
  },
  'operation/no-task': {
    status: 409,
    en: {
      title: 'No task for this',
      detail: 'The case is at no task in which "{operation}" could be done.',
      hint: 'Load the case again and see where it stands.',
    },
    zh: {
      title: '没有相应待办',
      detail: '办件当前没有可以“{operation}”的待办。',
      hint: '请刷新办件，查看当前环节。',
    },
  },
  'operation/no-target': {
    status: 409,
    en: {
      title: 'Nowhere to go back to',
      detail: 'There is no step to which "{operation}" could lead.',
      hint: 'Choose an outcome of the step instead.',
    },
    zh: {
      title: '没有可退回的环节',
      detail: '没有可以“{operation}”的环节。',
      hint: '请改用当前环节的办理意见。',
    },
  },
  'operation/target': {
    status: 422,
    en: {
      title: 'Not to that step',
      detail: 'The case cannot be led to "{to}".',
      hint: 'Choose one of: {targets}.',
    },
    zh: { title: '不能转到该环节', detail: '办件不能转到“{to}”。', hint: '可选：{targets}。' },
  },
  'operation/several': {
    status: 409,
    en: {
      title: 'Several people sign here',
      detail: '"{step}" is signed by several people; "{operation}" is for tasks of one.',
      hint: 'Let a colleague sign in their own right.',
    },
    zh: {
      title: '该环节由多人签字',
      detail: '“{step}”由多人分别签字，不能“{operation}”。',
      hint: '请由其他有权人员直接签字。',
    },
  },
  'operation/same-officer': {
    status: 422,
    en: {
      title: 'Already part of it',
      detail: '{name} has the task already, or has signed it.',
      hint: 'Name another officer.',
    },
    zh: { title: '人员重复', detail: '{name}已经负责该待办或已签字。', hint: '请另选人员。' },
  },
  'operation/barred-officer': {
    status: 422,
    en: {
      title: 'That officer may not act here',
      detail: '{officer} may not act in this step: {reason}.',
      hint: 'Name an officer whom nothing bars from the case.',
    },
    zh: {
      title: '该人员应当回避',
      detail: '{officer}不得办理该环节：{reason}。',
      hint: '请选择无需回避的人员。',
    },
  },
  'operation/position': {
    status: 422,
    en: {
      title: 'When does the colleague sign?',
      detail: 'An added signer needs a position.',
      hint: 'One of: {positions}.',
    },
    zh: { title: '请选择加签顺序', detail: '加签须指明顺序。', hint: '可选：{positions}。' },
  },
  'operation/no-signer': {
    status: 422,
    en: {
      title: 'No such added signer',
      detail: '{officer} was not added, or has signed already.',
      hint: 'Only added signers who have not signed can be removed.',
    },
    zh: {
      title: '没有该加签人员',
      detail: '{officer}不是加签人员，或已签字。',
      hint: '只能减去尚未签字的加签人员。',
    },
  },
  'operation/no-question': {
    status: 409,
    en: {
      title: 'Nothing was asked',
      detail: 'There is no open question in this case: "{operation}" has nothing to answer.',
      hint: 'Use "report a change" to tell something unasked.',
    },
    zh: {
      title: '没有待答复的询问',
      detail: '本件没有待“{operation}”的询问。',
      hint: '如需主动说明，请报告情况变化。',
    },
  },
  'operation/unknown-question': {
    status: 422,
    en: {
      title: 'No such question',
      detail: 'Question {question} is not open.',
      hint: 'Answer one of the open questions.',
    },
    zh: { title: '询问不存在', detail: '没有待答复的询问{question}。', hint: '请答复尚未答复的询问。' },
  },
  'operation/needs': {
    status: 422,
    en: {
      title: 'Something is missing',
      detail: '"{field}" has to be given.',
      hint: 'Fill it in and try again.',
    },
    zh: { title: '内容不完整', detail: '须填写“{field}”。', hint: '请补充后重试。' },
  },
  'case/suspended': {
    status: 409,
    en: {
      title: 'The case is suspended',
      detail: 'Nothing is done in case {case} until it is resumed.',
      hint: 'Resume the case first.',
    },
    zh: { title: '办件已中止', detail: '办件{case}已中止，恢复后方可办理。', hint: '请先恢复办理。' },
  },
  'case/not-suspended': {
    status: 409,
    en: {
      title: 'The case is not suspended',
      detail: 'Case {case} is being handled: there is nothing to resume.',
      hint: 'Load the case again.',
    },
    zh: { title: '办件未中止', detail: '办件{case}正在办理，无需恢复。', hint: '请刷新办件。' },
  },
  'case/not-ended': {
    status: 409,
    en: {
      title: 'The case has not ended',
      detail: 'Case {case} is still being handled: it cannot be reopened.',
      hint: 'Return it to an earlier step instead.',
    },
    zh: { title: '办件尚未办结', detail: '办件{case}正在办理，不能重新办理。', hint: '请改用退回。' },
  },
  'authority/assigned': {
    status: 403,
    en: {
      title: 'Handed to somebody else',
      detail: '"{step}" of this case was handed to {name}.',
      hint: 'Leave it to them, or have it handed over again.',
    },
    zh: { title: '已转交他人', detail: '本件“{step}”已转交{name}办理。', hint: '请由其办理，或重新转交。' },
  },
} as const satisfies ProblemTable;
