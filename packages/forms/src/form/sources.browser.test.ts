import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, clear, control, fillIn, messageAt, mount, one, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  required: ['a'],
  properties: { a: { title: '甲', type: 'string' } },
};
const layout = { submit: '走', sections: [{ id: 's', title: '一', fields: ['/a'] }] };

/** An address on this page under which a text can be fetched or imported. */
const serve = (text: string, type = 'application/json') => URL.createObjectURL(new Blob([text], { type }));

/** A form written as a page writes it. */
function written(attributes: Record<string, string>): AidForm {
  const form = document.createElement('aid-form');
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  document.body.append(form);
  return form;
}

describe('a form written in HTML', () => {
  it('is made of a schema and a layout at their addresses', async () => {
    const form = written({
      'schema-src': serve(JSON.stringify(schema)),
      'layout-src': serve(JSON.stringify(layout)),
    });
    await until(() => all(form, '.submit').length === 1);
    expect(one(form, '.submit').textContent.trim()).toBe('走');
  });

  it('is made of one form of a bundle, with its translations', async () => {
    const bundle = {
      forms: { other: { schema: { type: 'object' }, layout: null }, mine: { schema, layout } },
      locales: { en: { 甲: 'First', 走: 'Go' } },
    };
    const form = written({
      'programme-src': serve(JSON.stringify(bundle)),
      'form-id': 'mine',
      lang: 'en-GB',
    });
    await until(() => all(form, '.submit').length === 1);
    expect(one(form, '.submit').textContent.trim()).toBe('Go');
    expect(one(form, '.label').textContent.trim()).toBe('First');
  });

  it('checks with the validators of an address, by the name of the form', async () => {
    const module =
      'export const myForm = (data) => { myForm.errors = [{ keyword: "pattern", instancePath: "/a", params: {} }]; return false; };';
    const form = written({
      'schema-src': serve(JSON.stringify(schema)),
      'validators-src': serve(module, 'text/javascript'),
      'form-id': 'my-form',
    });
    await until(() => all(form, '.submit').length === 1);
    await fillIn(form, '甲', 'x');
    expect(messageAt(form, '甲')).toContain('请按示例的格式填写');
  });

  it.each([
    ['an address that does not answer', { 'schema-src': '/nothing-here-404.json' }, 'nothing-here-404.json'],
    ['what is not JSON', { 'schema-src': serve('<html>') }, 'is not JSON'],
    [
      'a bundle without the form',
      { 'programme-src': serve(JSON.stringify({ forms: { a: {}, b: {} } })), 'form-id': 'c' },
      'has no form "c". It has: a, b.',
    ],
    [
      'validators without the form',
      {
        'schema-src': serve(JSON.stringify(schema)),
        'validators-src': serve('export const x = 1;', 'text/javascript'),
        'form-id': 'c',
      },
      'does not export a validator "c"',
    ],
  ])('says what is wrong with %s', async (_, attributes, words) => {
    const form = written(attributes);
    await until(() => all(form, '.fault').length === 1);
    expect(one(form, '.cause').textContent).toContain(words);
  });
});

describe('what is set later', () => {
  it('another layout keeps what was typed', async () => {
    const form = await mount({ schema, layout });
    control(form, '甲').focus();
    await userEvent.keyboard('typed');
    form.layout = { sections: [{ id: 's', title: '二', fields: ['/a'] }] };
    await form.updateComplete;
    expect(control(form, '甲').value).toBe('typed');
  });

  it('another schema starts from the value that is given', async () => {
    const form = await mount({ schema, value: { a: 'one' } });
    await fillIn(form, '甲', 'typed');
    form.schema = {
      type: 'object',
      additionalProperties: false,
      properties: { b: { title: '乙', type: 'string' } },
    };
    form.value = { b: 'two' };
    await form.updateComplete;
    expect(form.value).toEqual({ b: 'two' });
    expect(form.checkValidity()).toBe(true);
  });

  it('an equal schema, made anew by a page at every turn, changes nothing', async () => {
    const form = await mount({ schema });
    await fillIn(form, '甲', 'typed');
    form.schema = structuredClone(schema);
    await form.updateComplete;
    expect(control(form, '甲').value).toBe('typed');
  });

  it('a value set is read back at once', async () => {
    const form = await mount({ schema });
    form.value = { a: 'x' };
    expect(form.value).toEqual({ a: 'x' });
    await form.updateComplete;
    expect(control(form, '甲').value).toBe('x');
  });

  it('properties set before the element is known are taken over', async () => {
    const form = document.createElement('aid-form');
    form.remove();
    form.schema = schema;
    form.value = { a: 'early' };
    document.body.append(form);
    await form.updateComplete;
    expect(control(form, '甲').value).toBe('early');
  });
});
