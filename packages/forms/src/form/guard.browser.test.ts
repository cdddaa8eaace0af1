import { afterEach, expect, it } from 'vitest';
import { clear, fillIn, mount } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  properties: { name: { title: '姓名', type: 'string', minLength: 2 } },
};

/** Whether the browser would ask before it leaves the page. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

it('asks before the page is left while something is typed and not sent', async () => {
  const form = await mount({ schema, guard: true, value: { name: 'Ann' } });
  form.addEventListener('aid-submit', (event) => event.preventDefault());
  expect(asks()).toBe(false);
  await fillIn(form, '姓名', '{Control>}a{/Control}B');
  expect(asks()).toBe(true);
  expect(form.submit()).toBe(false);
  expect(asks()).toBe(true);
  await fillIn(form, '姓名', '{Control>}a{/Control}Bea');
  expect(form.submit()).toBe(true);
  expect(asks()).toBe(false);
});

it('asks no more after what was typed is taken back, or the form is gone', async () => {
  const form = await mount({ schema, guard: true });
  await fillIn(form, '姓名', 'Bea');
  form.reset();
  expect(asks()).toBe(false);
  await fillIn(form, '姓名', 'Bea');
  form.remove();
  expect(asks()).toBe(false);
});

it('asks nothing of itself', async () => {
  const form = await mount({ schema });
  await fillIn(form, '姓名', 'Bea');
  expect(asks()).toBe(false);
});
