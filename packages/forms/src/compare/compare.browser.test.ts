import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import { all, clear, mount, one, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonObject } from '../types.ts';

afterEach(clear);

const members = value.members as JsonObject[];
const before: JsonObject = {
  ...value,
  area: 'urban',
  vehicles: 2,
  savings: 350_000,
  // In another order, one of them gone since, one with nothing but the number as it was.
  members: [
    { name: '李大山', idNumber: '110101196003070017', relation: 'spouse' },
    { ...members[1], name: '李晓明', relation: 'other', wages: 1 },
    { ...members[0] },
  ],
};
delete before.illness;

const compared = (compare: JsonObject, setup: Partial<AidForm> = {}) =>
  mount({ schema, layout, locales, divisions, value, compare, readonly: true, ...setup });

const text = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const marked = (form: AidForm, kind: string) => all(form, `.compared.${kind}`).map(text);

describe('a form that is compared with an earlier value', () => {
  it('says what was changed, added and taken away, in words', async () => {
    const form = await compared(before);
    expect(marked(form, 'changed')).toContain('申请哪一类低保 已修改 农村低保 原来：城市低保');
    expect(marked(form, 'changed')).toContain('车辆数量 已修改 0 原来：2');
    expect(marked(form, 'added')).toContain('患病情况 新增 患有慢性肾病，每周透析两次。');
    expect(text(one(form, '.differences'))).toBe('和原来相比：修改 5 处，新增 1 处，删去 1 处。');
  });

  it('finds the items of a list again by the number that a person has only one of', async () => {
    const form = await compared(before);
    const titles = all(form, '.item-title').map(text);
    expect(titles).toEqual(['成员 1 · 李大山 已删去', '成员 1 · 张桂兰', '成员 2 · 李小明']);
    expect(marked(form, 'changed')).toContain('姓名 已修改 李小明 原来：李晓明');
    expect(all(form, '.item.compared.gone del').length).toBeGreaterThan(1);
  });

  it('says so when nothing has changed, and marks nothing', async () => {
    const form = await compared({ ...value });
    expect(text(one(form, '.differences'))).toBe('和原来一样，没有改动。');
    expect(all(form, '.compared')).toEqual([]);
  });

  it('tells a new item once, not field by field', async () => {
    const form = await compared({ ...value, members: [members[0] as JsonObject] });
    expect(text(one(form, '.differences'))).toBe('和原来相比：新增 1 处。');
  });

  it('follows another value', async () => {
    const form = await compared({ ...value });
    form.compare = before;
    await form.updateComplete;
    expect(all(form, '.compared').length).toBeGreaterThan(3);
    form.compare = null;
    await form.updateComplete;
    expect(all(form, '.compared, .differences')).toEqual([]);
  });

  it('is of no effect where something is filled in', async () => {
    const form = await compared(before, { readonly: false });
    expect(all(form, '.compared')).toEqual([]);
  });

  it.each([{}, { theme: 'dark' as const }, { mode: 'elder' as const, lang: 'en' }])(
    'has nothing that axe finds, %j',
    async (look) => {
      const form = await compared(before, look);
      await until(() => all(form, '.wait').length === 0);
      const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
      expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
    },
  );
});
