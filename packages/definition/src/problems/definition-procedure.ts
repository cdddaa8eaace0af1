import type { ProblemTable } from './entry.ts';

/** How the steps of a definition fit together beyond where they lead: joins, lists, records, operations, silence. */
export const definitionProcedure = {
  'definition/join': {
    status: 422,
    en: {
      title: 'Branches that cannot be joined so',
      detail: '"{step}" waits for {least} branches and has {found}.',
      hint: 'Ask for no more branches than there are.',
    },
    zh: {
      title: '分支无法如此汇合',
      detail: '“{step}”要求{least}个分支，但只有{found}个。',
      hint: '要求的分支数不能多于实有分支数。',
    },
    variants: {
      'no-way': {
        en: {
          detail: '"{step}" is joined by veto and does not say where a veto leads.',
          hint: 'Add "on-veto: STEP".',
        },
        zh: { detail: '“{step}”采用 join: veto，但没有写明否决后的去向。', hint: '请添加“on-veto: 环节”。' },
      },
      'no-veto': {
        en: {
          detail: '"{step}" says where a veto leads and is not joined by veto: nobody ever goes there.',
          hint: 'Write "join: veto", or remove "on-veto".',
        },
        zh: {
          detail: '“{step}”写有“on-veto”，但未采用 join: veto，永远不会走到该去向。',
          hint: '请写“join: veto”，或删除“on-veto”。',
        },
      },
      each: {
        en: {
          detail:
            '"{step}" cannot be joined by veto: the case of an item ends, and says nothing about the others.',
          hint: 'Write all, any or at-least, and look at items.{step} afterwards.',
        },
        zh: {
          detail: '“{step}”不能采用 join: veto：子办件只会结束，不能否决其他子办件。',
          hint: '请写 all、any 或 at-least，之后查看 items.{step}。',
        },
      },
    },
  },
  'definition/select-method': {
    status: 422,
    en: {
      title: 'The method lacks something',
      detail: 'With the method {method} "{step}" would choose nothing by anything.',
      hint: 'Add one of: {keys}.',
    },
    zh: {
      title: '选取方式不完整',
      detail: '“{step}”采用{method}方式，但没有写明按什么选取。',
      hint: '请添加其中之一：{keys}。',
    },
    variants: {
      idle: {
        en: {
          title: 'The method does not read this',
          detail: 'The method {method} of "{step}" does not look at "{key}".',
          hint: 'It looks at: {known}.',
        },
        zh: {
          title: '选取方式不使用该项',
          detail: '“{step}”的{method}方式不使用“{key}”。',
          hint: '可用：{known}。',
        },
      },
    },
  },
  'definition/silent-approval': {
    status: 422,
    en: {
      title: 'Silence would approve',
      detail:
        'When the time for "{step}" runs out, the case goes to "{target}" and is approved at "{end}" by nobody.',
      hint: 'Lead to a task of whoever must then decide.',
    },
    zh: {
      title: '逾期不得视为批准',
      detail: '“{step}”逾期后去往“{target}”，将在无人决定的情况下于“{end}”批准。',
      hint: '请指向由有权人员作出决定的环节。',
    },
  },
  'definition/sent-event': {
    status: 422,
    en: {
      title: 'Nobody waits for this event',
      detail: 'The step of "{event}" does not wait for such an event from another case.',
      hint: 'Events that cases can be sent here: {known}. Give the event of the wait "role: case".',
    },
    zh: {
      title: '没有环节等待该事件',
      detail: '“{event}”的环节不等待来自其他办件的该事件。',
      hint: '此处可接收：{known}。请在 wait 的事件中写“role: case”。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Events that cases can be sent here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？此处可接收：{known}。' },
      },
    },
  },
  'definition/foreign-event': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'An event of no step here',
      detail: 'No step of this programme waits for "{event}".',
      hint: 'It is right where cases of another programme wait for it. Here there are: {known}.',
    },
    zh: {
      title: '事件不属于本流程',
      detail: '本流程没有环节等待“{event}”。',
      hint: '若由其他事项的办件接收则无误。本流程可接收：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? It is right where cases of another programme wait for it.' },
        zh: { hint: '是否应为“{nearest}”？若由其他事项的办件接收则无误。' },
      },
    },
  },
  'definition/operation': {
    status: 422,
    en: {
      title: 'It means nothing to this operation',
      detail: '"{key}" means nothing to the operation {operation}.',
      hint: 'It belongs to: {known}.',
    },
    zh: {
      title: '该操作不使用此项',
      detail: '“{key}”对操作{operation}没有意义。',
      hint: '仅适用于：{known}。',
    },
    variants: {
      task: {
        en: {
          title: 'The operation cannot lead there',
          detail: '{operation} cannot lead to "{step}".',
          hint: 'Name a task of the programme itself; to reopen, one outside of any branch.',
        },
        zh: {
          title: '该操作不能去往此处',
          detail: '{operation}不能去往“{step}”。',
          hint: '请写主流程中的 task 环节；重新办理时须不在分支内。',
        },
      },
    },
  },
} as const satisfies ProblemTable;
