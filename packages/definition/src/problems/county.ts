import type { ProblemTable } from './entry.ts';

/** What a county file says, and what its cases came to. */
export const county = {
  'county/unknown-name': {
    status: 422,
    en: {
      title: 'No such name',
      detail: 'The county file names {kind} "{name}", which there is not.',
      hint: 'There are: {known}.',
    },
    zh: {
      title: '名称不存在',
      detail: '县域文件中的{kind}“{name}”不存在。',
      hint: '已有：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? There are: {known}.' },
        zh: { hint: '是否应为“{nearest}”？已有：{known}。' },
      },
    },
  },
  'county/outside': {
    status: 422,
    en: {
      title: 'A division outside the county',
      detail: 'Division {division} does not lie in the townships of county {county}.',
      hint: 'Codes below the county begin with {county} and a township among those that are listed; or correct the division.',
    },
    zh: {
      title: '行政区划不在本县',
      detail: '行政区划{division}不在县{county}所列乡镇之内。',
      hint: '县以下代码应以{county}开头，并属于所列乡镇；或者修正该代码。',
    },
  },
  'county/order': {
    status: 422,
    en: {
      title: 'Ends before it begins',
      detail: 'It ends with {until}, and that is not after {from}.',
      hint: 'The end is the day after the last and lies after the beginning.',
    },
    zh: {
      title: '结束早于开始',
      detail: '结束于{until}，不晚于开始{from}。',
      hint: 'until 为最后一日的次日，应当晚于 from。',
    },
  },
  'county/outside-span': {
    status: 422,
    en: {
      title: 'Lies outside the time that is simulated',
      detail: '{date} does not lie between {from} and {until}.',
      hint: 'Move it into the span, or lengthen the span.',
    },
    zh: {
      title: '不在模拟期间内',
      detail: '{date}不在{from}至{until}之间。',
      hint: '请移到模拟期间内，或者延长模拟期间。',
    },
  },
  'county/sessions': {
    status: 422,
    en: {
      title: 'Impossible working hours',
      detail: 'The session {from} to {until} ends before it begins or before the one before it has ended.',
      hint: 'List the sessions of a day in order, such as [["08:30", "12:00"], ["14:00", "17:30"]].',
    },
    zh: {
      title: '工作时间不成立',
      detail: '{from}至{until}的时段结束早于开始，或者与前一时段重叠。',
      hint: '请按先后列出一日的时段，例如 [["08:30", "12:00"], ["14:00", "17:30"]]。',
    },
  },
  'county/distribution': {
    status: 422,
    en: {
      title: 'Impossible lengths of time',
      detail: 'The lengths {values} are not in order.',
      hint: 'They must grow: low, mode, high; median, p90. A median is more than 0.',
    },
    zh: {
      title: '时长分布不成立',
      detail: '时长{values}的大小次序不对。',
      hint: '应当依次增大：low、mode、high；median、p90。median 应大于 0。',
    },
  },
  'county/no-weight': {
    status: 422,
    en: {
      title: 'Nothing to choose from',
      detail: 'All weights are 0.',
      hint: 'Give at least one of them a weight above 0.',
    },
    zh: {
      title: '没有可选项',
      detail: '所有权重均为 0。',
      hint: '至少一项的权重应大于 0。',
    },
  },
  'county/nobody': {
    status: 422,
    en: {
      title: 'Too few officers',
      detail: 'Step "{step}" needs {needs} of role {role} in {division}, and there are {has}.',
      hint: 'Add a group of officers with that role there, or raise its count.',
    },
    zh: {
      title: '经办人不足',
      detail: '环节“{step}”在{division}需要{needs}名岗位为{role}的经办人，现有{has}名。',
      hint: '请在该处增加该岗位的经办人，或者提高人数。',
    },
  },
  'county/case-kind': {
    status: 422,
    en: {
      title: 'A scenario that no case can be like',
      detail: 'Scenario {file} belongs to the programme "{found}", not to "{programme}".',
      hint: 'Name a scenario of the programme.',
    },
    zh: {
      title: '场景不能作为办件样本',
      detail: '场景{file}属于事项“{found}”，不属于“{programme}”。',
      hint: '请选用该事项的场景。',
    },
    variants: {
      unopened: {
        en: {
          detail: 'Scenario {file} opens no case.',
          hint: 'Name a scenario whose first act or start opens a case.',
        },
        zh: { detail: '场景{file}没有启动办件。', hint: '请选用会启动办件的场景。' },
      },
    },
  },
  'county/circle': {
    status: 422,
    en: {
      title: 'Round in circles',
      detail: 'A case has come to step "{step}" more than {rounds} times.',
      hint: 'What the scenario chooses there leads back to it: say under "outcomes" or "data" what is done instead.',
    },
    zh: {
      title: '反复循环',
      detail: '办件进入环节“{step}”超过{rounds}次。',
      hint: '场景在该处的办理意见会回到同一环节：请在 outcomes 或 data 中写明应当如何办理。',
    },
  },
  'county/timezones': {
    status: 422,
    en: {
      title: 'Programmes of several time zones',
      detail: 'Programme "{programme}" runs in {found}, the others in {timezone}.',
      hint: 'A county has one time zone.',
    },
    zh: {
      title: '事项时区不一致',
      detail: '事项“{programme}”的时区为{found}，其他为{timezone}。',
      hint: '一个县只能有一个时区。',
    },
  },
} satisfies ProblemTable;
