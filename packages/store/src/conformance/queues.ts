/** Timers and the outbox: in order of time, to one worker at a time, until answered. */
import type { Suite } from './index.ts';
import { instant, item, message, step } from './sample.ts';

export function queues({ api: { describe, expect, test }, withStore, withPlace }: Suite): void {
  describe('timers', () => {
    const timer = (id: string, due: string) => ({ id, step: 'notice', due });

    test('come due in order of time across cases, those in the future not at all', () =>
      withStore(async (store) => {
        await store.commit(
          step('a', 0, { timers: [timer('late', instant(30)), timer('never', instant(90))] }),
        );
        await store.commit(step('b', 0, { timers: [timer('early', instant(10))] }));
        await store.commit(step('c', 0, { timers: [timer('middle', instant(20))] }));
        const ids = async (until: string, limit = 10, caseId?: string) =>
          (await store.timersDue(until, limit, caseId)).map(({ id }) => id);
        expect(await ids(instant(30))).toEqual(['early', 'middle', 'late']);
        expect(await ids(instant(29))).toEqual(['early', 'middle']);
        expect(await ids(instant(30), 1)).toEqual(['early']);
        expect(await ids(instant(90), 10, 'a')).toEqual(['late', 'never']);
        expect(await store.nextTimer()).toBe(instant(10));
        expect(await store.nextTimer(instant(10))).toBe(instant(20));
        expect(await store.nextTimer(instant(90))).toBeUndefined();
      }));
  });

  describe('the outbox', () => {
    test('leases due items in order of time, and none to a second worker before the lease ends', () =>
      withStore(async (store) => {
        const outbox = [item('o2', instant(2)), item('o1', instant(1)), item('o9', instant(99))];
        expect(await store.outboxNext()).toBeUndefined();
        await store.commit(step('a', 0, { outbox }));
        expect(await store.outboxNext()).toBe(instant(1));
        const first = await store.outboxLease('one', instant(5), instant(6), 10);
        expect(first.map(({ id }) => id)).toEqual(['o1', 'o2']);
        expect(await store.outboxNext()).toBe(instant(6));
        expect(first[0]).toMatchObject({ caseId: 'a', connector: 'household-economy', attempts: 0 });
        expect(await store.outboxLease('two', instant(5), instant(6), 10)).toEqual([]);
        const after = await store.outboxLease('two', instant(6), instant(7), 10);
        expect(after.map(({ id }) => id)).toEqual(['o1', 'o2']);
      }));

    test('gives an item back later, counts its attempts, and only takes it back from who holds it', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { outbox: [item('o1', instant(1))] }));
        await store.outboxLease('one', instant(1), instant(2), 10);
        expect(await store.outboxRetry('o1', 'two', instant(3), 'timeout')).toBe(false);
        expect(await store.outboxRetry('o1', 'one', instant(3), 'timeout')).toBe(true);
        expect(await store.outboxLease('one', instant(2), instant(4), 10)).toEqual([]);
        const [again] = await store.outboxLease('one', instant(3), instant(4), 10);
        expect(again).toMatchObject({ id: 'o1', attempts: 1 });
      }));

    test('keeps an item whose worker died without a word', () =>
      withPlace(async (place) => {
        const store = await place.open();
        await store.commit(step('a', 0, { outbox: [item('o1', instant(1))] }));
        await store.outboxLease('dead', instant(1), instant(2), 10);
        await store.close();
        const again = await place.open();
        const [found] = await again.outboxLease('alive', instant(2), instant(3), 10);
        expect(found?.id).toBe('o1');
        await again.close();
      }));

    test('closes an item in the commit that it answers, once', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { outbox: [item('o1', instant(1))] }));
        expect(await store.commit(step('a', 1, { settles: 'o1' }))).toEqual({ ok: true });
        expect(await store.outboxOpen()).toBe(0);
        const twice = await store.commit(step('a', 2, { settles: 'o1' }));
        expect(twice).toMatchObject({ problem: { code: 'store/settled' } });
        expect(await store.events('a')).toHaveLength(2);
        expect(await store.outboxLease('one', instant(99), instant(100), 10)).toEqual([]);
      }));

    test('tells one case one thing at a time, in the order in which it was decided', () =>
      withStore(async (store) => {
        await store.commit(
          step('a', 0, { outbox: [message('m1', 'x', instant(2)), message('m2', 'x', instant(1))] }),
        );
        await store.commit(
          step('b', 0, { outbox: [message('m3', 'x', instant(1)), message('m4', 'y', instant(3))] }),
        );
        const lease = async (now: number) =>
          (await store.outboxLease('one', instant(now), instant(now + 10), 10)).map(({ id }) => id);
        expect(await store.outboxNext()).toBe(instant(2));
        expect(await lease(5)).toEqual(['m1', 'm4']);
        // While the first is under way, or has to be sent again later, the others wait.
        expect(await lease(5)).toEqual([]);
        await store.outboxRetry('m1', 'one', instant(30), 'busy');
        await store.commit(step('y', 0, { settles: 'm4' }));
        expect([await lease(29), await store.outboxNext()]).toEqual([[], instant(30)]);
        expect(await lease(30)).toEqual(['m1']);
        await store.commit(step('x', 0, { settles: 'm1', receives: 'm1' }));
        expect(await lease(30)).toEqual(['m2']);
        await store.outboxDrop('m2', 'nobody waits for it');
        expect(await lease(30)).toEqual(['m3']);
      }));

    test('hands out a message with whom it is for', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { outbox: [message('m1', 'x', instant(1))] }));
        expect(await store.outboxLease('one', instant(1), instant(2), 10)).toEqual([
          {
            kind: 'message',
            id: 'm1',
            target: 'x',
            payload: { do: 'wait.told' },
            due: instant(1),
            caseId: 'a',
            attempts: 0,
          },
        ]);
      }));

    test('a case receives a message once, though it be sent by another way again', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { receives: 'm1' }));
        const again = await store.commit(step('a', 1, { receives: 'm1' }));
        expect(again).toMatchObject({ ok: false, problem: { code: 'store/received' } });
        expect(await store.events('a')).toHaveLength(1);
        expect(await store.commit(step('b', 0, { receives: 'm1' }))).toEqual({ ok: true });
        expect(await store.commit(step('a', 1, { receives: 'm2' }))).toEqual({ ok: true });
      }));

    test('drops what nobody waits for', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { outbox: [item('o1', instant(1))] }));
        await store.outboxDrop('o1', 'withdrawn');
        expect(await store.outboxOpen()).toBe(0);
      }));
  });
}
