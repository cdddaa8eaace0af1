import { afterEach, expect, it } from 'vitest';
import { clear, control, fillIn, messageAt, mountFields, noteAt } from '../fixtures/mount.ts';

afterEach(clear);

const properties = { a: { title: '身份证号', type: 'string', format: 'resident-id' } };

it('an identity number of 15 digits becomes the one of 18 when it is left', async () => {
  const form = await mountFields(properties);
  await fillIn(form, '身份证号', '110105 491231 002');
  expect([form.value.a, control(form, '身份证号').value]).toEqual([
    '11010519491231002X',
    '11010519491231002X',
  ]);
  expect(noteAt(form, '身份证号')).toBe('1949年12月31日出生，女');
});

it('15 digits that are no birthday stay as they were typed, and are found wrong', async () => {
  const form = await mountFields(properties);
  await fillIn(form, '身份证号', '110105491331002');
  expect(form.value).toEqual({ a: '110105491331002' });
  expect(messageAt(form, '身份证号')).not.toBe('');
});
