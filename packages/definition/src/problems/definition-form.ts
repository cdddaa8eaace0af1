import type { ProblemTable } from './entry.ts';

/** How a definition is written: syntax, shape, limits. */
export const definitionForm = {
  'definition/yaml': {
    status: 422,
    en: {
      title: 'Not YAML',
      detail: 'The file cannot be read as YAML: {reason}.',
      hint: 'Check indentation (spaces, never tabs), colons and quotes near this line; they are those of an English keyboard.',
    },
    zh: {
      title: 'YAML 语法错误',
      detail: '文件不是有效的YAML：{reason}。',
      hint: '请检查该行附近的缩进（用空格，不用制表符）、冒号和引号；冒号和引号应当用英文半角，冒号后空一格。',
    },
  },
  'definition/json': {
    status: 422,
    en: {
      title: 'Not JSON',
      detail: 'The file cannot be read as JSON near "{near}".',
      hint: 'Check commas, quotes and brackets near this line.',
    },
    zh: {
      title: 'JSON 语法错误',
      detail: '“{near}”附近不是有效的JSON。',
      hint: '请检查该行附近的逗号、引号和括号。',
    },
  },
  'definition/missing-key': {
    status: 422,
    en: { title: 'A key is missing', detail: '"{key}" is missing.', hint: 'Add "{key}: ..." here.' },
    zh: { title: '缺少键', detail: '缺少“{key}”。', hint: '请在此处添加“{key}: …”。' },
  },
  'definition/unknown-key': {
    status: 422,
    en: {
      title: 'Unknown key',
      detail: '"{key}" is not known here.',
      hint: 'Known here: {known}.',
    },
    zh: { title: '未知的键', detail: '此处不能使用“{key}”。', hint: '此处可用：{known}。' },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Known here: {known}.' },
        zh: { hint: '是否应为“{nearest}”？此处可用：{known}。' },
      },
    },
  },
  'definition/unknown-value': {
    status: 422,
    en: {
      title: 'Not one of the allowed values',
      detail: '"{value}" is not allowed for "{key}".',
      hint: 'Allowed: {known}.',
    },
    zh: { title: '取值不允许', detail: '“{key}”不能为“{value}”。', hint: '可用：{known}。' },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Allowed: {known}.' },
        zh: { hint: '是否应为“{nearest}”？可用：{known}。' },
      },
    },
  },
  'definition/wrong-type': {
    status: 422,
    en: {
      title: 'Another kind of value is expected',
      detail: '"{key}" is {found}, and {expected} is expected.',
      hint: 'Write {expected}.',
    },
    zh: {
      title: '值的类型不对',
      detail: '“{key}”是{found}，应为{expected}。',
      hint: '请写成{expected}。',
    },
    variants: {
      quotes: {
        en: { hint: 'Put it in quotes: "{value}".' },
        zh: { hint: '请加引号："{value}"。' },
      },
    },
  },
  'definition/bad-name': {
    status: 422,
    en: {
      title: 'Not a name that can be used here',
      detail: '"{name}" cannot be used as a name here.',
      hint: 'It has to match {pattern}: lower-case words joined by hyphens for steps, roles and the like; camelCase for what expressions see.',
    },
    zh: {
      title: '名称不符合要求',
      detail: '“{name}”不能用作此处的名称。',
      hint: '须符合{pattern}：环节、岗位等用小写加连字符；表达式可见的名称用驼峰式。',
    },
  },
  'definition/value': {
    status: 422,
    en: {
      title: 'Not a value that can stand here',
      detail: '"{value}" cannot stand for "{key}".',
      hint: '{description}',
    },
    zh: { title: '取值不符合要求', detail: '“{key}”不能写成“{value}”。', hint: '说明：{description}' },
  },
  'definition/which': {
    status: 422,
    en: {
      title: 'One of several is expected',
      detail: 'Exactly one of these keys is expected here: {keys}.',
      hint: 'Keep one of them.',
    },
    zh: { title: '须且只能有其一', detail: '此处须且只能有其中一个键：{keys}。', hint: '请只保留一个。' },
  },
  'definition/language-version': {
    status: 422,
    en: {
      title: 'Another version of the language',
      detail: 'The file is written for version {found} of the language; this program reads version {known}.',
      hint: 'Write "aidflow: {known}".',
    },
    zh: {
      title: '语言版本不符',
      detail: '文件使用语言版本{found}，本程序读取版本{known}。',
      hint: '请写“aidflow: {known}”。',
    },
  },
  'definition/too-large': {
    status: 422,
    en: {
      title: 'Too large',
      detail: '"{key}" has {found} entries; the limit is {limit}.',
      hint: 'Split it into smaller parts.',
    },
    zh: { title: '超出限制', detail: '“{key}”有{found}项，上限为{limit}项。', hint: '请拆分为较小的部分。' },
    variants: {
      file: {
        en: { detail: 'The file has {found} bytes; the limit is {limit}.' },
        zh: { detail: '文件大小为{found}字节，上限为{limit}字节。' },
      },
      folder: {
        en: { detail: 'The files of the folder have {found} bytes together; the limit is {limit}.' },
        zh: { detail: '文件夹内文件共{found}字节，上限为{limit}字节。' },
      },
      depth: {
        en: { detail: 'Values lie more than {limit} levels within each other.', hint: 'Flatten them.' },
        zh: { detail: '嵌套超过{limit}层。', hint: '请减少嵌套。' },
      },
      values: {
        en: { detail: 'The file holds more than {limit} values, aliases followed.' },
        zh: { detail: '文件（含展开的别名）超过{limit}个值。' },
      },
      aliases: {
        en: {
          detail: 'Aliases stand for more than {limit} values each.',
          hint: 'Write out what is repeated, or repeat less.',
        },
        zh: { detail: '别名展开超过{limit}个值。', hint: '请直接写出内容，或减少重复。' },
      },
      text: {
        en: {
          detail: '"{key}" has {found} characters; the limit is {limit}.',
          hint: 'Shorten it; move parts of an expression into "let" of a rule.',
        },
        zh: {
          detail: '“{key}”有{found}个字符，上限为{limit}。',
          hint: '请缩短；表达式可拆分到规则的“let”中。',
        },
      },
      range: {
        en: {
          detail: 'The expression "{key}" repeats something {found} times; the limit is {limit}.',
          hint: 'Go through a list of the data instead of a range of numbers.',
        },
        zh: {
          detail: '表达式“{key}”重复{found}次，上限为{limit}次。',
          hint: '请遍历数据中的列表，不要遍历数字区间。',
        },
      },
      shorthands: {
        en: {
          detail: 'Shorthands use one another more than {limit} deep.',
          hint: 'Write some of them out.',
        },
        zh: { detail: '简写相互引用超过{limit}层。', hint: '请直接写出其中一部分。' },
      },
      steps: {
        en: { detail: 'The procedure has {found} steps with its shorthands expanded; the limit is {limit}.' },
        zh: { detail: '展开简写后流程有{found}个环节，上限为{limit}个。' },
      },
    },
  },
  'definition/forbidden-key': {
    status: 422,
    en: {
      title: 'A key that is never allowed',
      detail: '"{key}" is never allowed as a key.',
      hint: 'Choose another name.',
    },
    zh: { title: '禁止使用的键', detail: '不能以“{key}”作为键。', hint: '请改用其他名称。' },
  },
  'definition/file-missing': {
    status: 422,
    en: {
      title: 'A file is missing',
      detail: 'There is no file "{path}" in the programme folder.',
      hint: 'Create it, or correct the path.',
    },
    zh: { title: '缺少文件', detail: '事项目录中没有文件“{path}”。', hint: '请创建该文件，或修正路径。' },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"?' },
        zh: { hint: '是否应为“{nearest}”？' },
      },
    },
  },
  'definition/file-path': {
    status: 422,
    en: {
      title: 'Not a path inside the programme folder',
      detail: '"{path}" leads out of the programme folder.',
      hint: 'Write a path relative to programme.yaml, without "..".',
    },
    zh: {
      title: '路径不在事项目录内',
      detail: '“{path}”不在事项目录内。',
      hint: '请写相对于 programme.yaml 的路径，不含“..”。',
    },
  },
} as const satisfies ProblemTable;
