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
          detail: '"{name}" ({element}) has the hit policy {what}; the rows were carried, the policy was not.',
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
