/** Lists: who sees what, filters, and pages that neither skip nor repeat. */
import type { CaseQuery, CaseStore, Page } from '../contract.ts';
import type { Suite } from './index.ts';
import { chain, instant, OTHER_VILLAGE, stateAfter, step, task } from './sample.ts';

const opened = (id: string, division?: string) => {
  const state = stateAfter(chain(id, 1), division);
  return step(id, 0, { state });
};

/** All pages of a list, two rows each. */
async function pages<T>(read: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < 100; n++) {
    const { items, next } = await read(cursor);
    found.push(...items);
    if (next === undefined) return found;
    cursor = next;
  }
  throw new Error('The pages do not end.');
}

export function lists({ api: { describe, expect, test }, withStore }: Suite): void {
  const ids = async (store: CaseStore, query: Partial<CaseQuery>) =>
    (await store.cases({ limit: 10, ...query })).items.map(({ id }) => id);

  describe('the list of cases', () => {
    test('shows what lies within the scopes, and nothing without one', () =>
      withStore(async (store) => {
        await store.commitAll([opened('a'), opened('b', OTHER_VILLAGE)]);
        expect(await ids(store, { scopes: [{ division: '620821' }] })).toEqual(['a']);
        expect(await ids(store, { scopes: [{ division: '6208' }] })).toEqual(['b', 'a']);
        expect(await ids(store, { scopes: [{ division: '620821', programmes: ['tekun'] }] })).toEqual([]);
        expect(await ids(store, { scopes: [{ division: '620821', programmes: ['dibao'] }] })).toEqual(['a']);
        expect(await ids(store, { scopes: [] })).toEqual([]);
        expect(await ids(store, {})).toEqual([]);
        expect(await ids(store, { applicant: 'applicant-1' })).toEqual(['b', 'a']);
        expect(await ids(store, { applicant: 'applicant-2' })).toEqual([]);
      }));

    test('filters by status, step, number and name, and takes wildcards as they stand', () =>
      withStore(async (store) => {
        await store.commitAll([opened('a'), { ...opened('b'), steps: ['visit'] }]);
        const scopes = [{ division: '62' }];
        expect(await ids(store, { scopes, step: 'visit' })).toEqual(['b']);
        expect(await ids(store, { scopes, status: 'ended' })).toEqual([]);
        expect(await ids(store, { scopes, q: '-a' })).toEqual(['a']);
        expect(await ids(store, { scopes, q: '王小' })).toEqual(['b', 'a']);
        expect(await ids(store, { scopes, q: '王小', names: false })).toEqual([]);
        expect(await ids(store, { scopes, q: '%' })).toEqual([]);
      }));

    test('comes in pages that hold each case once though cases are added meanwhile', () =>
      withStore(async (store) => {
        await store.commitAll(['a', 'b', 'c', 'd', 'e'].map((id) => opened(id)));
        let added = 0;
        const found = await pages(async (cursor) => {
          const result = await store.cases({ scopes: [{ division: '62' }], limit: 2, cursor });
          await store.commit(opened(`new-${added++}`));
          return result;
        });
        expect(found.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
        expect(found[4]).toEqual({
          id: 'a',
          number: 'N-a',
          programme: 'dibao',
          definition: 'd'.repeat(64),
          division: '620821100201',
          applicant: { id: 'applicant-1', kind: 'applicant', name: '王小明' },
          steps: ['accept'],
          status: 'active',
          outcome: null,
          opened: instant(1),
          updated: instant(1),
          version: 1,
          nextDue: null,
        });
      }));

    test('refuses a cursor that it has not given out', () =>
      withStore(async (store) => {
        const problem = { code: 'store/cursor' };
        await expect(store.cases({ limit: 2, cursor: 'x' })).rejects.toMatchObject({ problem });
        const foreign = Buffer.from('["a"]').toString('base64url');
        await expect(store.cases({ limit: 2, cursor: foreign })).rejects.toMatchObject({ problem });
      }));
  });

  describe('the list of tasks', () => {
    test('goes by role and division, own or delegable, nearest last day first', () =>
      withStore(async (store) => {
        const confirm = { level: 'township', role: 'leader', division: '620821100' };
        await store.commitAll([
          step('none', 0, { tasks: [task()] }),
          step('late', 0, { tasks: [task('2026-04-14')] }),
          step('soon', 0, { tasks: [{ ...task('2026-03-20'), delegable: confirm }] }),
        ]);
        const held = (role: string, division: string) =>
          pages((cursor) => store.tasks({ grants: [{ role, division }], limit: 2, cursor }));
        const cases = (rows: { caseId: string }[]) => rows.map(({ caseId }) => caseId);
        expect(cases(await held('clerk', '620821100'))).toEqual(['soon', 'late', 'none']);
        expect(cases(await held('leader', '620821100'))).toEqual(['soon']);
        expect(await held('clerk', '620821101')).toEqual([]);
        expect(await held('reviewer', '620821100')).toEqual([]);
      }));

    test("holds an applicant's own tasks", () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { tasks: [{ ...task(), role: 'applicant' }] }));
        const mine = await store.tasks({ grants: [], applicant: 'applicant-1', limit: 10 });
        expect(mine.items).toHaveLength(1);
        expect((await store.tasks({ grants: [], applicant: 'x', limit: 10 })).items).toEqual([]);
      }));
  });

  test('notices are listed on the days on which they are up', () =>
    withStore(async (store) => {
      const notice = { title: '公示', from: '2026-03-10', to: '2026-03-17', items: [] };
      const state = { ...stateAfter(chain('a', 1)), notices: [notice] };
      await store.commit(step('a', 0, { state }));
      const on = async (day: string, division?: string) =>
        (await store.notices({ on: day, division, limit: 10 })).items.length;
      expect(await on('2026-03-09')).toBe(0);
      expect(await on('2026-03-10')).toBe(1);
      expect(await on('2026-03-17', '620821')).toBe(1);
      expect(await on('2026-03-17', '620822')).toBe(0);
      expect(await on('2026-03-18')).toBe(0);
    }));
}
