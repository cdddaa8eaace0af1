/** The conformance suite: what every store must pass. Run it with vitest's `describe`, `test` and `expect`. */
import type { CaseStore } from '../contract.ts';
import { commits } from './commits.ts';
import { lists } from './lists.ts';
import { queues } from './queues.ts';
import { records } from './records.ts';
import { registers } from './registers.ts';
import { prepared } from './sample.ts';

export { storeIn } from './store-in.ts';

/** Where one store lies: opened as often as asked, each time another handle on the same data. */
export interface StorePlace {
  open(): Promise<CaseStore>;
  remove(): Promise<void>;
}

export type TestApi = Pick<typeof import('vitest'), 'describe' | 'test' | 'expect'>;

export interface Suite {
  api: TestApi;
  /** Runs with an empty store that knows one definition. */
  withStore(work: (store: CaseStore) => Promise<void>): Promise<void>;
  /** Runs with a place for handles; the first opened knows one definition. */
  withPlace(work: (place: StorePlace) => Promise<void>): Promise<void>;
}

/** Declares the suite. `makePlace` gives a new, empty place for each test. */
export function caseStoreConformance(makePlace: () => Promise<StorePlace>, api: TestApi): void {
  const withPlace: Suite['withPlace'] = async (work) => {
    const place = await makePlace();
    try {
      await work({ ...place, open: async () => prepared(await place.open()) });
    } finally {
      await place.remove();
    }
  };
  const withStore: Suite['withStore'] = (work) =>
    withPlace(async (place) => {
      const store = await place.open();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });

  const suite = { api, withStore, withPlace };
  for (const part of [commits, queues, lists, records, registers]) part(suite);
}
