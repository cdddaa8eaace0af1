/** What a programme says that can be read, and still goes wrong when cases run on it. */
import type { ProblemTable } from './entry.ts';

export const lint = {
  'lint/unreachable-step': {
    status: 422,
    en: {
      title: 'No open way leads to this step',
      detail: 'Cases never come to "{step}": every way to it is closed, the nearest at "{closed}".',
      hint: 'Open the condition there, let another outcome lead to "{step}", or remove the step.',
    },
    zh: {
      title: '没有走得通的路通向该环节',
      detail: '办件永远到不了“{step}”：通向它的路都走不通，最近的一处在“{closed}”。',
      hint: '请改正该处的条件，让其他办理意见通向“{step}”，或者删除该环节。',
    },
  },
  'lint/no-way-out': {
    status: 422,
    en: {
      title: 'Cases get stuck here',
      detail: 'From "{step}" no open way leads to an end.',
      hint: 'Let one of its outcomes lead on, or open the condition that closes the way.',
    },
    zh: {
      title: '办件会停在这里',
      detail: '从“{step}”出发，没有走得通的路到达结束环节。',
      hint: '请让其某个办理意见通向后续环节，或者改正堵住去路的条件。',
    },
  },
  'lint/automatic-loop': {
    status: 422,
    en: {
      title: 'A loop without anybody in it',
      detail: 'The steps {steps} lead round to each other by themselves: the case would never leave them.',
      hint: 'Put a task or a wait into the loop, or let one of its ways lead out and stay out.',
    },
    zh: {
      title: '循环中没有人也没有等待',
      detail: '环节{steps}自动循环，办件将永远走不出来。',
      hint: '请在循环中加入人工环节或等待，或者让其中一条路通向循环之外。',
    },
  },
  'lint/constant-condition': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A condition that decides nothing',
      detail: 'The condition "{expression}" of "{step}" reads nothing of the case and is always true.',
      hint: 'Leave it out, or let it read what it is meant to depend on.',
    },
    zh: {
      title: '条件不起作用',
      detail: '“{step}”的条件“{expression}”没有读取办件的任何内容，始终成立。',
      hint: '请删除该条件，或者写明它应当取决于什么。',
    },
    variants: {
      false: {
        en: {
          detail: 'The condition "{expression}" of "{step}" reads nothing of the case and is never true.',
          hint: 'Let it read what it is meant to depend on; text in quotes is text, and no name.',
        },
        zh: {
          detail: '“{step}”的条件“{expression}”没有读取办件的任何内容，永远不成立。',
          hint: '请写明它应当取决于什么；引号内是文字，不是名称。',
        },
      },
    },
  },
  'lint/branch-never-done': {
    status: 422,
    en: {
      title: 'A branch that cannot be done',
      detail: 'The branch "{branch}" of "{parallel}" never reaches "done", and "{parallel}" waits for it.',
      hint: 'Let a step of the branch lead to "done".',
    },
    zh: {
      title: '分支无法完成',
      detail: '“{parallel}”的分支“{branch}”到不了“done”，而“{parallel}”要等它完成。',
      hint: '请让该分支的某个环节通向“done”。',
    },
  },
  'lint/endless-wait': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A wait without an end',
      detail:
        '"{step}" waits for {events} and for no time: if that never comes, the case stays there for ever.',
      hint: 'Add "for" or "until", and say with "next" where it goes then.',
    },
    zh: {
      title: '等待没有期限',
      detail: '“{step}”只等待{events}，没有时限：如果一直不来，办件将永远停在这里。',
      hint: '请写明“for”或“until”，并用“next”写明到期后的去向。',
    },
  },
  'lint/clock-never-starts': {
    status: 422,
    en: {
      title: 'A clock that never starts',
      detail: 'The clock "{clock}" starts with {events}, and none of that ever happens.',
      hint: 'Name an event of a step that cases come to.',
    },
    zh: {
      title: '时限永远不会开始',
      detail: '时限“{clock}”始于{events}，但这些事件都不会发生。',
      hint: '请改为办件会到达的环节的事件。',
    },
  },
  'lint/clock-never-stops': {
    status: 422,
    en: {
      title: 'A clock that nothing stops',
      detail:
        'Once "{clock}" has started, none of {events} can happen any more: it runs until the case ends.',
      hint: 'Name an event that comes after the start.',
    },
    zh: {
      title: '时限不会停止',
      detail: '时限“{clock}”开始以后，{events}都不会再发生，它将一直计时到办件结束。',
      hint: '请改为开始之后会发生的事件。',
    },
  },
  'lint/clock-idle': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A clock names what never touches it',
      detail: 'The clock "{clock}" stops with "{event}", which cannot happen while it runs.',
      hint: 'Remove it, or name the event that was meant.',
    },
    zh: {
      title: '时限写有不起作用的内容',
      detail: '时限“{clock}”止于“{event}”，但计时期间不会发生该事件。',
      hint: '请删除，或者改为本来要写的事件。',
    },
    variants: {
      start: {
        en: { detail: 'The clock "{clock}" starts with "{event}", which never happens.' },
        zh: { detail: '时限“{clock}”始于“{event}”，但该事件不会发生。' },
      },
      pause: {
        en: {
          detail: 'The clock "{clock}" stands in "{event}", where no case is while it runs.',
          hint: 'Remove it, or name the step that was meant.',
        },
        zh: {
          detail: '时限“{clock}”在“{event}”暂停，但计时期间办件不会处于该环节。',
          hint: '请删除，或者改为本来要写的环节。',
        },
      },
    },
  },
  'lint/unused': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'Nothing uses this',
      detail: 'The {what} "{id}" is declared and used nowhere.',
      hint: 'Remove it, or use it where it is missing.',
    },
    zh: {
      title: '没有用到',
      detail: '{what}“{id}”没有任何地方使用。',
      hint: '请删除，或者在缺少它的地方使用。',
    },
  },
  'lint/role-level': {
    status: 422,
    en: {
      title: 'Nobody holds this role at that level',
      detail: '"{step}" is done by "{role}" at level {level}, but that role is held at level {roleLevel}.',
      hint: 'Leave the level out, or name a role of level {level}.',
    },
    zh: {
      title: '该级别没有这一岗位',
      detail: '“{step}”由 {level} 级的“{role}”办理，但该岗位属于 {roleLevel} 级。',
      hint: '请删去级别，或者改用 {level} 级的岗位。',
    },
  },
  'lint/delegable-level': {
    status: 422,
    en: {
      title: 'Power is delegated downwards',
      detail:
        '"{step}" belongs to level {stepLevel} and may be delegated to level {level}, which is not below it.',
      hint: 'Name a level below {stepLevel}.',
    },
    zh: {
      title: '权限只能向下委托',
      detail: '“{step}”属于 {stepLevel} 级，却可委托给 {level} 级，后者并不低于前者。',
      hint: '请改为低于 {stepLevel} 的级别。',
    },
  },
  'lint/delegable-role': {
    status: 422,
    en: {
      title: 'Nobody could use this delegation',
      detail:
        '"{step}" may be delegated to "{role}" at level {level}, but that role is held at level {roleLevel}.',
      hint: 'Name a role of level {level}, or the level {roleLevel}.',
    },
    zh: {
      title: '委托后无人可办',
      detail: '“{step}”可委托给 {level} 级的“{role}”，但该岗位属于 {roleLevel} 级。',
      hint: '请改用 {level} 级的岗位，或者将级别改为 {roleLevel}。',
    },
  },
  'lint/never-filled': {
    status: 422,
    en: {
      title: 'Read before anybody could fill it in',
      detail:
        '"{expression}" reads the form "{form}" at "{step}", and on no way there does anybody fill it in.',
      hint: 'Let a step before "{step}" carry the form, or read a form that is filled in by then.',
    },
    zh: {
      title: '读取时还没有人填写',
      detail: '“{expression}”在“{step}”读取表单“{form}”，但到达该环节的任何路径上都没有人填写它。',
      hint: '请让“{step}”之前的环节使用该表单，或者改读此时已填写的表单。',
    },
  },
  'lint/field-not-shown': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'Nobody can fill in this field',
      detail: '"{expression}" reads "{name}", which the layout of "{form}" does not show.',
      hint: 'Add the field "{field}" to the layout.',
    },
    zh: {
      title: '没有人能填写该字段',
      detail: '“{expression}”读取“{name}”，但“{form}”的布局中没有该字段。',
      hint: '请在布局中加入字段“{field}”。',
    },
  },
  'lint/field-hidden': {
    status: 422,
    en: {
      title: 'A required field that the form does not show',
      detail:
        '"{field}" of the form "{form}" is required, but its layout does not show it: nobody can submit the form.',
      hint: 'Add the field to the layout, or let the schema not require it.',
    },
    zh: {
      title: '必填字段没有显示',
      detail: '表单“{form}”的“{field}”为必填，但布局中没有：表单将无法提交。',
      hint: '请在布局中加入该字段，或者在模式中改为非必填。',
    },
  },
  'lint/field-undeclared': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'The form declares no such field',
      detail: '"{expression}" reads "{name}", which no schema declares.',
      hint: 'Declare it, or read one of: {known}.',
    },
    zh: {
      title: '表单没有声明该字段',
      detail: '“{expression}”读取“{name}”，但模式中没有声明。',
      hint: '请声明该字段，或者改读：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"?' },
        zh: { hint: '是否应为“{nearest}”？' },
      },
    },
  },
  'lint/rule-gap': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A table with a gap',
      detail: 'The rule "{rule}" has no row for some inputs: their cases go to a person as "rule/no-row".',
      hint: 'Let a row cover them, or say in a last row of your own what is to happen.',
    },
    zh: {
      title: '规则表有缺口',
      detail: '规则“{rule}”对某些输入没有对应的行：这些办件将以“rule/no-row”转人工。',
      hint: '请用某一行覆盖这些输入，或者在最后一行写明如何处理。',
    },
  },
  'lint/rule-overlap': {
    status: 422,
    en: {
      title: 'Two rows for the same inputs',
      detail:
        'In the rule "{rule}", where at most one row may fit, "{first}" and "{second}" fit the same inputs.',
      hint: 'Narrow one of them, or let the first row that fits decide ("hit: first").',
    },
    zh: {
      title: '同一输入符合两行',
      detail: '规则“{rule}”至多一行符合，但“{first}”与“{second}”对同一输入都符合。',
      hint: '请收窄其中一行，或者改为由先符合的一行决定（“hit: first”）。',
    },
  },
  'lint/row-never': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A row that never decides',
      detail: 'In the rule "{rule}" the rows above "{row}" together take everything that it fits.',
      hint: 'Move it up, narrow the rows above, or remove it.',
    },
    zh: {
      title: '该行永远不会起作用',
      detail: '规则“{rule}”中，“{row}”之前的各行合起来已包含它所符合的全部情形。',
      hint: '请将其上移、收窄前面的行，或者删除。',
    },
    variants: {
      above: {
        en: {
          detail: 'In the rule "{rule}" the row "{above}" above takes everything that "{row}" fits.',
          hint: 'Put "{row}" before "{above}", or narrow "{above}".',
        },
        zh: {
          detail: '规则“{rule}”中，前面的“{above}”已包含“{row}”所符合的全部情形。',
          hint: '请将“{row}”移到“{above}”之前，或者收窄“{above}”。',
        },
      },
      twice: {
        en: {
          detail: 'In the rule "{rule}" the rows "{above}" and "{row}" fit the same inputs.',
          hint: 'Remove one of them, or correct its tests.',
        },
        zh: {
          detail: '规则“{rule}”中，“{above}”与“{row}”符合的情形完全相同。',
          hint: '请删除其中一行，或者改正其条件。',
        },
      },
      input: {
        en: {
          detail: 'In the rule "{rule}" the test "{test}" of "{row}" never holds for "{input}".',
          hint: 'Compare it with what the input may be: {known}.',
        },
        zh: {
          detail: '规则“{rule}”中，“{row}”的条件“{test}”对“{input}”永远不成立。',
          hint: '请对照该输入可能的值：{known}。',
        },
      },
      nearest: {
        en: {
          detail: 'In the rule "{rule}" the test "{test}" of "{row}" never holds for "{input}".',
          hint: 'Did you mean "{nearest}"? It may be: {known}.',
        },
        zh: {
          detail: '规则“{rule}”中，“{row}”的条件“{test}”对“{input}”永远不成立。',
          hint: '是否应为“{nearest}”？可能的值：{known}。',
        },
      },
      impossible: {
        en: {
          detail: 'In the rule "{rule}" no inputs fit "{row}".',
          hint: 'Correct its tests, or remove it.',
        },
        zh: {
          detail: '规则“{rule}”中，没有任何输入符合“{row}”。',
          hint: '请改正其条件，或者删除该行。',
        },
      },
    },
  },
  'lint/too-many-cells': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A table too large to look through',
      detail:
        'The rule "{rule}" has {total} combinations of inputs; {looked} places were looked at, the rest was not.',
      hint: 'Split it into several rules; until then gaps and idle rows may be left that are not told here.',
    },
    zh: {
      title: '规则表过大，无法全部检查',
      detail: '规则“{rule}”有{total}种输入组合，只检查了{looked}处，其余没有检查。',
      hint: '请拆成几条规则；在此之前，可能还有没有指出的缺口和不起作用的行。',
    },
  },
  'lint/sealed-shown': {
    status: 422,
    en: {
      title: 'A notice would show what is sealed',
      detail: 'The public notice of "{step}" shows "{name}", which the form "{form}" seals.',
      hint: 'Remove the line, or show something that is not sealed.',
    },
    zh: {
      title: '公示会泄露保密内容',
      detail: '“{step}”的公示包含“{name}”，表单“{form}”将其列为保密。',
      hint: '请删除该项，或者改为不保密的内容。',
    },
    variants: {
      send: {
        en: {
          title: 'Another case would see what is sealed',
          detail: '"{step}" sends "{name}" to another case, which the form "{form}" seals.',
          hint: 'Send what is not sealed, such as the number of the case.',
        },
        zh: {
          title: '保密内容会传给其他办件',
          detail: '“{step}”将“{name}”发送给其他办件，表单“{form}”将其列为保密。',
          hint: '请改为发送不保密的内容，如办件编号。',
        },
      },
    },
  },
  'lint/sealed-in-letter': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A letter shows what is sealed',
      detail: 'The letter "{letter}" shows "{name}", which the form "{form}" seals.',
      hint: 'Leave it out, unless the letter goes to the very person whose it is: letters leave the office.',
    },
    zh: {
      title: '文书包含保密内容',
      detail: '文书“{letter}”包含“{name}”，表单“{form}”将其列为保密。',
      hint: '文书会发出机关，除非只发给本人，否则请删除。',
    },
  },
  'lint/sealed-subject': {
    status: 422,
    en: {
      title: 'A notice about a sealed subject',
      detail: '"{step}" publishes a notice, but the form "{form}" seals who the case is about.',
      hint: 'Remove the notice: such cases are never made public.',
    },
    zh: {
      title: '保密对象不得公示',
      detail: '“{step}”发布公示，但表单“{form}”将办理对象列为保密。',
      hint: '请删除公示：此类办件不得公开。',
    },
  },
  'lint/parameter-gap': {
    status: 422,
    en: {
      title: 'A parameter without a value',
      detail:
        'The parameter "{parameter}" has no value from {from} until {to}: what needs it is unknown then.',
      hint: 'A value holds from its "valid-from" to the day before its "valid-to": let one end on the day on which the next begins.',
    },
    zh: {
      title: '标准有空档',
      detail: '标准“{parameter}”在{from}至{to}之间没有值，期间凡需要它的都无法判定。',
      hint: '有效期含首日、不含末日：前一项的 valid-to 应等于后一项的 valid-from。',
    },
    variants: {
      ended: {
        en: {
          detail: 'The last value of "{parameter}" ends on {from}, before the first case on {to}.',
          hint: 'Add the value that is in force now.',
        },
        zh: {
          detail: '标准“{parameter}”的最后一项在{from}失效，早于本流程启用之日{to}。',
          hint: '请补充现行的值。',
        },
      },
    },
  },
  'lint/parameter-late': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A parameter that comes late',
      detail: 'Cases may be opened from {from} on, but "{parameter}" has its first value on {to}.',
      hint: 'Add the value that was in force on {from}, or let "valid-from" of the programme be {to}.',
    },
    zh: {
      title: '标准生效晚于流程',
      detail: '自{from}起即可办件，但标准“{parameter}”的第一项自{to}起才有效。',
      hint: '请补充{from}时有效的值，或者将流程的“valid-from”改为{to}。',
    },
  },
  'lint/same-title': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'Two outcomes that read alike',
      detail: 'The outcomes "{first}" and "{second}" of "{step}" are both called "{title}".',
      hint: 'Give each a title that tells the officer what it does.',
    },
    zh: {
      title: '两个办理意见同名',
      detail: '“{step}”的办理意见“{first}”与“{second}”都叫“{title}”。',
      hint: '请各起一个能说明作用的名称。',
    },
  },
  'lint/separate-from': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'A separation that separates nobody',
      detail: '"{step}" is to be done by others than "{other}", which never comes before it.',
      hint: 'Remove it, or name the step that was meant.',
    },
    zh: {
      title: '回避要求不起作用',
      detail: '“{step}”要求由“{other}”以外的人办理，但“{other}”不会在它之前发生。',
      hint: '请删除，或者改为本来要写的环节。',
    },
    variants: {
      self: {
        en: {
          detail: '"{step}" is to be done by others than those of "{step}" itself.',
          hint: 'Remove it: with "by" the signatures are of different people already.',
        },
        zh: {
          detail: '“{step}”要求由自身以外的人办理。',
          hint: '请删除：写有“by”时签字的本来就须是不同的人。',
        },
      },
      nobody: {
        en: { detail: '"{step}" is to be done by others than those of "{other}", where nobody acts.' },
        zh: { detail: '“{step}”要求由“{other}”以外的人办理，但“{other}”没有人办理。' },
      },
    },
  },
  'lint/by-applicant': {
    status: 422,
    en: {
      title: 'One applicant cannot sign for several',
      detail: '"{step}" asks for {by} different people, but a case has one applicant.',
      hint: 'Remove "by", or let officers of a role sign.',
    },
    zh: {
      title: '申请人只有一名',
      detail: '“{step}”要求{by}名不同人员，但一个办件只有一名申请人。',
      hint: '请删去“by”，或者改由工作人员签字。',
    },
  },
  'lint/schedule-applicant': {
    status: 422,
    en: {
      title: 'A case that opens by itself has no applicant',
      detail: 'The schedule "{schedule}" opens cases at "{step}", which only an applicant may do.',
      hint: 'Let the first step be done by officers of a role.',
    },
    zh: {
      title: '自动开始的办件没有申请人',
      detail: '定时任务“{schedule}”在“{step}”开始办件，但该环节只能由申请人办理。',
      hint: '请让第一个环节由工作人员办理。',
    },
  },
  'lint/not-shown': {
    status: 422,
    severity: 'warning',
    en: {
      title: 'The form cannot show this in full',
      detail:
        'Nothing in the form "{form}" says what kind of value "{field}" is: a line of text is shown for it.',
      hint: 'Give it a type, or name a widget with x-widget.',
    },
    zh: {
      title: '表单无法完整显示该项',
      detail: '表单“{form}”没有说明“{field}”是什么类型的值，只能显示为一行文字。',
      hint: '请为其指定 type，或者用 x-widget 指定输入组件。',
    },
    variants: {
      'several-types': {
        en: {
          detail: '"{field}" of the form "{form}" may be of several types: only the first can be entered.',
          hint: 'Keep one type, with null beside it where it may be empty, or make fields of their own.',
        },
        zh: {
          detail: '表单“{form}”的“{field}”可以是多种类型，但只能填写第一种。',
          hint: '请只保留一种类型（可为空时另加 null），或者拆成不同的字段。',
        },
      },
      'mixed-choice': {
        en: {
          detail:
            'The alternatives in "{keyword}" of "{field}" of the form "{form}" are neither fixed values nor objects with properties: only the first kind can be entered.',
          hint: 'Write each alternative with const, or as an object with its properties.',
        },
        zh: {
          detail:
            '表单“{form}”的“{field}”在“{keyword}”中的选项既不是固定值，也不是带属性的对象，只能填写第一种。',
          hint: '请用 const 写出每个选项，或者写成带属性的对象。',
        },
      },
      'open-names': {
        en: {
          detail:
            '"{keyword}" of "{field}" of the form "{form}" lets in properties of any name: they are kept, but nobody can enter them.',
          hint: 'Name the properties, or use a list of objects with a name and a value.',
        },
        zh: {
          detail: '表单“{form}”的“{field}”用“{keyword}”允许任意名称的属性：这些属性会保留，但无法填写。',
          hint: '请逐一写出属性，或者改用由名称和值组成的列表。',
        },
      },
      'more-items': {
        en: {
          detail:
            '"{keyword}" of "{field}" of the form "{form}" lets in items after the fixed ones: they are kept, but nobody can enter them.',
          hint: 'Move them to a list of their own, or set "{keyword}" to false.',
        },
        zh: {
          detail:
            '表单“{form}”的“{field}”用“{keyword}”允许在固定项之后再加项目：这些项目会保留，但无法填写。',
          hint: '请将其移到单独的列表，或者将“{keyword}”设为 false。',
        },
      },
      encoding: {
        en: {
          detail:
            '"{keyword}" of "{field}" of the form "{form}" asks for an encoded text, which people would have to encode by hand.',
          hint: 'Ask for a file instead, or for the plain text.',
        },
        zh: {
          detail: '表单“{form}”的“{field}”用“{keyword}”要求填写编码后的文字，填表人只能自己编码。',
          hint: '请改为上传文件，或者填写普通文字。',
        },
      },
      format: {
        en: {
          detail:
            '"{field}" of the form "{form}" has a format that nothing helps to write: people have to type it exactly.',
          hint: 'Ask for a date, or for a text with a pattern and a help that says how it is written.',
        },
        zh: {
          detail: '表单“{form}”的“{field}”的格式没有输入辅助，填表人必须一字不差地输入。',
          hint: '请改用日期，或者用带 pattern 的文字并说明写法。',
        },
      },
    },
  },
} as const satisfies ProblemTable;
