/** Numbers come from elsewhere: a photo's text, a message, a spreadsheet. They are taken as they come. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, messageAt, mountFields } from '../fixtures/mount.ts';
import { protocol } from '../fixtures/protocol.ts';

afterEach(clear);

it.each([
  ['resident-id', ' 110105 19491231 002x\n', '11010519491231002X', '11010519491231002X'],
  ['resident-id', '110105-1949-1231-002X', '11010519491231002X', '11010519491231002X'],
  ['resident-id', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X', '11010519491231002X'],
  ['bank-card', '4111-1111-1111-1111', '4111111111111111', '4111 1111 1111 1111'],
  ['bank-card', '4111\u00a01111\u20031111 1111', '4111111111111111', '4111 1111 1111 1111'],
  ['mobile-cn', '+86 138-0000-0000', '13800000000', '13800000000'],
  ['mobile-cn', '0086 13800000000', '13800000000', '13800000000'],
  ['mobile-cn', '（86）138 0000 0000', '13800000000', '13800000000'],
])('%s: %j is %s', async (format, pasted, value, shown) => {
  const form = await mountFields({ a: { title: '号码', type: 'string', format } });
  control(form, '号码').focus();
  await protocol().send('Input.insertText', { text: pasted });
  expect(form.value).toEqual({ a: value });
  await userEvent.tab();
  expect(control(form, '号码').value).toBe(shown);
  expect(form.checkValidity()).toBe(true);
});

it.each([
  ['resident-id', '1101051949123100', '应是 18 位，现在是 16 位，请再核对一遍'],
  ['resident-id', '110105194912310021', '有一位不对，请从头到尾再核对一遍'],
  ['resident-id', '身份证', '请核对身份证号：17 位数字加 1 位数字或 X'],
  ['mobile-cn', '138000000000', '应是 11 位，现在是 12 位，请再核对一遍'],
  ['mobile-cn', '23800000000', '请输入 11 位手机号，例如 13800000000'],
  ['bank-card', '4111111111111112', '有一位不对，请从头到尾再核对一遍'],
  ['bank-card', '411111111111', '请核对银行卡号：卡面上的 16 到 19 位数字'],
  ['date', '2026-02-30', '没有 2026-02-30 这一天，请再看一遍日期'],
  ['date', '去年', '请输入日期，例如 2026-03-02'],
])('%s: of %j it says what to look for', async (format, pasted, words) => {
  const form = await mountFields({ a: { title: '号码', type: 'string', format } });
  control(form, '号码').focus();
  await protocol().send('Input.insertText', { text: pasted });
  await userEvent.tab();
  if (format === 'date') await userEvent.tab();
  expect(messageAt(form, '号码')).toBe(`错误：${words}`);
});

it('says to the browser what it may fill in, and of what is other people’s that it may not', async () => {
  const form = await mountFields(
    {
      mine: { title: '我的', type: 'string' },
      other: { title: '别人的', type: 'string', format: 'mobile-cn' },
      kind: { title: '哪里', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    },
    {
      layout: {
        sections: [
          {
            id: 's',
            title: 'S',
            fields: [
              { field: '/mine', autocomplete: 'name' },
              '/other',
              { field: '/kind', autocomplete: 'country' },
            ],
          },
        ],
      },
    },
  );
  expect(control(form, '我的').autocomplete).toBe('name');
  expect(control(form, '别人的').autocomplete).toBe('off');
  expect(control(form, '哪里').autocomplete).toBe('country');
});
