/** Numbers come from elsewhere: a photo's text, a message, a spreadsheet. They are taken as they come. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, mountFields } from '../fixtures/mount.ts';
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
