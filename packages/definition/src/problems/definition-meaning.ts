import type { ProblemEntry, ProblemTable } from './entry.ts';

/** A reference to something that is not there. */
const missing = (en: string, zh: string): ProblemEntry => ({
  status: 422,
  en: { title: `Unknown ${en}`, detail: `There is no ${en} "{id}".`, hint: 'There are: {known}.' },
  zh: { title: `${zh}不存在`, detail: `没有${zh}“{id}”。`, hint: '现有：{known}。' },
  variants: {
    nearest: {
      en: { hint: 'Did you mean "{nearest}"? There are: {known}.' },
      zh: { hint: '是否应为“{nearest}”？现有：{known}。' },
    },
  },
});

/** What a definition means: targets, references, expressions, forms, letters, texts. */
export const definitionMeaning = {
  'definition/unknown-target': {
    status: 422,
    en: {
      title: 'Unknown target',
      detail: '"{target}" is not a step that can be gone to from "{step}".',
      hint: 'Name a step of this procedure, or "done" to end a branch.',
    },
    zh: {
      title: '去向不存在',
      detail: '“{step}”不能去往“{target}”。',
      hint: '请写本流程中的环节，或以“done”结束分支。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"?' },
        zh: { hint: '是否应为“{nearest}”？' },
      },
      branch: {
        en: {
          detail: '"{target}" lies in a branch that "{step}" is not in.',
          hint: 'Go to the parallel step itself: its branches start together.',
        },
        zh: {
          detail: '“{target}”位于分支内，“{step}”不在该分支。',
          hint: '请去往并行环节本身，各分支同时开始。',
        },
      },
      outside: {
        en: {
          detail: '"{target}" lies outside of the cases of items of "{each}", to which "{step}" belongs.',
          hint: 'Let the case of the item end; the each step itself goes on when enough have ended.',
        },
        zh: {
          detail: '“{target}”不在“{each}”的子办件流程内，而“{step}”属于该流程。',
          hint: '请让子办件结束，由 each 环节本身继续。',
        },
      },
      item: {
        en: {
          detail: '"{target}" belongs to the cases of items of "{each}", and "{step}" does not.',
          hint: 'Go to the each step itself: it opens a case for each item.',
        },
        zh: {
          detail: '“{target}”属于“{each}”的子办件流程，“{step}”不在其中。',
          hint: '请去往 each 环节本身，由它为每一项产生子办件。',
        },
      },
      veto: {
        en: {
          detail:
            '"veto" ends a branch with a veto, and the branches around "{step}" are not joined by veto.',
          hint: 'Write "join: veto" and "on-veto" in the parallel step, or end the branch with "done".',
        },
        zh: {
          detail: '“veto”以否决结束分支，但“{step}”所在的并行环节未采用 join: veto。',
          hint: '请在并行环节写“join: veto”和“on-veto”，或以“done”结束分支。',
        },
      },
      done: {
        en: {
          detail: '"done" ends a branch, and "{step}" is not in one.',
          hint: 'Name a step of kind end.',
        },
        zh: { detail: '“done”用于结束分支，而“{step}”不在分支内。', hint: '请写一个 end 环节。' },
      },
    },
  },
  'definition/duplicate-step': {
    status: 422,
    en: {
      title: 'Two steps with one id',
      detail: 'The step id "{step}" is used twice; the other one is in line {other}.',
      hint: 'Ids are unique over the whole definition. A shorthand also takes the ids of the steps it stands for.',
    },
    zh: {
      title: '环节标识重复',
      detail: '环节标识“{step}”出现两次，另一处在第{other}行。',
      hint: '标识在整个流程中须唯一；简写还会占用其展开环节的标识。',
    },
  },
  'definition/duplicate-id': {
    status: 422,
    en: {
      title: 'One id twice',
      detail: 'The {what} "{id}" is there twice.',
      hint: 'Give one of them another id.',
    },
    zh: { title: '标识重复', detail: '{what}“{id}”重复。', hint: '请改用另一标识。' },
  },
  'definition/unknown-form': missing('form', '表单'),
  'definition/unknown-rule': missing('rule', '规则'),
  'definition/unknown-letter': missing('letter', '文书'),
  'definition/unknown-clock': missing('clock', '时限'),
  'definition/unknown-parameter': missing('parameter', '标准'),
  'definition/unknown-role': missing('role', '岗位'),
  'definition/unknown-connector': missing('connector', '核对接口'),
  'definition/unknown-basis': missing('basis', '依据'),
  'definition/unknown-step': missing('step', '环节'),
  'definition/unknown-record': missing('kind of record', '台账类别'),
  'definition/unknown-state': missing('state of the record', '台账状态'),
  'definition/unknown-shorthand': missing('shorthand', '简写'),
  'definition/unknown-input': missing('input of the rule', '规则输入'),
  'definition/clock-event': {
    status: 422,
    en: {
      title: 'No step raises this event',
      detail: 'The clock "{clock}" listens for "{event}", which no step can raise.',
      hint: 'Name STEP.OUTCOME, such as accept.accept.',
    },
    zh: {
      title: '没有环节会产生该事件',
      detail: '时限“{clock}”等待“{event}”，但没有环节会产生它。',
      hint: '请写“环节.办理意见”，如 accept.accept。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"?' },
        zh: { hint: '是否应为“{nearest}”？' },
      },
    },
  },
  'definition/feel': {
    status: 422,
    en: {
      title: 'The expression cannot be read',
      detail: 'The expression "{expression}" cannot be read at character {position}, near "{near}".',
      hint: 'Check quotes, brackets and operators there; they are those of an English keyboard, such as "text" and ( ).',
    },
    zh: {
      title: '表达式有误',
      detail: '表达式“{expression}”在第{position}个字符“{near}”附近无法解析。',
      hint: '请检查该处的引号、括号和运算符；应当用英文半角，如 "文字"、( )。',
    },
    variants: {
      end: {
        en: {
          detail: 'The expression "{expression}" ends too early.',
          hint: 'Close every bracket and quote, and write what the last operator needs.',
        },
        zh: {
          detail: '表达式“{expression}”不完整。',
          hint: '请补全括号、引号和最后一个运算符后的内容。',
        },
      },
    },
  },
  'definition/feel-clock': {
    status: 422,
    en: {
      title: 'An expression may not read a clock',
      detail: '"{function}()" reads the clock of the computer, so that the decision could not be repeated.',
      hint: 'Use the variable today: date(today).',
    },
    zh: {
      title: '表达式不得读取时钟',
      detail: '“{function}()”读取计算机时钟，决定将无法重现。',
      hint: '请使用变量 today：date(today)。',
    },
  },
  'definition/no-otherwise': {
    status: 422,
    en: {
      title: 'Nowhere to go when it is skipped',
      detail: '"{step}" has "when", but neither "otherwise" nor "next".',
      hint: 'Add "otherwise: STEP".',
    },
    zh: {
      title: '跳过时没有去向',
      detail: '“{step}”写有“when”，但没有“otherwise”或“next”。',
      hint: '请添加“otherwise: 环节”。',
    },
  },
  'definition/unknown-name': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'Unknown name',
      detail:
        'The expression "{expression}" reads "{name}", which nothing here has: it would always be empty.',
      hint: 'Known here: {known}.',
    },
    zh: {
      title: '名称不存在',
      detail: '表达式“{expression}”读取“{name}”，但此处没有该名称，结果将始终为空。',
      hint: '此处可用：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Known here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？此处可用：{known}。' },
      },
    },
  },
  'definition/unknown-field': {
    status: 422,
    en: {
      title: 'The form has no such field',
      detail: 'The expression "{expression}" reads "{name}", which the form does not have.',
      hint: 'Fields here: {known}.',
    },
    zh: {
      title: '表单没有该字段',
      detail: '表达式“{expression}”读取“{name}”，但表单没有该字段。',
      hint: '此处的字段：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Fields here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？此处的字段：{known}。' },
      },
    },
  },
  'definition/unknown-check': missing('check', '核查环节'),
  'definition/start': {
    status: 422,
    en: {
      title: 'A case cannot begin here',
      detail: '"{step}" is not a task that somebody can open a case with.',
      hint: 'Let "start" name a step of kind task outside of any branch, without "when"; a step of another kind only where a schedule opens cases with it.',
    },
    zh: {
      title: '不能由此开始',
      detail: '“{step}”不是可以开始办件的人工环节。',
      hint: '“start”应为不在分支内且没有“when”的 task 环节；只有定期任务由其开立办件时，才可以是其他环节。',
    },
  },
  'definition/end-in-branch': {
    status: 422,
    en: {
      title: 'An end inside a branch',
      detail: '"{step}" ends the case while other branches still run.',
      hint: 'Move it out of the branch, and let a step of the branch go there.',
    },
    zh: {
      title: '分支内不能结束',
      detail: '“{step}”位于分支内，会在其他分支未完成时结束办件。',
      hint: '请将其移到分支外，由分支内的环节指向它。',
    },
  },
  'definition/reserved-name': {
    status: 422,
    en: {
      title: 'A name that is taken',
      detail: '"{name}" cannot be used as {what}: it already has a meaning.',
      hint: 'Choose another name.',
    },
    zh: { title: '名称已被占用', detail: '“{name}”已有含义，不能用作{what}。', hint: '请改用其他名称。' },
  },
  'definition/unreachable-step': {
    status: 422,
    en: {
      title: 'No way leads to this step',
      detail: 'No path from "{start}" leads to "{step}".',
      hint: 'Let an outcome or "next" lead to it, or remove it.',
    },
    zh: {
      title: '环节无法到达',
      detail: '从“{start}”出发无法到达“{step}”。',
      hint: '请让某个办理意见或“next”指向它，或将其删除。',
    },
  },
  'definition/no-way-out': {
    status: 422,
    en: {
      title: 'No way leads out of this step',
      detail: 'From "{step}" no path leads to an end.',
      hint: 'Let one of its outcomes lead to a step of kind end.',
    },
    zh: {
      title: '环节没有出口',
      detail: '从“{step}”无法到达任何结束环节。',
      hint: '请让其某个办理意见通向 end 环节。',
    },
  },
  'definition/form-schema': {
    status: 422,
    en: {
      title: 'Not a JSON Schema',
      detail: 'The form "{form}" is not a valid JSON Schema (2020-12): {reason}.',
      hint: 'Compare with https://json-schema.org/understanding-json-schema.',
    },
    zh: {
      title: '不是有效的 JSON Schema',
      detail: '表单“{form}”不是有效的JSON Schema（2020-12）：{reason}。',
      hint: '请对照 https://json-schema.org/understanding-json-schema 。',
    },
  },
  'definition/endless-schema': {
    status: 422,
    en: {
      title: 'Checking would not end',
      detail:
        'A schema of the form "{form}" refers to itself about the same value: checking it would never end.',
      hint: 'Refer to it for a part of the value, such as a property or the items of a list.',
    },
    zh: {
      title: '校验无法结束',
      detail: '表单“{form}”的模式对同一值引用自身，校验将永不结束。',
      hint: '只能在值的某一部分（如属性或列表项）处引用。',
    },
    variants: {
      doubling: {
        en: {
          detail:
            'The schemas of the form "{form}" ask one another so often that checking would take too long.',
          hint: 'Refer to each definition once for one place.',
        },
        zh: {
          detail: '表单“{form}”的模式相互引用过多，校验耗时过长。',
          hint: '同一位置对每个定义只引用一次。',
        },
      },
      chain: {
        en: {
          detail: 'The schemas of the form "{form}" refer to one another in too long a chain.',
          hint: 'Refer to the last of them.',
        },
        zh: { detail: '表单“{form}”的模式引用链过长。', hint: '请直接引用最后一个定义。' },
      },
    },
  },
  'definition/slow-pattern': {
    status: 422,
    en: {
      title: 'A pattern that may take for ever',
      detail:
        'The pattern "{pattern}" repeats something that repeats: what somebody types could keep the computer busy for hours.',
      hint: 'Repeat one kind of character at a time: [0-9]{1,18} rather than ([0-9]+)+. Nested quantifiers are refused.',
    },
    zh: {
      title: '可能无限耗时的模式',
      detail: '模式“{pattern}”重复了本身已重复的内容，恶意输入可使计算机长时间运算。',
      hint: '每次只重复一类字符，如 [0-9]{1,18}，不要写 ([0-9]+)+；不允许嵌套量词。',
    },
    variants: {
      alternatives: {
        en: {
          detail:
            'The pattern "{pattern}" repeats alternatives: what somebody types could keep the computer busy for hours.',
          hint: 'Write one class of characters, [ab]*, rather than (a|b)*. Repeated alternatives are refused.',
        },
        zh: {
          detail: '模式“{pattern}”重复了多选分支，恶意输入可使计算机长时间运算。',
          hint: '请写成字符类 [ab]*，不要写 (a|b)*；不允许重复多选分支。',
        },
      },
      adjacent: {
        en: {
          detail:
            'The pattern "{pattern}" repeats twice in a row what may be the same characters: a long text is divided between them in every way.',
          hint: 'Write one repetition for both, or put something between them that the first does not take.',
        },
        zh: {
          detail: '模式“{pattern}”连续两次重复可能相同的字符，较长的输入会被反复拆分尝试。',
          hint: '请合并为一次重复，或在两者之间加入前者不匹配的字符。',
        },
      },
      reference: {
        en: {
          detail: 'The pattern "{pattern}" refers back to what it matched before.',
          hint: 'Write it without references (\\1).',
        },
        zh: { detail: '模式“{pattern}”引用了已匹配的内容。', hint: '请不要使用反向引用（\\1）。' },
      },
      invalid: {
        en: {
          title: 'Not a regular expression',
          detail: 'The pattern "{pattern}" is not a regular expression (ECMAScript, Unicode mode).',
          hint: 'Close every bracket, and escape only what has to be escaped.',
        },
        zh: {
          title: '不是正则表达式',
          detail: '模式“{pattern}”不是有效的正则表达式（ECMAScript，Unicode模式）。',
          hint: '请补全括号，只转义必须转义的字符。',
        },
      },
    },
  },
  'definition/layout-field': {
    status: 422,
    en: {
      title: 'The schema has no such field',
      detail: 'The layout of "{form}" shows "{field}", which its schema does not have.',
      hint: 'Fields here: {known}.',
    },
    zh: {
      title: '表单没有该字段',
      detail: '“{form}”的布局包含“{field}”，但其模式中没有。',
      hint: '此处的字段：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Fields here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？此处的字段：{known}。' },
      },
    },
  },
  'definition/letter-field': {
    status: 422,
    en: {
      title: 'The letter names something that is not there',
      detail: 'The letter "{letter}" shows "{name}", which does not exist.',
      hint: 'Known here: {known}.',
    },
    zh: {
      title: '文书引用不存在',
      detail: '文书“{letter}”引用了“{name}”，但它不存在。',
      hint: '可用：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Known here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？可用：{known}。' },
      },
    },
  },
  'definition/letter-block': {
    status: 422,
    en: {
      title: 'A block that does not fit',
      detail: 'In the letter "{letter}" the block {block} is not closed, not opened, or not known.',
      hint: 'Blocks read {{#if CONDITION}} ... {{/if}}.',
    },
    zh: {
      title: '文书块不匹配',
      detail: '文书“{letter}”中的块{block}未闭合、未打开或无法识别。',
      hint: '块的写法为 {{#if 条件}} … {{/if}}。',
    },
  },
  'definition/parameter-period': {
    status: 422,
    en: {
      title: 'Periods that do not fit',
      detail: 'Values {first} and {second} of the parameter "{parameter}" are both in force on {date}.',
      hint: 'A value holds from its "valid-from" to the day before its "valid-to": let one end on the day on which the next begins.',
    },
    zh: {
      title: '有效期重叠',
      detail: '标准“{parameter}”的第{first}项与第{second}项在{date}同时有效。',
      hint: '有效期含首日、不含末日：前一项的 valid-to 应等于后一项的 valid-from。',
    },
    variants: {
      reversed: {
        en: {
          detail: 'Value {first} of the parameter "{parameter}" ends on {date}, before it begins.',
          hint: 'valid-to comes after valid-from.',
        },
        zh: {
          detail: '标准“{parameter}”的第{first}项在{date}结束，早于开始日期。',
          hint: 'valid-to 应晚于 valid-from。',
        },
      },
    },
  },
  'definition/locale-missing': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A translation is missing',
      detail: 'locales/{language}.json has no entry for "{text}".',
      hint: 'Add it, or readers of that language see the original.',
    },
    zh: {
      title: '缺少译文',
      detail: 'locales/{language}.json 中没有“{text}”的译文。',
      hint: '请补充，否则该语言读者看到的是原文。',
    },
    variants: {
      letter: {
        en: { detail: 'The letter "{text}" has no text in {language}.', hint: 'Add {path}.' },
        zh: { detail: '文书“{text}”没有{language}文本。', hint: '请添加 {path}。' },
      },
    },
  },
} as const satisfies ProblemTable;
