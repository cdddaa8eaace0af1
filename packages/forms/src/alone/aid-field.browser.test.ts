import '../define.ts';
import '../field.ts';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bringRare } from '../bring-rare.ts';
import { divisions } from '../fixtures/household.ts';
import { until } from '../fixtures/mount.ts';
import type { AidField } from './aid-field.ts';

afterEach(() => document.body.replaceChildren());

/** A page's own form with one field, drawn. */
async function page(markup: string): Promise<{ form: HTMLFormElement; field: AidField; inner: ShadowRoot }> {
  await bringRare();
  document.body.innerHTML = `<form>${markup}</form>`;
  const field = document.querySelector('aid-field') as AidField;
  await field.updateComplete;
  const inner = field.shadowRoot?.querySelector('aid-form')?.shadowRoot as ShadowRoot;
  await until(() => inner.querySelector('.control, .level') !== null);
  return { form: document.querySelector('form') as HTMLFormElement, field, inner };
}

const input = (inner: ShadowRoot) => inner.querySelector('input') as HTMLInputElement;

it.each([
  [
    'resident-id',
    '110105 19491231 002x',
    '11010519491231002X',
    '1949年12月31日出生，女',
    '应是 18 位，现在是 2 位',
  ],
  ['bank-card', '4111 1111 1111 1111', '4111111111111111', '已输入 16 位', '请核对银行卡号'],
  ['mobile-cn', '+86 138 0000 0000', '13800000000', '', '应是 11 位，现在是 2 位'],
])('a %s is a control of the form around it', async (format, keys, value, note, message) => {
  const { form, field, inner } = await page(
    `<label>x</label><aid-field name="number" label="号码" format="${format}" required></aid-field>`,
  );
  expect([form.checkValidity(), field.validationMessage]).toEqual([false, '请填写号码']);
  field.focus();
  await userEvent.keyboard('12');
  await userEvent.tab();
  expect(inner.querySelector('.error')?.textContent).toContain(message);
  expect(form.checkValidity()).toBe(false);
  input(inner).select();
  await userEvent.keyboard(keys);
  expect([...new FormData(form)]).toEqual([['number', value]]);
  expect([field.value, form.checkValidity(), inner.querySelector('.error')]).toEqual([value, true, null]);
  expect(inner.querySelector('.note')?.textContent ?? '').toBe(note);
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('shows its message and takes the focus when the form around is sent too early', async () => {
  const { form, field, inner } = await page(
    '<aid-field name="n" label="手机" format="mobile-cn" required></aid-field>',
  );
  form.requestSubmit();
  expect(inner.querySelector('.error')?.textContent).toContain('请填写手机');
  expect(document.activeElement).toBe(field);
  expect(inner.activeElement).toBe(input(inner));
});

it('is reset and switched off with the form around', async () => {
  const { form, field, inner } = await page(
    '<fieldset><aid-field name="n" label="手机" value="13800000000"></aid-field></fieldset>',
  );
  expect(field.value).toBe('13800000000');
  field.focus();
  await userEvent.keyboard('9');
  form.reset();
  expect(field.value).toBe('13800000000');
  (form.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
  await field.updateComplete;
  expect(input(inner).disabled).toBe(true);
  expect([...new FormData(form)]).toEqual([]);
});

it('draws any schema, and tells its value while it is typed', async () => {
  const { field, inner } = await page('<aid-field label="x"></aid-field>');
  const told: unknown[] = [];
  field.addEventListener('aid-input', (event) => told.push((event as CustomEvent).detail));
  field.schema = { title: '存款', type: 'integer', 'x-unit': 'fen' };
  await field.updateComplete;
  field.focus();
  await userEvent.keyboard('12.5');
  expect([field.value, told.at(-1)]).toEqual([1250, { value: 1250 }]);
  field.schema = { title: '户籍地', type: 'string', format: 'division-code' };
  field.value = '620821100201';
  field.divisions = divisions;
  await until(() => inner.querySelectorAll('.level select').length === 3);
});
