import type { ProblemTable } from './entry.ts';

/** Votes, cases of items, and what steps of every kind may require. */
export const kinds = {
  'step/requirement': {
    status: 422,
    en: {
      title: 'A requirement is not met',
      detail: '"{outcome}" is refused: {refused}.',
      hint: 'Put right what is named and try again.',
    },
    zh: { title: '不符合要求', detail: '不能“{outcome}”：{refused}。', hint: '请改正后重试。' },
  },
  'case/invariant': {
    status: 422,
    en: {
      title: 'It would break what must always hold',
      detail: '"{do}" is refused: afterwards it would no longer hold that "{title}" ({invariant}).',
      hint: 'Nothing has changed. Tell whoever keeps the definition: a condition of a step is missing.',
    },
    zh: {
      title: '违反必须始终成立的要求',
      detail: '不能办理“{do}”：办理后将不再满足“{title}”（{invariant}）。',
      hint: '办件没有变化。请告知流程定义的维护人员：有环节缺少办理条件。',
    },
  },
  'step/signer-order': {
    status: 409,
    en: {
      title: 'Somebody else comes first',
      detail: '"{step}": {name} signs before you.',
      hint: 'Wait for that signature.',
    },
    zh: { title: '尚未轮到您签字', detail: '“{step}”应先由{name}签字。', hint: '请等待其签字。' },
  },
  'vote/choice': {
    status: 422,
    en: {
      title: 'No such vote',
      detail: 'A ballot says yes, no or abstain.',
      hint: 'Give one of: {choices}.',
    },
    zh: { title: '表决意见无效', detail: '表决只能为同意、反对或弃权。', hint: '可选：{choices}。' },
  },
  'vote/counts': {
    status: 422,
    en: {
      title: 'The count cannot be right',
      detail:
        'Of {electorate} entitled, {present} took part; {yes} yes, {no} no, {abstain} abstained, {invalid} invalid: {wrong}.',
      hint: 'Check the minutes and count again.',
    },
    zh: {
      title: '票数不符',
      detail:
        '应到{electorate}人，实到{present}人；同意{yes}、反对{no}、弃权{abstain}、无效{invalid}：{wrong}。',
      hint: '请核对会议记录重新计票。',
    },
  },
  'vote/no-quorum': {
    status: 422,
    en: {
      title: 'No quorum',
      detail: '{present} of {electorate} took part: too few to decide anything.',
      hint: 'Call another meeting.',
    },
    zh: {
      title: '未达法定人数',
      detail: '应到{electorate}人，实到{present}人，未达法定人数。',
      hint: '请重新召开会议。',
    },
  },
  'vote/already-voted': {
    status: 409,
    en: {
      title: 'You have voted',
      detail: 'Your ballot on "{step}" was counted.',
      hint: 'A ballot is given once.',
    },
    zh: { title: '您已表决', detail: '您对“{step}”的表决已计入。', hint: '每人只能表决一次。' },
  },
  'each/nothing-to-retry': {
    status: 409,
    en: {
      title: 'Nothing to do again',
      detail: 'No item of "{step}" has ended yet.',
      hint: 'Wait until one has.',
    },
    zh: { title: '没有可重办的项目', detail: '“{step}”没有已办结的项目。', hint: '请等待项目办结。' },
  },
  'each/not-ended': {
    status: 422,
    en: {
      title: 'That item is not done',
      detail: 'Item {index} does not exist or still runs.',
      hint: 'Give the number of an item that has ended.',
    },
    zh: { title: '该项目未办结', detail: '项目{index}不存在或仍在办理。', hint: '请填写已办结项目的序号。' },
  },
  'each/not-open': {
    status: 409,
    en: {
      title: 'Not one of the running items',
      detail: 'Case {case} is no running item of "{step}".',
      hint: 'It was told before, or belongs to an earlier round.',
    },
    zh: {
      title: '不是在办项目',
      detail: '办件{case}不是“{step}”的在办项目。',
      hint: '该结果已登记，或属于以前的轮次。',
    },
  },
  'each/too-many': {
    status: 422,
    en: {
      title: 'Too many items',
      detail: '"{step}" would open {found} cases at once; the limit is {limit}.',
      hint: 'Split the list into several rounds.',
    },
    zh: {
      title: '项目过多',
      detail: '“{step}”将一次产生{found}个办件，上限为{limit}个。',
      hint: '请分批办理。',
    },
  },
  'each/closed': {
    status: 409,
    en: {
      title: 'Enrolment is over',
      detail: '"{step}" is closed.',
      hint: 'Wait for the next round.',
    },
    zh: { title: '报名已结束', detail: '“{step}”已经结束。', hint: '请关注下一批次。' },
  },
  'each/full': {
    status: 409,
    en: {
      title: 'No place left',
      detail: 'All {capacity} places of "{step}" are taken.',
      hint: 'Wait for the next round.',
    },
    zh: { title: '名额已满', detail: '“{step}”的{capacity}个名额已满。', hint: '请关注下一批次。' },
  },
  'each/enrolled': {
    status: 409,
    en: {
      title: 'Enrolled already',
      detail: 'You have enrolled in "{step}" before.',
      hint: 'One enrolment is enough.',
    },
    zh: { title: '已经报名', detail: '您已报名“{step}”。', hint: '无需重复报名。' },
  },
  'select/no-number': {
    status: 422,
    en: {
      title: 'Not known how many to choose',
      detail: '"{expression}" gives {found}, which is no number.',
      hint: 'Give the parameter a value for that day, or let a person enter the number before.',
    },
    zh: {
      title: '选取数量无法确定',
      detail: '“{expression}”得出{found}，不是数字。',
      hint: '请为参数设定当日有效的值，或先由人工填写数量。',
    },
  },
  'award/no-amount': {
    status: 422,
    en: {
      title: 'No amount to award',
      detail: '"{expression}" gives {found}, which is no whole number of fen.',
      hint: 'Let the rule compute the amount, or a person enter it, before it is awarded; round it by name.',
    },
    zh: {
      title: '待遇金额无法确定',
      detail: '“{expression}”得出{found}，不是以分为单位的整数。',
      hint: '请先由规则计算或人工填写金额，并按指定规则取整。',
    },
  },
  'record/no-key': {
    status: 500,
    en: {
      title: 'A record without a key',
      detail: 'The key of the record "{type}" ({key}) has no value in this case.',
      hint: 'Let the form that it comes from require it.',
    },
    zh: {
      title: '台账缺少标识',
      detail: '台账“{type}”的标识（{key}）在本件中没有值。',
      hint: '请在相应表单中设为必填。',
    },
  },
  'clock/no-period': {
    status: 500,
    en: {
      title: 'No length of time',
      detail: '"{expression}" gives no whole number of days.',
      hint: 'Name a parameter in days that has a value on that day.',
    },
    zh: { title: '期限无法确定', detail: '“{expression}”没有得出天数。', hint: '请使用当日有值的天数标准。' },
  },
} as const satisfies ProblemTable;
