import type { ProblemTable } from './entry.ts';

/** What comes from, or goes to, the files of other tools. */
export const interchange = {
  'interchange/unreadable': {
    status: 422,
    en: {
      title: 'The file cannot be read',
      detail: 'This is no {format} file: {reason}.',
      hint: 'Export the file from its tool once more.',
    },
    zh: {
      title: '文件无法读取',
      detail: '这不是 {format} 文件：{reason}。',
      hint: '请从原工具重新导出该文件。',
    },
  },
  'interchange/empty': {
    status: 422,
    en: {
      title: 'Nothing to carry over',
      detail: 'The {format} file has no process with a task in it.',
      hint: 'Choose the file that holds the process.',
    },
    zh: {
      title: '没有可以转换的内容',
      detail: '{format} 文件中没有包含任务的流程。',
      hint: '请选择包含流程的文件。',
    },
    variants: {
      dmn: {
        en: {
          detail: 'The {format} file has no decision table.',
          hint: 'Choose the file that holds the tables.',
        },
        zh: { detail: '{format} 文件中没有决策表。', hint: '请选择包含决策表的文件。' },
      },
    },
  },
  'interchange/exists': {
    status: 409,
    en: {
      title: 'Something is there already',
      detail: 'There is already a file at "{path}".',
      hint: 'Name another folder, or take the file away.',
    },
    zh: {
      title: '文件已存在',
      detail: '“{path}”已经存在。',
      hint: '请指定其他目录，或先移走该文件。',
    },
  },
  'interchange/not-carried': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'Not carried over',
      detail: '"{name}" ({element}) has no place in a definition.',
      hint: 'Add by hand what it stood for.',
    },
    zh: {
      title: '未能转换',
      detail: '“{name}”（{element}）在流程定义中没有对应内容。',
      hint: '请手工补充其含义。',
    },
    variants: {
      automatic: {
        en: {
          detail: '"{name}" ({element}) goes on by itself there; it was made a task of a person.',
          hint: 'Make it a check, an effect or a draw, or leave it to a person.',
        },
        zh: {
          detail: '“{name}”（{element}）在原流程中自动执行，已转换为人工环节。',
          hint: '请改为自动判断、自动办理或抽取环节，或保留为人工环节。',
        },
      },
      border: {
        en: {
          detail: '"{name}" ({element}) is an event at the border that is carried in part or not at all.',
          hint: 'Add an outcome, or a time with on-overdue, where it is meant.',
        },
        zh: {
          detail: '“{name}”（{element}）是附着在边界上的事件，仅部分转换或未转换。',
          hint: '请按需要增加办理意见，或设置办理期限和逾期去向。',
        },
      },
      'branch-end': {
        en: {
          detail: '"{name}" ({element}) ends in a branch; there the branch is done, and the others go on.',
          hint: 'Lead to an end outside of the branches if the whole case ends.',
        },
        zh: {
          detail: '“{name}”（{element}）在分支内结束，已转换为该分支完成，其他分支继续。',
          hint: '如整个办件应当结束，请指向分支之外的办结环节。',
        },
      },
      branches: {
        en: {
          detail:
            'The branches that part at "{name}" ({element}) do not come together again at one place; only the first was carried.',
          hint: 'Draw the branches so that each leads to one join.',
        },
        zh: {
          detail: '在“{name}”（{element}）分出的分支没有在同一处汇合，仅转换了第一个分支。',
          hint: '请使各分支汇合到同一处。',
        },
      },
      condition: {
        en: {
          detail:
            'The condition "{what}" of "{name}" ({element}) was not carried; somebody chooses the outcome.',
          hint: 'Write it as the guard of the outcome.',
        },
        zh: {
          detail: '“{name}”（{element}）的条件“{what}”未转换，由办理人员选择意见。',
          hint: '请将其写为办理意见的 guard。',
        },
      },
      data: {
        en: {
          detail: '"{name}" ({element}) is data, for which a form has to be written.',
          hint: 'Write a form with its fields.',
        },
        zh: {
          detail: '“{name}”（{element}）是数据，需要另行编写表单。',
          hint: '请编写包含其字段的表单。',
        },
      },
      decision: {
        en: {
          detail: '"{name}" ({element}) decides without a task before it; it was made a task of a person.',
          hint: 'Make it a check with a rule, or leave it to a person.',
        },
        zh: {
          detail: '“{name}”（{element}）之前没有任务而直接判断，已转换为人工环节。',
          hint: '请改为引用规则的自动判断环节，或保留为人工环节。',
        },
      },
      end: {
        en: {
          detail: 'From "{name}" ({element}) nothing leads on; an end was added.',
          hint: 'Say where it goes on.',
        },
        zh: {
          detail: '“{name}”（{element}）之后没有去向，已增加办结环节。',
          hint: '请写明去向。',
        },
      },
      event: {
        en: {
          detail: '"{name}" ({element}) is an event for which there is no step; it was passed over.',
          hint: 'Write an effect or a wait where it matters.',
        },
        zh: {
          detail: '“{name}”（{element}）是没有对应环节的事件，已略过。',
          hint: '如有需要，请改写为自动办理或等待环节。',
        },
      },
      expression: {
        en: {
          detail:
            '"{name}" ({element}) had the condition "{what}", which reads what is not there any more; it was left out.',
          hint: 'Write it again when the form or the check that it reads is there.',
        },
        zh: {
          detail: '“{name}”（{element}）的条件“{what}”所引用的内容已不存在，未转换。',
          hint: '请在相应的表单或判断环节建立后重新填写。',
        },
      },
      extension: {
        en: {
          detail: '"{name}" ({element}) says more in extensions of another tool: {what}.',
          hint: 'Write forms, rules and roles for what matters of it.',
        },
        zh: {
          detail: '“{name}”（{element}）含有其他工具的扩展内容：{what}。',
          hint: '请将其中有用的内容写为表单、规则或岗位。',
        },
      },
      facts: {
        en: {
          detail: 'Of "{name}" ({element}) was not carried: {what}.',
          hint: 'Take it from the documentation of the element.',
        },
        zh: {
          detail: '“{name}”（{element}）的下列内容未转换：{what}。',
          hint: '请从该元素的说明文字中取用。',
        },
      },
      items: {
        en: {
          detail: 'For which items "{name}" ({element}) is done is not said; an empty list stands for them.',
          hint: 'Say the list, or who may enrol.',
        },
        zh: {
          detail: '“{name}”（{element}）逐项办理的清单未写明，已用空清单代替。',
          hint: '请写明清单，或写明谁可以报名。',
        },
      },
      join: {
        en: {
          detail: '"{name}" ({element}) joins in a way that cannot be said; all branches are waited for.',
          hint: 'Choose how the branches are joined.',
        },
        zh: {
          detail: '“{name}”（{element}）的汇合方式无法表达，已按等待全部分支处理。',
          hint: '请选择分支的汇合方式。',
        },
      },
      level: {
        en: {
          detail: 'At which level "{name}" ({element}) works is not said; township was assumed.',
          hint: 'Say the level of the role.',
        },
        zh: {
          detail: '“{name}”（{element}）所在层级未写明，已按乡镇级处理。',
          hint: '请写明岗位的层级。',
        },
      },
      'message-flow': {
        en: {
          detail: '"{name}" ({element}) is a message between pools and is not carried.',
          hint: 'Write a letter, or an event that another case sends.',
        },
        zh: {
          detail: '“{name}”（{element}）是泳池之间的消息，未转换。',
          hint: '请改写为文书，或由其他办件发送的事件。',
        },
      },
      note: {
        en: {
          detail: 'The note "{what}" ({element}) is not carried.',
          hint: 'Write it as a comment where it belongs.',
        },
        zh: {
          detail: '批注“{what}”（{element}）未转换。',
          hint: '请在相应位置写为注释。',
        },
      },
      outcome: {
        en: {
          detail: 'How a case ends at "{name}" ({element}) is not said; {what} was assumed.',
          hint: 'Say the outcome of the end.',
        },
        zh: {
          detail: '办件在“{name}”（{element}）的办结结果未写明，已按 {what} 处理。',
          hint: '请写明办结结果。',
        },
      },
      process: {
        en: {
          detail: 'The process "{name}" ({element}) was not carried: there is a larger one in the file.',
          hint: 'Carry it from a file of its own.',
        },
        zh: {
          detail: '流程“{name}”（{element}）未转换：文件中有更大的流程。',
          hint: '请单独导出该流程后再转换。',
        },
      },
      several: {
        en: {
          detail: '"{name}" ({element}) is done several times there and once here.',
          hint: 'Say by how many, or write a step with a case for each item.',
        },
        zh: {
          detail: '“{name}”（{element}）在原流程中重复执行，此处只执行一次。',
          hint: '请写明办理人数，或改为逐项办理环节。',
        },
      },
      'several-ways': {
        en: {
          detail: 'Of the ways behind "{name}" ({element}) several may be taken there; here one is chosen.',
          hint: 'Write branches where several are meant.',
        },
        zh: {
          detail: '“{name}”（{element}）之后的去向在原流程中可以同时选择多个，此处只能选择一个。',
          hint: '如需同时进行，请改为并行环节。',
        },
      },
      split: {
        en: {
          detail: 'From "{name}" ({element}) several edges lead on at once; here one of them is taken.',
          hint: 'Write branches where all are meant.',
        },
        zh: {
          detail: '“{name}”（{element}）之后同时有多个去向，此处只取其一。',
          hint: '如需同时进行，请改为并行环节。',
        },
      },
      start: {
        en: {
          detail: '"{name}" ({element}) begins the process in another way than the one that was carried.',
          hint: 'Write a schedule or one more beginning where it is meant.',
        },
        zh: {
          detail: '“{name}”（{element}）是另一种启动方式，未转换。',
          hint: '请按需要编写定时任务或增加起始环节。',
        },
      },
      subprocess: {
        en: {
          detail:
            '"{name}" ({element}) is more than a plain subprocess; what is in it was carried in its order.',
          hint: 'Look whether the order and what undoes it are right.',
        },
        zh: {
          detail: '“{name}”（{element}）不是普通子流程，其中内容已按顺序转换。',
          hint: '请核对顺序及撤销方式是否正确。',
        },
      },
      time: {
        en: {
          detail:
            'The time "{what}" of "{name}" ({element}) is not in whole days; it was rounded, or a day stands for it.',
          hint: 'Say the days and their unit.',
        },
        zh: {
          detail: '“{name}”（{element}）的时间“{what}”不是整日，已取整或以一日代替。',
          hint: '请写明天数和单位。',
        },
      },
      unreached: {
        en: {
          detail: 'To "{name}" ({element}) nothing leads that was carried.',
          hint: 'Draw how it is reached, or leave it out.',
        },
        zh: {
          detail: '“{name}”（{element}）没有可以到达的去向，未转换。',
          hint: '请画出到达方式，或将其删除。',
        },
      },
      feel: {
        en: {
          detail: '"{name}" ({element}) says "{what}", which is no FEEL; it is kept as written.',
          hint: 'Write it as FEEL, such as > 3 or "a","b".',
        },
        zh: {
          detail: '“{name}”（{element}）中的“{what}”不是 FEEL 表达式，已原样保留。',
          hint: '请改写为 FEEL 表达式，例如 > 3 或 "a","b"。',
        },
      },
      language: {
        en: {
          detail: '"{name}" ({element}) is written in {what}; it is kept as written.',
          hint: 'Write it as FEEL.',
        },
        zh: {
          detail: '“{name}”（{element}）使用 {what} 书写，已原样保留。',
          hint: '请改写为 FEEL 表达式。',
        },
      },
      'input-data': {
        en: {
          detail: '"{name}" ({element}) comes from outside: no form or parameter was made for it.',
          hint: 'Add a form field or a parameter and read it in the rule.',
        },
        zh: {
          detail: '“{name}”（{element}）来自外部，未生成对应的表单或标准。',
          hint: '请增加表单字段或标准，并在规则中引用。',
        },
      },
      kind: {
        en: {
          detail:
            '"{name}" ({element}) is a step of kind {what}, whose facts a drawing does not hold; it was made a task.',
          hint: 'Write it as a step of that kind, with what the documentation of the element says.',
        },
        zh: {
          detail: '“{name}”（{element}）是 {what} 类环节，图形不能容纳其全部内容，已转换为人工环节。',
          hint: '请按该元素的说明文字改写为相应类型的环节。',
        },
      },
      knowledge: {
        en: {
          detail: '"{name}" ({element}) is business knowledge of its own and is not carried.',
          hint: 'Write it out where the rules use it.',
        },
        zh: {
          detail: '“{name}”（{element}）是独立的业务知识，未转换。',
          hint: '请在使用处直接写出。',
        },
      },
      logic: {
        en: {
          detail: '"{name}" ({element}) decides by {what}, for which there is no rule.',
          hint: 'Write it as a value of let, or as rows.',
        },
        zh: {
          detail: '“{name}”（{element}）以 {what} 方式决策，没有对应的规则形式。',
          hint: '请改写为 let 值或规则行。',
        },
      },
      policy: {
        en: {
          detail:
            '"{name}" ({element}) has the hit policy {what}; the rows were carried, the policy was not.',
          hint: 'Put the rows in the order in which they decide, or add numbers up.',
        },
        zh: {
          detail: '“{name}”（{element}）的命中策略为 {what}，规则行已转换，命中策略未转换。',
          hint: '请按决策先后排列规则行，或改为累加。',
        },
      },
      result: {
        en: {
          detail: '"{name}" ({element}) has no output that says pass, fail or unknown: every row passes.',
          hint: 'Say in each row what it comes to.',
        },
        zh: {
          detail: '“{name}”（{element}）没有取值为 pass、fail 或 unknown 的输出，所有规则行均按通过处理。',
          hint: '请逐行写明结果。',
        },
      },
      table: {
        en: {
          detail: '"{name}" ({element}) reads the answer of "{what}"; a rule cannot read another.',
          hint: 'Let a step check the one before the other, and read checks.STEP.',
        },
        zh: {
          detail: '“{name}”（{element}）读取“{what}”的结论；规则不能引用其他规则。',
          hint: '请用先后两个判断环节，并读取 checks.环节。',
        },
      },
      unread: {
        en: {
          detail: '"{name}" ({element}) holds something that could not be read: {what}.',
          hint: 'Look whether it matters to the procedure.',
        },
        zh: {
          detail: '“{name}”（{element}）中有无法读取的内容：{what}。',
          hint: '请核对其是否影响流程。',
        },
      },
    },
  },
} as const satisfies ProblemTable;
