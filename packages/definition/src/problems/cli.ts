import type { ProblemTable } from './entry.ts';

/** What was typed after `aidflow`. */
export const cli = {
  'cli/unknown-command': {
    status: 400,
    en: {
      title: 'No such command',
      detail: 'There is no command "{command}".',
      hint: 'There are: {commands}. "aidflow help" tells what they do.',
    },
    zh: {
      title: '没有该命令',
      detail: '没有命令“{command}”。',
      hint: '可用命令：{commands}。用“aidflow help”查看说明。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? "aidflow help" lists all commands.' },
        zh: { hint: '是否应为“{nearest}”？用“aidflow help”查看全部命令。' },
      },
    },
  },
  'cli/usage': {
    status: 400,
    en: {
      title: 'The command cannot be read',
      detail: '"aidflow {command}": {reason}.',
      hint: 'Usage: aidflow {usage}',
    },
    zh: { title: '命令写法有误', detail: '“aidflow {command}”：{reason}。', hint: '用法：aidflow {usage}' },
  },
  'cli/no-file': {
    status: 404,
    en: { title: 'Nothing there', detail: 'There is nothing at "{path}".', hint: 'Check the path.' },
    zh: { title: '路径不存在', detail: '“{path}”不存在。', hint: '请核对路径。' },
  },
  'cli/no-programme': {
    status: 404,
    en: {
      title: 'No programme there',
      detail: 'There is no programme.yaml in "{path}" or in a folder below it.',
      hint: 'Name the folder that holds programme.yaml.',
    },
    zh: {
      title: '目录中没有事项',
      detail: '“{path}”及其下级目录中没有 programme.yaml。',
      hint: '请指定 programme.yaml 所在目录。',
    },
  },
  'cli/not-a-bundle': {
    status: 422,
    en: {
      title: 'No bundle',
      detail: '"{path}" is neither a folder with programme.yaml nor a bundle.',
      hint: 'Name a folder, or a file that "aidflow bundle" has written.',
    },
    zh: {
      title: '不是流程定义',
      detail: '“{path}”既不是含有 programme.yaml 的目录，也不是打包的流程定义。',
      hint: '请指定目录，或者由“aidflow bundle”写出的文件。',
    },
  },
  'cli/not-cases': {
    status: 422,
    en: {
      title: 'No list of cases',
      detail: 'Entry {index} of "{path}" is no running case: {reason}.',
      hint: 'Each is an object with id, number and steps, and may have procedure, clocks and data (lists of ids).',
    },
    zh: {
      title: '不是办件清单',
      detail: '“{path}”的第{index}项不是在办件：{reason}。',
      hint: '每一项须有 id、number、steps，可以有 procedure、clocks、data（均为标识的列表）。',
    },
  },
  'cli/not-events': {
    status: 422,
    en: {
      title: 'No events of a case',
      detail: '"{path}" holds no JSON list of the events of one case, from the first on.',
      hint: 'Take the events from the dossier of the case, or from the service.',
    },
    zh: {
      title: '不是办件记录',
      detail: '“{path}”不是一个办件从头开始的事件列表（JSON）。',
      hint: '请从该办件的电子档案或者服务中取得事件。',
    },
  },
  'cli/not-a-walk': {
    status: 422,
    en: {
      title: 'No walk to go on from',
      detail: '"{path}" is no file that "aidflow explore --out" has written, or it was changed.',
      hint: 'Explore again from the start with --out, and go on from the walk.json written there.',
    },
    zh: {
      title: '无法继续走查',
      detail: '“{path}”不是“aidflow explore --out”写出的文件，或者已被改动。',
      hint: '请用 --out 从头走查，再从其中的 walk.json 继续。',
    },
  },
  'cli/other-walk': {
    status: 409,
    en: {
      title: 'Walk of another definition',
      detail: '"{path}" is a walk of definition {walked}, and this is {definition}.',
      hint: 'Explore the changed programme from the start, or go on with the one that was walked.',
    },
    zh: {
      title: '走查的不是同一版定义',
      detail: '“{path}”走查的是定义{walked}，现在的定义是{definition}。',
      hint: '请从头走查改动后的事项，或者用当时的定义继续。',
    },
  },
  'cli/system': {
    status: 500,
    en: {
      title: 'The system refused',
      detail: 'The system refused: {reason}.',
      hint: 'Check the path and its permissions, or choose another port.',
    },
    zh: {
      title: '系统拒绝',
      detail: '系统拒绝操作：{reason}。',
      hint: '请检查路径和权限，或改用其他端口。',
    },
  },
} as const satisfies ProblemTable;
