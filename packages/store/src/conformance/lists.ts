/** Lists: who sees what, filters, and pages that neither skip nor repeat. */
import type { CaseQuery, CaseStore, Page } from '../contract.ts';
import type { Suite } from './index.ts';
import { chain, definition, instant, OTHER_VILLAGE, stateAfter, step, task } from './sample.ts';

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

    test('shows the version on which a case runs, and after it has moved the other one', () =>
      withStore(async (store) => {
        const later = { ...definition, hash: 'e'.repeat(64), version: '2026.2' };
        await store.putDefinition(later);
        await store.commit(opened('a'));
        const moved = step('a', 1);
        const state = { ...moved.state, definition: later.hash, procedure: 'hazards' };
        expect(await store.commit({ ...moved, state })).toEqual({ ok: true });
        const { items } = await store.cases({ scopes: [{ division: '62' }], limit: 10 });
        expect(items.map((row) => row.definition)).toEqual([later.hash]);
        expect((await store.load('a'))?.definition).toBe(later.hash);
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
          procedure: null,
          parent: null,
        });
      }));

    test('of one case holds those that belong to it, by step and index, in pages', () =>
      withStore(async (store) => {
        const child = (id: string, step_: string, index: number, parent = 'a') => {
          const state = {
            ...stateAfter(chain(id, 1)),
            // Numbers of such cases follow from their case's: another round has the same ones.
            number: `N-a-${index}`,
            procedure: step_,
            parent: { case: parent, number: 'N-a', step: step_, index },
          };
          return step(id, 0, { state });
        };
        await store.commitAll([opened('a'), opened('b')]);
        const all = [child('c10', 'visits', 10), child('c2', 'visits', 2), child('d1', 'checks', 1)];
        const results = await store.commitAll([...all, child('e2', 'visits', 2, 'b')]);
        expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true]);
        const scopes = [{ division: '62' }];
        const found = await pages((cursor) => store.cases({ scopes, parent: 'a', limit: 2, cursor }));
        expect(found.map(({ id, procedure, parent }) => [id, procedure, parent?.index])).toEqual([
          ['d1', 'checks', 1],
          ['c2', 'visits', 2],
          ['c10', 'visits', 10],
        ]);
        expect(await ids(store, { scopes: [{ division: '620822' }], parent: 'a' })).toEqual([]);
        expect(await ids(store, { scopes, programmes: ['dibao'], parent: 'b' })).toEqual(['e2']);
        expect(await ids(store, { scopes, programmes: ['tekun'] })).toEqual([]);
        expect(await ids(store, { scopes, programmes: [] })).toEqual([]);
      }));

    test('never holds two cases of one number that belong to no other', () =>
      withStore(async (store) => {
        await store.commit(opened('a'));
        const state = { ...stateAfter(chain('b', 1)), number: 'N-a' };
        expect(await store.commit(step('b', 0, { state }))).toMatchObject({
          problem: { code: 'store/failed' },
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

  test('a task is also found by those whom it names', () =>
    withStore(async (store) => {
      const named = { ...task(), assignee: 'clerk-7', added: ['clerk-8', 'clerk-7'] };
      await store.commit(step('a', 0, { tasks: [named] }));
      const found = async (person: string) =>
        (await store.tasks({ grants: [], person, limit: 10 })).items.length;
      expect([await found('clerk-7'), await found('clerk-8'), await found('clerk-9')]).toEqual([1, 1, 0]);
      const both = { grants: [{ role: 'clerk', division: '62' }], person: 'clerk-8', limit: 10 };
      expect((await store.tasks(both)).items).toHaveLength(1);
      await store.commit(step('a', 1, { tasks: [task()] }));
      expect(await found('clerk-7')).toBe(0);
    }));

  test('copies are listed for whom they were sent to, latest first, each case once', () =>
    withStore(async (store) => {
      const by = { id: 'leader-1', kind: 'officer', name: '李' } as const;
      const copied = (id: string, at: number[]) => {
        const copies = at.map((minute) => ({ to: 'officer-1', name: '王', at: instant(minute), by }));
        return step(id, 0, { state: { ...stateAfter(chain(id, 1)), copies } });
      };
      await store.commitAll([copied('a', [1, 9]), copied('b', [5]), copied('c', [7]), copied('d', [])]);
      const found = await pages((cursor) => store.copies({ person: 'officer-1', limit: 2, cursor }));
      expect(found).toEqual([
        { caseId: 'a', at: instant(9), by },
        { caseId: 'c', at: instant(7), by },
        { caseId: 'b', at: instant(5), by },
      ]);
      expect((await store.copies({ person: 'leader-1', limit: 2 })).items).toEqual([]);
    }));

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
