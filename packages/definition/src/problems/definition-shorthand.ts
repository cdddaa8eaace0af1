import type { ProblemTable } from './entry.ts';

/** How shorthands are written and used. */
export const definitionShorthand = {
  'definition/unknown-argument': {
    status: 422,
    en: {
      title: 'The shorthand has no such parameter',
      detail: 'The shorthand "{shorthand}" has no parameter "{name}".',
      hint: 'Parameters: {known}.',
    },
    zh: {
      title: '简写没有该参数',
      detail: '简写“{shorthand}”没有参数“{name}”。',
      hint: '可用参数：{known}。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Parameters: {known}.' },
        zh: { hint: '是否应为“{nearest}”？可用参数：{known}。' },
      },
    },
  },
  'definition/missing-argument': {
    status: 422,
    en: {
      title: 'The shorthand needs a value',
      detail: 'The shorthand "{shorthand}" needs a value for "{name}".',
      hint: 'Add "{name}: ..." to "with".',
    },
    zh: {
      title: '简写缺少参数值',
      detail: '简写“{shorthand}”须有“{name}”的值。',
      hint: '请在“with”中添加“{name}: …”。',
    },
  },
  'definition/unknown-placeholder': {
    status: 422,
    en: {
      title: 'A place for a value that nobody gives',
      detail: 'The shorthand "{shorthand}" has a place for "{name}", which is none of its parameters.',
      hint: 'Parameters: {known}. Declare it under "parameters".',
    },
    zh: {
      title: '占位符没有对应参数',
      detail: '简写“{shorthand}”使用了“{name}”，但它不是其参数。',
      hint: '可用：{known}。请在“parameters”中声明。',
    },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Parameters: {known}.' },
        zh: { hint: '是否应为“{nearest}”？可用：{known}。' },
      },
    },
  },
  'definition/shorthand-circle': {
    status: 422,
    en: {
      title: 'A shorthand that uses itself',
      detail: 'The shorthands go round: {path}.',
      hint: 'A shorthand cannot stand for itself; going back is an outcome that leads to an earlier step.',
    },
    zh: {
      title: '简写引用自身',
      detail: '简写循环引用：{path}。',
      hint: '简写不能展开为自身；需要返回时，请让办理意见指向之前的环节。',
    },
  },
  'definition/shorthand-entry': {
    status: 422,
    en: {
      title: 'The first step has this already',
      detail:
        '"{step}" cannot have "{key}": the first of its steps, "{first}", has one of its own or can have none.',
      hint: 'Let the shorthand begin with a step that has no "{key}", or leave it out here.',
    },
    zh: {
      title: '首个环节已有该项',
      detail: '“{step}”不能写“{key}”：其首个环节“{first}”已有该项或不能有该项。',
      hint: '请让简写以没有“{key}”的环节开始，或在此处删除。',
    },
  },
} as const satisfies ProblemTable;
