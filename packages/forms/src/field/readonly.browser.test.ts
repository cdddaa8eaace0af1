import { afterEach, describe, expect, it } from 'vitest';
import { divisions, layout, schema, value } from '../fixtures/household.ts';
import { all, clear, mount, one, until } from '../fixtures/mount.ts';

afterEach(clear);

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('a form to read', () => {
  it('shows answers in words, and nothing that could be changed', async () => {
    const form = await mount({ schema, layout, divisions, value, readonly: true });
    await until(() => text(one(form, '.section')).includes('兰家山村'));
    const answers = Object.fromEntries(
      all(form, '.answer').map((row) => [text(row.querySelector('dt')), text(row.querySelector('dd'))]),
    );
    expect(answers).toMatchObject({
      申请哪一类低保: '农村低保',
      '户籍所在村（社区）': '泾川县 城关镇 兰家山村',
      结婚日期: '1972年10月1日 星期日',
      存款: '3,500.00 元',
      已经享受的待遇: '养老金',
      家里有人患重大疾病: '是',
      卡号: '4111 1111 1111 1111',
    });
    expect(answers).not.toHaveProperty('电子邮箱');
    expect(all(form, 'input, select, textarea, button')).toHaveLength(0);
    expect(form.checkValidity()).toBe(true);
  });

  it('shows what is there, not what a schema would have filled in', async () => {
    const form = await mount({
      schema: {
        type: 'object',
        required: ['rows'],
        properties: {
          kind: { title: '类别', type: 'string', default: 'x' },
          rows: { title: '项目', type: 'array', minItems: 1, items: { type: 'object', properties: {} } },
        },
      },
      readonly: true,
    });
    expect(text(one(form, '.form'))).toBe('暂无');
  });

  it('names the sections that nothing was entered in, in one line', async () => {
    const form = await mount({ schema, layout, value: { area: 'rural' }, readonly: true });
    expect(all(form, 'h2').map(text)).toEqual(['您的情况']);
    expect(text(one(form, '.unanswered'))).toBe('未填写：家庭成员和收入、财产和支出、收款和承诺');
  });

  it('leaves out what was not filled in, until it is', async () => {
    const form = await mount({
      schema: {
        type: 'object',
        properties: {
          name: { title: '姓名', type: 'string' },
          note: { title: '备注', type: 'string' },
          car: { title: '车辆', type: 'object', properties: { value: { title: '价值', type: 'integer' } } },
        },
      },
      layout: {
        sections: [
          { id: 'who', title: '申请人', help: '填写本人。', fields: ['/name', '/note'] },
          { id: 'car', title: '车辆情况', fields: ['/car'] },
        ],
      },
      value: { name: '张兰', note: '' },
      readonly: true,
    });
    expect(all(form, '.answer dd').map(text)).toEqual(['张兰']);
    expect(all(form, 'h2').map(text)).toEqual(['申请人']);
    expect(all(form, '.help')).toHaveLength(0);
    expect(text(one(form, '.unanswered'))).toBe('未填写：车辆情况');
    form.value = { name: '张兰', car: { value: 7 } };
    await form.updateComplete;
    expect(all(form, 'h2').map(text)).toEqual(['申请人', '车辆情况']);
    expect(all(form, '.unanswered')).toHaveLength(0);
  });

  it('shows a repeated group as a table where the layout says so', async () => {
    const form = await mount({
      schema,
      layout: {
        sections: [
          {
            id: 's',
            title: 'S',
            fields: [{ field: '/members', presentation: 'table', fields: ['/name', '/relation', '/wages'] }],
          },
        ],
      },
      value,
      readonly: true,
    });
    expect(all(form, 'tr').map((row) => [...row.children].map(text))).toEqual([
      ['姓名', '与申请人的关系', '每月工资、务工收入'],
      ['张桂兰', '本人', '未填写'],
      ['李小明', '孙子女、外孙子女', '1,234.56 元'],
    ]);
  });

  it('a read-only field among others is a value, not a control', async () => {
    const form = await mount({
      schema: {
        type: 'object',
        properties: {
          number: { title: '编号', type: 'string', readOnly: true },
          name: { title: '姓名', type: 'string' },
        },
      },
      value: { number: '7' },
    });
    expect(text(one(form, 'output'))).toBe('7');
    expect(all(form, 'input')).toHaveLength(1);
    expect(form.value).toEqual({ number: '7' });
  });
});
