import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, control, fillIn, moment, mount, one, until } from '../fixtures/mount.ts';
import type { JsonObject, JsonSchema } from '../types.ts';
import { forgetDraft, loadDraft, saveDraft } from './vault.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: { name: { title: '姓名', type: 'string' }, age: { title: '年龄', type: 'integer' } },
};

beforeEach(() => forgetDraft('test'));
afterEach(clear);

/** Another page keeps a draft. */
const keep = (value: JsonObject, days = 1, names = {}) =>
  saveDraft('test', { value, names }, { days, by: 'another page', known: Number.POSITIVE_INFINITY });

const kept = async () => (await loadDraft('test'))?.value;

/** What is really in the database, without the help of the code that wrote it. */
function raw(): Promise<{ data: ArrayBuffer } | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('aidflow-drafts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = opening.result.transaction('drafts').objectStore('drafts').get('test');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      opening.result.close();
    };
  });
}

async function untilKept(): Promise<void> {
  for (let tries = 0; tries < 100 && (await kept()) === undefined; tries += 1) await moment(20);
}

describe('a draft', () => {
  it('is resumed with a note, text that is no value included', async () => {
    const first = await mount({ schema, draftKey: 'test' });
    await fillIn(first, '姓名', 'Zhang');
    await fillIn(first, '年龄', '7x');
    await untilKept();
    first.remove();
    await moment(50);

    const second = await mount({ schema, draftKey: 'test' });
    await until(() => all(second, '.draft').length === 1);
    expect(control(second, '姓名').value).toBe('Zhang');
    expect(control(second, '年龄').value).toBe('7x');
    expect(one(second, '.draft').textContent).toContain('已为您接上');
    expect(one(second, '.draft').getAttribute('role')).toBe('status');
  });

  it('is cleared by its button', async () => {
    await keep({ name: 'Zhang' });
    const form = await mount({ schema, draftKey: 'test', value: { name: 'Ann' } });
    await until(() => all(form, '.draft').length === 1);
    button(form, '清空，重新填写').click();
    await until(() => all(form, '.draft').length === 0);
    expect(control(form, '姓名').value).toBe('Ann');
    await moment(50);
    expect(await kept()).toBeUndefined();
  });

  it('is gone after forgetDraft()', async () => {
    const form = await mount({ schema, draftKey: 'test' });
    await fillIn(form, '姓名', 'Zhang');
    await untilKept();
    await form.forgetDraft();
    expect(await kept()).toBeUndefined();
    form.remove();
    await moment(50);
    expect(await kept()).toBeUndefined();
  });

  it('does not take the place of what somebody has begun to type', async () => {
    await keep({ name: 'Zhang' });
    const form = await mount({ schema });
    control(form, '姓名').focus();
    await userEvent.keyboard('x');
    form.draftKey = 'test';
    await form.updateComplete;
    await moment(50);
    expect(control(form, '姓名').value).toBe('x');
  });

  it('is not kept without a key', async () => {
    const form = await mount({ schema });
    await fillIn(form, '姓名', 'Zhang');
    form.remove();
    await moment(100);
    expect(await kept()).toBeUndefined();
  });

  it('is unreadable in the database', async () => {
    await keep({ name: 'Zhang Guilan' });
    const stored = await raw();
    const text = new TextDecoder('latin1').decode(stored?.data);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain('Zhang');
    expect(await kept()).toEqual({ name: 'Zhang Guilan' });
  });

  it('expires', async () => {
    await keep({ name: 'Zhang' }, -1);
    expect(await kept()).toBeUndefined();
    expect(await raw()).toBeUndefined();
  });

  it('can be removed at any time, and what is typed stays', async () => {
    const form = await mount({ schema, draftKey: 'test' });
    expect(all(form, '.kept')).toEqual([]);
    await fillIn(form, '姓名', 'Zhang');
    await until(() => all(form, '.kept').length === 1);
    expect(one(form, '.kept').textContent).toMatch(/已存在这台设备上，保留到\d{4}年\d+月\d+日/);
    button(form, '从这台设备上删除').click();
    await until(() => all(form, '.kept').length === 0);
    expect(control(form, '姓名').value).toBe('Zhang');
    expect(await kept()).toBeUndefined();
  });

  it('keeps what fits the form of today, and says what does not', async () => {
    const value = {
      name: 'Zhang',
      age: '7x',
      cars: 2,
      area: 'urban',
      members: [{ name: 'Ann', pet: 'cat' }],
      caseId: 'k',
    };
    const names = {
      '/name': '姓名',
      '/cars': '车辆数量',
      '/area': '低保类别',
      '/members/*/pet': '宠物',
    };
    await keep(value, 1, names);
    const properties: JsonSchema['properties'] = {
      ...schema.properties,
      area: { title: '类别', enum: ['rural'] },
      members: {
        title: '成员',
        type: 'array',
        items: { type: 'object', properties: { name: { title: '名', type: 'string' } } },
      },
    };
    const form = await mount({
      schema: { type: 'object', properties },
      draftKey: 'test',
      value: { caseId: 'h' },
    });
    await until(() => all(form, '.draft').length === 1);
    expect(form.value).toEqual({ name: 'Zhang', age: '7x', members: [{ name: 'Ann' }], caseId: 'k' });
    expect(one(form, '.draft').textContent).toContain('这几项没能保留：车辆数量、低保类别、宠物。');
  });

  it('of two pages that fill in the same form is written by one, until a person decides', async () => {
    const form = await mount({ schema, draftKey: 'test' });
    await fillIn(form, '姓名', 'Here');
    await untilKept();
    await keep({ name: 'There' });
    await fillIn(form, '姓名', '!');
    await until(() => all(form, '.warned').length === 1);
    expect(one(form, '.warned').getAttribute('role')).toBe('alert');
    expect(await kept()).toEqual({ name: 'There' });

    button(form, '用这里的内容').click();
    await until(() => all(form, '.warned').length === 0);
    for (let tries = 0; tries < 100 && (await kept())?.name !== 'Here!'; tries += 1) await moment(20);
    expect(await kept()).toEqual({ name: 'Here!' });

    await keep({ name: 'There again' });
    await fillIn(form, '姓名', '?');
    await until(() => all(form, '.warned').length === 1);
    button(form, '改用那边的内容').click();
    await until(() => control(form, '姓名').value === 'There again');
    expect(all(form, '.warned')).toEqual([]);
  });

  it('is not missed where the browser keeps nothing', async () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not in a private window.', 'InvalidStateError');
    };
    try {
      const form = await mount({ schema, draftKey: 'test' });
      await fillIn(form, '姓名', 'Zhang');
      await moment(500);
      expect(all(form, '.draft, .kept')).toEqual([]);
      expect(form.value).toEqual({ name: 'Zhang' });
      await form.forgetDraft();
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
