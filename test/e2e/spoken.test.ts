/**
 * A form as a screen reader reads it: of every control its role, name, state, and help, message and note in this order,
 * taken from the accessibility tree of the browser and compared with the words that a person should hear.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.ts';
import { type FormSite, startFormSite } from './support/form-site.ts';
import { type Spoken, spokenControls } from './support/spoken.ts';

const schema = {
  type: 'object',
  required: ['name', 'idNumber', 'area', 'relation', 'members', 'agree'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    idNumber: { title: '身份证号码', type: 'string', format: 'resident-id' },
    born: { title: '出生日期', type: 'string', format: 'date' },
    savings: { title: '存款', type: 'integer', minimum: 0, 'x-unit': 'fen' },
    area: { title: '类别', enum: ['rural', 'urban'], 'x-labels': { rural: '农村', urban: '城市' } },
    relation: { title: '关系', enum: ['1', '2', '3', '4', '5', '6', '7'] },
    benefits: {
      title: '待遇',
      type: 'array',
      items: { enum: ['pension'], 'x-labels': { pension: '养老金' } },
    },
    members: {
      title: '家庭成员',
      type: 'array',
      minItems: 1,
      items: {
        title: '成员',
        type: 'object',
        required: ['name'],
        properties: { name: { title: '姓名', type: 'string', minLength: 2 } },
      },
    },
    agree: { title: '我同意核对', type: 'boolean', const: true },
  },
};
const layout = {
  sections: [
    {
      id: 'all',
      title: '申请',
      fields: [
        { field: '/name', help: '和身份证上一样。' },
        { field: '/idNumber', check: 'already-applied' },
        '/born',
        '/savings',
        { field: '/area', help: '看户口簿。' },
        '/relation',
        '/benefits',
        { field: '/members', titleField: '/name' },
        '/agree',
      ],
    },
  ],
};

let site: FormSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await startFormSite({
    'schema.json': JSON.stringify(schema),
    'layout.json': JSON.stringify(layout),
    form: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><script type="module" src="aid-form.js"></script>
      <aid-form schema-src="schema.json" layout-src="layout.json"></aid-form>`,
  });
  browser = await launch();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** One line a control, as it is said. */
const said = ({ role, name, value, required, invalid, checked, focused, description }: Spoken): string =>
  [
    `${role} ${name}`,
    value === '' ? '' : `= ${value}`,
    checked === undefined ? '' : checked ? 'checked' : 'not checked',
    required ? 'required' : '',
    invalid ? 'invalid' : '',
    focused ? 'focused' : '',
    description === '' ? '' : `: ${description}`,
  ]
    .filter(Boolean)
    .join(' ');

const heard = async () => (await spokenControls(page)).map(said);

it('says of an empty form what each control is, what it is for, and how to fill it in', async () => {
  await page.goto(`${site.url}/form`);
  await page.locator('aid-form .submit').waitFor();
  expect(await heard()).toEqual([
    'textbox 姓名 required : 和身份证上一样。',
    'textbox 身份证号码 required : 18 位，末位可能是 X，可以直接粘贴',
    'textbox 出生日期 选填 : 例如 2026-03-02 或 2026年3月2日',
    'button 从日历中选择: 出生日期',
    'textbox 存款 选填 : 元',
    'radiogroup 类别 required : 看户口簿。',
    'radio 农村 not checked',
    'radio 城市 not checked',
    // That a list or a box is required the browser knows, but its tree for tools does not tell.
    'combobox 关系 = 请选择',
    'group 待遇 选填',
    'checkbox 养老金 not checked',
    'group 家庭成员',
    'group 成员 1',
    'button 删除 成员 1',
    'textbox 姓名 required',
    'button 继续添加成员',
    'checkbox 我同意核对 not checked',
    'button 提交',
  ]);
});

it('says of a form that was sent too early how much is wrong, and at each control what to do', async () => {
  await page.locator('aid-form .submit').click();
  const all = await heard();
  expect(all.slice(0, 7)).toEqual([
    'group 有 6 处需要修改 focused',
    'link 请填写姓名',
    'link 请填写身份证号码',
    'link 请选择类别',
    'link 请选择关系',
    'link 成员 1 · 请填写姓名',
    'link 请勾选“我同意核对”后再继续',
  ]);
  expect(all.filter((line) => / invalid /.test(line))).toEqual([
    'textbox 姓名 required invalid : 和身份证上一样。 错误： 请填写姓名',
    'textbox 身份证号码 required invalid : 错误： 请填写身份证号码 18 位，末位可能是 X，可以直接粘贴',
    'radiogroup 类别 required invalid : 看户口簿。 错误： 请选择类别',
    'combobox 关系 = 请选择 invalid : 错误： 请选择关系',
    'textbox 姓名 required invalid : 错误： 请填写姓名',
    'checkbox 我同意核对 not checked invalid : 错误： 请勾选“我同意核对”后再继续',
  ]);
});

it('says of a field that was mended what stands in it, and no more that it is wrong', async () => {
  await page.locator('aid-form').getByRole('link', { name: '请填写身份证号码' }).press('Enter');
  await page.keyboard.type('110105 19491231 002x');
  const all = await heard();
  expect(all[0]).toBe('group 有 5 处需要修改');
  expect(all.find((line) => line.includes('focused'))).toBe(
    'textbox 身份证号码 = 110105 19491231 002x required focused : 1949年12月31日出生，女',
  );
});
