import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, fillIn, focused, messageAt, mount, one } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    ages: { title: '年龄', type: 'array', items: { title: '年龄', type: 'integer' } },
    inner: { title: '内', type: 'object', properties: { ok: { title: '好', type: 'boolean' } } },
  },
};
const value = { name: 'Ann', ages: [3, 40], inner: { ok: true } };

function host(): HTMLFormElement {
  const form = document.createElement('form');
  document.body.append(form);
  return form;
}

const entries = (form: HTMLFormElement) => [...new FormData(form).entries()];

describe('inside a form of the page', () => {
  it('its data is one JSON text under its name', async () => {
    const form = host();
    await mount({ schema, value, name: 'application' }, form);
    expect(entries(form)).toEqual([['application', JSON.stringify(value)]]);
  });

  it('or an entry for each value', async () => {
    const form = host();
    await mount({ schema, value, name: 'a', entries: 'flat' }, form);
    expect(entries(form)).toEqual([
      ['a.name', 'Ann'],
      ['a.ages.0', '3'],
      ['a.ages.1', '40'],
      ['a.inner.ok', 'true'],
    ]);
  });

  it('is up to date while somebody types', async () => {
    const form = host();
    const aid = await mount({ schema, name: 'a', entries: 'flat' }, form);
    control(aid, '姓名').focus();
    await userEvent.keyboard('Bo');
    expect(entries(form)).toEqual([['a.name', 'Bo']]);
  });

  it('has no entry without a name, nor when it is disabled', async () => {
    const form = host();
    const aid = await mount({ schema, value }, form);
    expect(entries(form)).toEqual([]);
    aid.name = 'a';
    aid.setAttribute('disabled', '');
    await aid.updateComplete;
    expect(entries(form)).toEqual([]);
    expect(control(aid, '姓名').disabled).toBe(true);
  });

  it('stops the form from being sent while something is wrong, and says what', async () => {
    const form = host();
    const aid = await mount({ schema, name: 'a' }, form);
    form.addEventListener('submit', () => expect.unreachable());
    form.requestSubmit();
    expect(form.checkValidity()).toBe(false);
    expect(aid.validity.customError).toBe(true);
    expect(aid.validationMessage).toBe('请填写姓名');
    expect(focused(aid)).toBe(one(aid, '.summary'));
    expect(form.matches(':invalid')).toBe(true);
  });

  it('lets the form be sent the very moment it is right', async () => {
    const form = host();
    const aid = await mount({ schema, name: 'a' }, form);
    const send = document.createElement('button');
    form.append(send);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    control(aid, '姓名').focus();
    await userEvent.keyboard('Bo');
    await userEvent.click(send);
    expect(sent).toBe(1);
  });

  it('lets the form be sent by Enter in a control of the page, right after the last key', async () => {
    const form = host();
    const aid = await mount({ schema, name: 'a' }, form);
    const send = document.createElement('button');
    form.append(send);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    control(aid, '姓名').focus();
    await userEvent.keyboard('Bo');
    // As Enter does: a click on the form's button, while the focus stays where it is.
    send.click();
    expect(sent).toBe(1);
  });

  it('checkValidity shows nothing', async () => {
    const aid = await mount({ schema, name: 'a' }, host());
    expect(aid.checkValidity()).toBe(false);
    expect(messageAt(aid, '姓名')).toBe('');
    expect(aid.reportValidity()).toBe(false);
    expect(messageAt(aid, '姓名')).toContain('请填写姓名');
  });

  it('its own button sends the form unless aid-submit is cancelled', async () => {
    const form = host();
    const aid = await mount({ schema, value, name: 'a' }, form);
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    one(aid, '.submit').click();
    expect(sent).toBe(1);
    aid.addEventListener('aid-submit', (event) => event.preventDefault());
    one(aid, '.submit').click();
    expect(sent).toBe(1);
  });

  it('goes back to its first value when the form is reset', async () => {
    const form = host();
    const aid = await mount({ schema, value, name: 'a' }, form);
    await fillIn(aid, '姓名', '{Backspace}{Backspace}{Backspace}');
    expect(messageAt(aid, '姓名')).not.toBe('');
    form.reset();
    expect(aid.value).toEqual(value);
    expect(control(aid, '姓名').value).toBe('Ann');
    expect(messageAt(aid, '姓名')).toBe('');
  });

  it('takes back what the browser kept', async () => {
    const aid = await mount({ schema, name: 'a' }, host());
    aid.formStateRestoreCallback(JSON.stringify({ name: 'Cy' }));
    expect(control(aid, '姓名').value).toBe('Cy');
  });
});
