import { expect, it } from 'vitest';
import { relief } from './fixtures/relief.ts';
import { changedRecord, type RecordEntry, recordsAnswer } from './index.ts';

const programme = relief(({ definition }) => {
  const states = { active: { title: '正常' }, closed: { title: '注销', closed: true as const } };
  definition.records = { facility: { title: '机构', states } };
});

const by = { case: 'case-1', division: '620821100201', at: '2026-03-02T16:30:00.000Z' };
const filed = changedRecord(
  programme,
  undefined,
  { type: 'facility', key: 'F1', data: { beds: 46, head: '王' }, once: true },
  by,
);

it('begins in its first state, on the day in the time zone of the programme', () => {
  expect(filed).toEqual({
    type: 'facility',
    key: 'F1',
    state: 'active',
    data: { beds: 46, head: '王' },
    created: '2026-03-03',
    division: '620821100201',
    history: [{ at: '2026-03-03', case: 'case-1', state: 'active', data: { beds: 46, head: '王' } }],
  });
});

it('keeps what a change does not name, and every change', () => {
  const change = {
    type: 'facility',
    key: 'F1',
    data: { beds: null },
    state: 'closed',
    validTo: '2026-12-31',
  };
  const closed = changedRecord(programme, filed, change, {
    ...by,
    case: 'case-2',
    at: '2026-05-01T02:00:00.000Z',
  });
  expect(closed).toMatchObject({
    state: 'closed',
    data: { beds: null, head: '王' },
    created: '2026-03-03',
    validTo: '2026-12-31',
  });
  expect(closed.history.map(({ at, case: id, state, data }) => [at, id, state, data])).toEqual([
    ['2026-03-03', 'case-1', 'active', { beds: 46, head: '王' }],
    ['2026-05-01', 'case-2', 'closed', { beds: null }],
  ]);
});

it('is not begun twice where it must be the first', () => {
  const again = { type: 'facility', key: 'F1', data: {}, once: true } as const;
  expect(() => changedRecord(programme, filed, again, by)).toThrow('record/exists');
});

it('is found by its kind, its key, and fields that are equal', () => {
  const other: RecordEntry = { ...filed, key: 'F0', state: 'closed', data: { beds: 8 } };
  const keys = (request: Parameters<typeof recordsAnswer>[1]) =>
    recordsAnswer([filed, other, { ...filed, type: 'pair' }], request).records.map(({ key }) => key);
  expect(keys({ type: 'facility' })).toEqual(['F0', 'F1']);
  expect(keys({ type: 'facility', key: 'F1' })).toEqual(['F1']);
  expect(keys({ type: 'facility', key: null, where: { state: 'closed', beds: 8 } })).toEqual(['F0']);
  expect(keys({ type: 'facility', where: { beds: 9 } })).toEqual([]);
  expect(recordsAnswer([filed], { type: 'facility' })).toEqual({
    records: [{ ...filed, validTo: null }],
    count: 1,
  });
});
