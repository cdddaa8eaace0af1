import { describe, expect, it } from 'vitest';
import { formProblems } from './form-problems.ts';
import { loadValidators, validatorModule } from './node/index.ts';
import type { JsonSchema } from './types.ts';

const schema: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'kind', 'members', 'agreed'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 1, maxLength: 5 },
    id: { title: '身份证号码', type: 'string', format: 'resident-id' },
    kind: {
      title: '类别',
      type: 'string',
      oneOf: [
        { const: 'a', title: '甲' },
        { const: 'b', title: '乙' },
      ],
    },
    level: { title: '等级', enum: [1, 2] },
    income: { title: '收入', type: 'integer', minimum: 100, 'x-widget': 'money' },
    age: { title: '年龄', type: 'integer', exclusiveMinimum: 0, maximum: 120 },
    area: { title: '面积', type: 'integer', multipleOf: 5 },
    code: { title: '编号', type: 'string', pattern: '^[0-9]{3}$' },
    agreed: { title: '同意核对', type: 'boolean', const: true },
    members: {
      title: '成员',
      type: 'array',
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['phone'],
        properties: { phone: { title: '手机', type: 'string', format: 'mobile-cn' } },
      },
    },
    when: { title: '日期', anyOf: [{ type: 'null' }, { type: 'string', format: 'date' }] },
  },
  if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema has this name.
  then: { required: ['level'] },
};

const sound = { name: '王', kind: 'a', members: [{ phone: '13800001234' }], agreed: true };
const validators = await loadValidators({ hash: 'x', validators: await validatorModule({ form: schema }) });
const validate = validators.form;
const problemsOf = (data: unknown, language?: 'en' | 'zh', texts?: Record<string, string>) => {
  validate?.(data);
  return formProblems(validate?.errors ?? [], schema, language, texts);
};

describe('formProblems', () => {
  it('says nothing of sound data', () => expect(problemsOf(sound)).toEqual([]));

  it.each<[string, unknown, string, string, string]>([
    ['a missing text', { ...sound, name: undefined }, '/name', 'form/required', '请填写姓名。'],
    ['an empty text', { ...sound, name: '' }, '/name', 'form/required', '请填写姓名。'],
    ['a missing choice', { ...sound, kind: undefined }, '/kind', 'form/required', '请选择类别。'],
    ['a missing list', { ...sound, members: undefined }, '/members', 'form/required', '请至少添加一项成员。'],
    ['a long text', { ...sound, name: '王王王王王王' }, '/name', 'form/max-length', '请不要超过5个字。'],
    [
      'a wrong id',
      { ...sound, id: '1' },
      '/id',
      'form/format',
      '请输入17位数字加一位数字或X的身份证号码，与证件一致。',
    ],
    ['a choice that is none', { ...sound, kind: 'c' }, '/kind', 'form/enum', '请从以下选项中选择：甲、乙。'],
    ['an enum', { ...sound, level: 3 }, '/level', 'form/enum', '请从以下选项中选择：1、2。'],
    ['money in yuan', { ...sound, income: 1 }, '/income', 'form/minimum', '请输入不低于1元的金额。'],
    ['a text for a number', { ...sound, age: 'x' }, '/age', 'form/type', '请输入整数。'],
    ['too little', { ...sound, age: 0 }, '/age', 'form/minimum', '请输入大于0的数。'],
    ['too much', { ...sound, age: 121 }, '/age', 'form/maximum', '请输入不大于120的数。'],
    ['a step of a scale', { ...sound, area: 7 }, '/area', 'form/multiple', '请输入5的倍数。'],
    ['a pattern', { ...sound, code: 'x' }, '/code', 'form/pattern', '请按示例格式填写编号。'],
    ['no consent', { ...sound, agreed: false }, '/agreed', 'form/const', '请确认同意核对后继续。'],
    ['too few', { ...sound, members: [] }, '/members', 'form/min-items', '请至少填写1项。'],
    [
      'too many',
      { ...sound, members: [{ phone: '13800001231' }, { phone: '13800001232' }, { phone: '13800001233' }] },
      '/members',
      'form/max-items',
      '请最多填写2项。',
    ],
    [
      'twice the same',
      { ...sound, members: [{ phone: '13800001234' }, { phone: '13800001234' }] },
      '/members',
      'form/unique',
      '请删除或修改其中一项。',
    ],
    [
      'in a list',
      { ...sound, members: [{ phone: '1' }] },
      '/members/0/phone',
      'form/format',
      '请输入以1开头的11位手机号码。',
    ],
    ['missing in a list', { ...sound, members: [{}] }, '/members/0/phone', 'form/required', '请填写手机。'],
    ['one that is none of the form', { ...sound, 'a/b': 1 }, '/a~1b', 'form/unknown-field', '请删除该项。'],
    ['a condition', { ...sound, kind: 'b' }, '/level', 'form/required', '请选择等级。'],
    [
      'a date that may be null',
      { ...sound, when: 'x' },
      '/when',
      'form/format',
      '请输入年月日，如2026-03-02。',
    ],
  ])('%s', (_, data, pointer, code, hint) => {
    expect(problemsOf(data, 'zh')).toMatchObject([{ code, pointer, hint, status: 422 }]);
  });

  it('names fields in the reader’s language where it has words for them', () => {
    expect(problemsOf({ ...sound, name: undefined }, 'en', { 姓名: 'Name' })[0]?.hint).toBe('Fill in Name.');
    expect(problemsOf({ ...sound, name: undefined })[0]?.hint).toBe('Fill in 姓名.');
  });

  it('tells several problems, each place once', () => {
    expect(problemsOf({}).map(({ pointer }) => pointer)).toEqual(['/name', '/kind', '/members', '/agreed']);
  });
});
