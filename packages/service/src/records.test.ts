import type { StoredRecord } from '@aidflow/store';
import { expect, test } from 'vitest';
import type { Core } from './core.ts';
import { answerFromRecords, MOST_RECORDS } from './records.ts';

/** A store that holds so many records of a kind, and gives them out in pages. */
function holding(count: number): Core {
  const all = Array.from(
    { length: count },
    (_, n): StoredRecord => ({
      type: 'facility',
      key: `F${n}`,
      state: 'active',
      data: {},
      validTo: '2026-12-31',
      created: '2026-03-01T16:30:00.000Z',
      division: '620821100201',
      version: 1,
      history: [{ at: '2026-03-01T16:30:00.000Z', case: 'a', seq: 2, state: 'active', data: {} }],
    }),
  );
  const records = async ({ cursor = '0', limit }: { cursor?: string; limit: number }) => {
    const end = Number(cursor) + limit;
    return { items: all.slice(Number(cursor), end), ...(end < count ? { next: String(end) } : {}) };
  };
  return { store: { records }, timezone: 'Asia/Shanghai' } as unknown as Core;
}

test('an answer holds every record that fits, with days in place of instants', async () => {
  const answer = await answerFromRecords(holding(MOST_RECORDS), { type: 'facility' });
  expect(answer).toMatchObject({ count: MOST_RECORDS });
  // Half past midnight in Shanghai is the day before in UTC.
  const [first] = (answer?.records ?? []) as unknown[];
  expect(first).toEqual({
    type: 'facility',
    key: 'F0',
    state: 'active',
    data: {},
    created: '2026-03-02',
    validTo: '2026-12-31',
    division: '620821100201',
    history: [{ at: '2026-03-02', case: 'a', state: 'active', data: {} }],
  });
});

test('no case is given a whole register', async () => {
  expect(await answerFromRecords(holding(MOST_RECORDS + 1), { type: 'facility' })).toBeUndefined();
});
