/** Records change with the commit that changes them, keep what became of them, and are found by what they hold. */
import type { RecordChange } from '@aidflow/engine';
import type { CaseStore, RecordQuery } from '../contract.ts';
import type { Suite } from './index.ts';
import { chain, changing, instant, OTHER_VILLAGE, stateAfter, step, VILLAGE } from './sample.ts';

const facility = (key: string, more: Partial<RecordChange> = {}): RecordChange => ({
  type: 'facility',
  key,
  data: { beds: 40 },
  ...more,
});

export function records({ api: { describe, expect, test }, withStore, withPlace }: Suite): void {
  const keys = async (store: CaseStore, query: Partial<RecordQuery> = {}) =>
    (await store.records({ type: 'facility', limit: 10, ...query })).items.map(({ key }) => key);
  const only = async (store: CaseStore, key: string) =>
    (await store.records({ type: 'facility', key, limit: 10 })).items[0];

  describe('a record', () => {
    test('is made and changed by events: fields that are not named stay', () =>
      withStore(async (store) => {
        const firstStates = { facility: 'active' };
        await store.commit(changing('a', [facility('F1', { validTo: '2027-01-01' })], { firstStates }));
        const later = facility('F1', { data: { grade: 'B' }, state: 'rectifying' });
        await store.commit(changing('b', [later], { firstStates }));
        expect(await only(store, 'F1')).toEqual({
          type: 'facility',
          key: 'F1',
          state: 'rectifying',
          data: { beds: 40, grade: 'B' },
          validTo: '2027-01-01',
          created: instant(1),
          division: VILLAGE,
          version: 2,
          history: [
            { at: instant(1), case: 'a', seq: 1, state: 'active', data: { beds: 40 } },
            { at: instant(1), case: 'b', seq: 1, state: 'rectifying', data: { grade: 'B' } },
          ],
        });
      }));

    test('is taken over from another system as it stands, once, and goes on from there', () =>
      withStore(async (store) => {
        const {
          version: _,
          history: __,
          ...record
        } = {
          type: 'facility',
          key: 'F1',
          state: 'active',
          data: { beds: 40 },
          validTo: '2027-01-01',
          created: instant(0),
          division: VILLAGE,
          version: 1,
          history: [],
        };
        const by = { id: 'o1', kind: 'officer', name: '李' } as const;
        expect(await store.takeRecords([record, { ...record, key: 'F2' }], by, instant(1))).toBe(2);
        const again = [
          { ...record, data: { beds: 1 } },
          { ...record, key: 'F3' },
        ];
        expect(await store.takeRecords(again, by, instant(2))).toBe(1);
        expect(await only(store, 'F1')).toEqual({ ...record, version: 1, history: [] });
        const [last] = await store.audited(1);
        expect(last).toEqual({ at: instant(2), by, action: 'records.taken-over', subject: 'facility' });
        const made = await store.commit(changing('a', [facility('F1', { once: true })]));
        expect(made).toMatchObject({ ok: false, problem: { code: 'record/exists' } });
        await store.commit(changing('a', [facility('F1', { data: { grade: 'B' } })]));
        expect(await only(store, 'F1')).toMatchObject({
          data: { beds: 40, grade: 'B' },
          version: 2,
          history: [{ case: 'a', state: 'active', data: { grade: 'B' } }],
        });
      }));

    test('that must not be there yet refuses the whole commit when it is', () =>
      withStore(async (store) => {
        await store.commit(changing('a', [facility('F1', { once: true })]));
        const again = await store.commit(
          changing('b', [facility('F2'), facility('F1', { once: true, data: { beds: 1 } })]),
        );
        expect(again).toMatchObject({
          ok: false,
          problem: { code: 'record/exists', params: { type: 'facility', key: 'F1', created: instant(1) } },
        });
        expect(await store.load('b')).toBeUndefined();
        expect(await keys(store)).toEqual(['F1']);
        expect((await only(store, 'F1'))?.data).toEqual({ beds: 40 });
        const { items } = await store.records({ type: 'facility', limit: 10, history: false });
        expect(items).toMatchObject([{ key: 'F1', version: 1, history: [] }]);
        // Another kind is another register, and what need not be new is changed.
        const other = { ...facility('F1', { once: true }), type: 'site' };
        expect(await store.commit(changing('b', [other, facility('F1')]))).toEqual({ ok: true });
      }));

    test('is not left behind by a commit that breaks off', () =>
      withStore(async (store) => {
        const timer = { id: 't', due: instant(1) };
        const broken = await store.commit(changing('a', [facility('F1')], { timers: [timer, timer] }));
        expect(broken).toMatchObject({ problem: { code: 'store/failed' } });
        expect(await keys(store)).toEqual([]);
      }));

    test('of two commits at once that must make it, one does', () =>
      withPlace(async (place) => {
        const [one, two] = [await place.open(), await place.open()];
        const make = (id: string) => changing(id, [facility('F1', { once: true })]);
        const results = await Promise.all([one.commit(make('a')), two.commit(make('b'))]);
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect((await only(one, 'F1'))?.version).toBe(1);
        await one.close();
        await two.close();
      }));
  });

  describe('the list of records', () => {
    test('filters by state, by division and by what fields hold', () =>
      withStore(async (store) => {
        const there = { state: stateAfter(chain('b', 1), OTHER_VILLAGE) };
        await store.commit(
          changing('a', [
            facility('F1', { state: 'active', data: { beds: 40, name: '敬"老"院', open: true } }),
            facility('F2', { state: 'closed', data: { beds: 40, open: false } }),
          ]),
        );
        await store.commit(changing('b', [facility('F3', { state: 'active', data: { beds: '40' } })], there));
        expect(await keys(store, { state: 'active' })).toEqual(['F1', 'F3']);
        expect(await keys(store, { where: { beds: 40 } })).toEqual(['F1', 'F2']);
        expect(await keys(store, { where: { beds: '40' } })).toEqual(['F3']);
        expect(await keys(store, { where: { name: '敬"老"院' } })).toEqual(['F1']);
        expect(await keys(store, { where: { open: true, beds: 40 } })).toEqual(['F1']);
        expect(await keys(store, { where: { open: null } })).toEqual(['F3']);
        expect(await keys(store, { where: { state: 'closed' } })).toEqual(['F2']);
        expect(await keys(store, { where: { division: OTHER_VILLAGE } })).toEqual(['F3']);
        expect(await keys(store, { divisions: ['620821'] })).toEqual(['F1', 'F2']);
        expect(await keys(store, { divisions: ['620822', '620821'] })).toEqual(['F1', 'F2', 'F3']);
        expect(await keys(store, { divisions: [] })).toEqual([]);
        expect(await keys(store, { type: 'site' })).toEqual([]);
        await expect(keys(store, { where: { 'a"b': 1 } })).rejects.toMatchObject({
          problem: { code: 'store/field' },
        });
      }));

    test('comes in pages by key', () =>
      withStore(async (store) => {
        await store.commit(
          changing(
            'a',
            ['F3', 'F1', 'F2'].map((key) => facility(key)),
          ),
        );
        const first = await store.records({ type: 'facility', limit: 2 });
        expect(first.items.map(({ key }) => key)).toEqual(['F1', 'F2']);
        const rest = await store.records({ type: 'facility', limit: 2, cursor: first.next });
        expect(rest.items.map(({ key }) => key)).toEqual(['F3']);
        expect(rest.next).toBeUndefined();
      }));
  });

  describe('a run of a schedule', () => {
    const opened = (id: string, record: string | undefined, due: string) => {
      const { events, ...commit } = step(id, 0);
      const schedule = { id: 'review', ...(record === undefined ? {} : { record }), due, late: true };
      const open = {
        number: `N-${id}`,
        division: VILLAGE,
        programme: 'dibao',
        definition: commit.state.definition,
        schedule,
      };
      return { ...commit, events: events.map((event) => ({ ...event, detail: { open } })) };
    };

    test('is made once, for each record and each day', () =>
      withStore(async (store) => {
        expect(await store.commit(opened('a', undefined, '2026-04-01'))).toEqual({ ok: true });
        expect(await store.commit(opened('b', 'F1', '2026-04-01'))).toEqual({ ok: true });
        expect(await store.commit(opened('c', 'F1', '2026-07-01'))).toEqual({ ok: true });
        const again = await store.commit(opened('d', 'F1', '2026-07-01'));
        expect(again).toMatchObject({ ok: false, problem: { code: 'store/run-made' } });
        expect(await store.load('d')).toBeUndefined();
        expect(await store.scheduleRuns('dibao', '2026-04-01')).toEqual([
          { schedule: 'review', due: '2026-04-01', late: true, caseId: 'a' },
          { schedule: 'review', record: 'F1', due: '2026-04-01', late: true, caseId: 'b' },
          { schedule: 'review', record: 'F1', due: '2026-07-01', late: true, caseId: 'c' },
        ]);
        expect(await store.scheduleRuns('dibao', '2026-04-02')).toHaveLength(1);
        expect(await store.scheduleRuns('tekun', '2026-04-01')).toEqual([]);
      }));
  });
}
