import type { ProblemTable } from './entry.ts';

/** What a person filled in. Words for applicants: they say what to do. */
export const form = {
  'form/invalid': {
    status: 422,
    en: {
      title: 'Something in the form needs another look',
      detail: '{count} entries of the form need to be put right.',
      hint: 'Go through them one by one: each says what is expected.',
    },
    zh: { title: '表单需要修改', detail: '表单中有{count}处需要修改。', hint: '请逐项按提示修改。' },
  },
  'form/unexpected': {
    status: 422,
    en: {
      title: 'No form here',
      detail: '"{do}" has no form, and data was sent with it.',
      hint: 'Send it without data.',
    },
    zh: { title: '此处无表单', detail: '“{do}”没有表单，却附带了数据。', hint: '请不要附带数据。' },
  },
  'form/undeclared': {
    status: 500,
    en: {
      title: 'No validator',
      detail: 'The bundle has no validator for the form "{form}".',
      hint: 'Make the bundle again.',
    },
    zh: { title: '缺少表单校验', detail: '发布包没有表单“{form}”的校验。', hint: '请重新生成发布包。' },
  },
  'form/required': {
    status: 422,
    en: { title: 'Missing', detail: '{field} is missing.', hint: 'Fill in {field}.' },
    zh: { title: '未填写', detail: '{field}没有填写。', hint: '请填写{field}。' },
    variants: {
      choice: {
        en: { hint: 'Choose an answer for {field}.' },
        zh: { hint: '请选择{field}。' },
      },
      list: {
        en: { hint: 'Add at least one entry to {field}.' },
        zh: { hint: '请至少添加一项{field}。' },
      },
    },
  },
  'form/type': {
    status: 422,
    en: {
      title: 'Another kind of entry is expected',
      detail: '{field} has the wrong kind of entry.',
      hint: 'Enter {field} as the form shows it.',
    },
    zh: {
      title: '填写内容类型不对',
      detail: '{field}填写的内容类型不对。',
      hint: '请按表单提示填写{field}。',
    },
    variants: {
      integer: { en: { hint: 'Enter a whole number.' }, zh: { hint: '请输入整数。' } },
      number: { en: { hint: 'Enter a number.' }, zh: { hint: '请输入数字。' } },
      string: { en: { hint: 'Enter text.' }, zh: { hint: '请输入文字。' } },
      boolean: { en: { hint: 'Answer yes or no.' }, zh: { hint: '请选择“是”或“否”。' } },
      array: { en: { hint: 'Enter a list.' }, zh: { hint: '请逐项添加。' } },
      object: { en: { hint: 'Fill in the entries below it.' }, zh: { hint: '请填写其中各项。' } },
    },
  },
  'form/format': {
    status: 422,
    en: {
      title: 'Not written as expected',
      detail: '{field} is not written as expected.',
      hint: 'Enter {field} as the example shows.',
    },
    zh: { title: '格式不对', detail: '{field}格式不对。', hint: '请按示例格式填写{field}。' },
    variants: {
      'resident-id': {
        en: {
          detail: '{field} is not a resident identity number.',
          hint: 'Enter the number as 17 digits followed by a digit or X, as on the card.',
        },
        zh: {
          detail: '{field}不是有效的身份证号码。',
          hint: '请输入17位数字加一位数字或X的身份证号码，与证件一致。',
        },
      },
      'bank-card': {
        en: {
          detail: '{field} is not a bank card number.',
          hint: 'Enter the 16 to 19 digits on the front of the card, without spaces.',
        },
        zh: { detail: '{field}不是有效的银行卡号。', hint: '请输入卡面上的16至19位数字，不要空格。' },
      },
      'credit-code': {
        en: {
          detail: '{field} is not a unified social credit code.',
          hint: 'Enter the 18 digits and capital letters on the licence or certificate.',
        },
        zh: {
          detail: '{field}不是有效的统一社会信用代码。',
          hint: '请输入证照上的18位统一社会信用代码，字母用大写。',
        },
      },
      'mobile-cn': {
        en: {
          detail: '{field} is not a mobile number.',
          hint: 'Enter 11 digits starting with 1, such as 13800000000.',
        },
        zh: { detail: '{field}不是有效的手机号码。', hint: '请输入以1开头的11位手机号码。' },
      },
      'division-code': {
        en: {
          detail: '{field} is not a division code.',
          hint: 'Choose the village or community from the list.',
        },
        zh: { detail: '{field}不是有效的区划代码。', hint: '请从列表中选择村（社区）。' },
      },
      date: {
        en: {
          detail: '{field} is not a date.',
          hint: 'Enter year, month and day, such as 2026-03-02.',
        },
        zh: { detail: '{field}不是有效的日期。', hint: '请输入年月日，如2026-03-02。' },
      },
      'date-time': {
        en: { hint: 'Enter date and time, such as 2026-03-02T09:00:00+08:00.' },
        zh: { hint: '请输入日期和时间，如2026-03-02T09:00:00+08:00。' },
      },
      time: {
        en: { hint: 'Enter hour and minute, such as 09:30:00Z.' },
        zh: { hint: '请输入时间，如09:30:00Z。' },
      },
      email: {
        en: { hint: 'Enter an address such as name@example.org.' },
        zh: { hint: '请输入电子邮箱，如name@example.org。' },
      },
      uri: {
        en: { hint: 'Enter an address that starts with https://.' },
        zh: { hint: '请输入以https://开头的网址。' },
      },
    },
  },
  'form/pattern': {
    status: 422,
    en: {
      title: 'Not written as expected',
      detail: '{field} is not written as expected.',
      hint: 'Enter {field} as the example shows.',
    },
    zh: { title: '格式不对', detail: '{field}格式不对。', hint: '请按示例格式填写{field}。' },
  },
  'form/enum': {
    status: 422,
    en: {
      title: 'Not one of the choices',
      detail: '{field} is not one of the choices.',
      hint: 'Choose one of: {choices}.',
    },
    zh: { title: '不在选项中', detail: '{field}不在可选范围内。', hint: '请从以下选项中选择：{choices}。' },
  },
  'form/const': {
    status: 422,
    en: {
      title: 'Has to be confirmed',
      detail: '{field} has to be confirmed.',
      hint: 'Confirm {field} to go on.',
    },
    zh: { title: '需要确认', detail: '{field}需要确认。', hint: '请确认{field}后继续。' },
  },
  'form/minimum': {
    status: 422,
    en: { title: 'Too small', detail: '{field} is too small.', hint: 'Enter {limit} or more.' },
    zh: { title: '数值过小', detail: '{field}数值过小。', hint: '请输入不小于{limit}的数。' },
    variants: {
      exclusive: { en: { hint: 'Enter more than {limit}.' }, zh: { hint: '请输入大于{limit}的数。' } },
      money: { en: { hint: 'Enter {limit} yuan or more.' }, zh: { hint: '请输入不低于{limit}元的金额。' } },
    },
  },
  'form/maximum': {
    status: 422,
    en: { title: 'Too large', detail: '{field} is too large.', hint: 'Enter {limit} or less.' },
    zh: { title: '数值过大', detail: '{field}数值过大。', hint: '请输入不大于{limit}的数。' },
    variants: {
      exclusive: { en: { hint: 'Enter less than {limit}.' }, zh: { hint: '请输入小于{limit}的数。' } },
      money: { en: { hint: 'Enter {limit} yuan or less.' }, zh: { hint: '请输入不高于{limit}元的金额。' } },
    },
  },
  'form/multiple': {
    status: 422,
    en: {
      title: 'Not a step of the scale',
      detail: '{field} has to be a multiple of {limit}.',
      hint: 'Enter a multiple of {limit}.',
    },
    zh: { title: '数值不符合要求', detail: '{field}应为{limit}的倍数。', hint: '请输入{limit}的倍数。' },
  },
  'form/min-length': {
    status: 422,
    en: { title: 'Too short', detail: '{field} is too short.', hint: 'Enter at least {limit} characters.' },
    zh: { title: '内容过短', detail: '{field}内容过短。', hint: '请至少输入{limit}个字。' },
  },
  'form/max-length': {
    status: 422,
    en: { title: 'Too long', detail: '{field} is too long.', hint: 'Enter {limit} characters at most.' },
    zh: { title: '内容过长', detail: '{field}内容过长。', hint: '请不要超过{limit}个字。' },
  },
  'form/min-items': {
    status: 422,
    en: {
      title: 'Too few entries',
      detail: '{field} has too few entries.',
      hint: 'Give at least {limit}.',
    },
    zh: { title: '条目过少', detail: '{field}条目过少。', hint: '请至少填写{limit}项。' },
  },
  'form/max-items': {
    status: 422,
    en: {
      title: 'Too many entries',
      detail: '{field} has too many entries.',
      hint: 'Give {limit} at most.',
    },
    zh: { title: '条目过多', detail: '{field}条目过多。', hint: '请最多填写{limit}项。' },
  },
  'form/unique': {
    status: 422,
    en: {
      title: 'Entered twice',
      detail: 'Two entries of {field} are the same.',
      hint: 'Remove or correct one of them.',
    },
    zh: { title: '内容重复', detail: '{field}中有两项相同。', hint: '请删除或修改其中一项。' },
  },
  'form/unknown-field': {
    status: 422,
    en: {
      title: 'Not part of the form',
      detail: 'The form has no entry "{property}".',
      hint: 'Leave it out.',
    },
    zh: { title: '不属于该表单', detail: '表单没有“{property}”这一项。', hint: '请删除该项。' },
    variants: {
      nearest: {
        en: { hint: 'Did you mean "{nearest}"? Otherwise leave it out.' },
        zh: { hint: '是否应为“{nearest}”？否则请删除该项。' },
      },
    },
  },
  'form/rule': {
    status: 422,
    en: {
      title: 'Does not fit together',
      detail: '{field} does not fit what else was entered.',
      hint: 'Check {field} against the other entries.',
    },
    zh: { title: '内容不一致', detail: '{field}与其他填写内容不一致。', hint: '请对照其他内容核对{field}。' },
    // A rule of a layout brings the words that say what to do.
    variants: { said: { en: { detail: '{say}', hint: '' }, zh: { detail: '{say}', hint: '' } } },
  },
} as const satisfies ProblemTable;
