import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, control, fillIn, moment, mount, one, until } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';
import { forgetDraft, loadDraft, saveDraft } from './vault.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: { name: { title: '姓名', type: 'string' }, age: { title: '年龄', type: 'integer' } },
};

beforeEach(() => forgetDraft('test'));
afterEach(clear);

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
    await saveDraft('test', { name: 'Zhang' }, 1);
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
    await saveDraft('test', { name: 'Zhang' }, 1);
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
    await saveDraft('test', { name: 'Zhang Guilan' }, 1);
    const stored = await raw();
    const text = new TextDecoder('latin1').decode(stored?.data);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain('Zhang');
    expect(await kept()).toEqual({ name: 'Zhang Guilan' });
  });

  it('expires', async () => {
    await saveDraft('test', { name: 'Zhang' }, -1);
    expect(await kept()).toBeUndefined();
    expect(await raw()).toBeUndefined();
  });
});
