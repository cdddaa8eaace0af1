/** A commit is whole or nothing; the second of two on the same version loses; a key is used once. */
import { verifyChain } from '@aidflow/engine';
import type { Suite } from './index.ts';
import { chain, instant, item, stateAfter, step, task } from './sample.ts';

export function commits({ api: { describe, expect, test }, withStore, withPlace }: Suite): void {
  const key = (fingerprint = 'f1') => ({
    actor: 'applicant-1',
    key: 'key-1',
    fingerprint,
    caseId: 'a',
    version: 1,
    at: instant(1),
  });
  const timer = { id: 'step:notice:1', step: 'notice', due: instant(60) };

  describe('commit', () => {
    test('writes events, snapshot, tasks, timers, outbox and key, and reads them back', () =>
      withStore(async (store) => {
        const commit = step('a', 0, {
          tasks: [task('2026-04-14')],
          timers: [timer],
          outbox: [item('o1', instant(1), { idNumber: 'x' })],
          idempotency: key(),
          nextDue: '2026-04-14',
        });
        expect(await store.commit(commit)).toEqual({ ok: true });
        expect(await store.load('a')).toEqual(commit.state);
        expect(await store.events('a')).toEqual(commit.events);
        expect(await store.timersDue(instant(60), 10)).toEqual([{ ...timer, caseId: 'a' }]);
        expect(await store.outboxOpen()).toBe(1);
        expect(await store.replay('applicant-1', 'key-1')).toEqual({
          fingerprint: 'f1',
          caseId: 'a',
          version: 1,
          at: instant(1),
        });
        const grants = [{ role: 'clerk', division: '620821100' }];
        const { items } = await store.tasks({ grants, limit: 10 });
        expect(items).toEqual([{ ...task('2026-04-14'), caseId: 'a' }]);
      }));

    test('that breaks off half-way leaves nothing behind', () =>
      withStore(async (store) => {
        // The second timer repeats an id: by then events, snapshot, steps and tasks have been written.
        const broken = step('a', 0, { tasks: [task()], timers: [timer, timer], idempotency: key() });
        const result = await store.commit(broken);
        expect(result).toMatchObject({ ok: false, problem: { code: 'store/failed' } });
        expect(await store.load('a')).toBeUndefined();
        expect(await store.events('a')).toEqual([]);
        expect(await store.nextTimer()).toBeUndefined();
        expect(await store.replay('applicant-1', 'key-1')).toBeUndefined();
        expect(await store.commit(step('a', 0, { idempotency: key() }))).toEqual({ ok: true });
      }));

    test('on another version than the case has is a conflict that names both', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0));
        await store.commit(step('a', 1));
        const late = await store.commit(step('a', 1));
        expect(late).toMatchObject({
          ok: false,
          problem: { code: 'store/conflict', params: { case: 'a', expected: 1, found: 2 } },
        });
        expect(await store.events('a')).toHaveLength(2);
      }));

    test('opens a case once', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0));
        expect(await store.commit(step('a', 0))).toMatchObject({ problem: { code: 'store/conflict' } });
      }));

    test('needs the definition that the case rests on', () =>
      withStore(async (store) => {
        const events = chain('a', 1);
        const state = { ...stateAfter(events), definition: '0'.repeat(64) };
        const result = await store.commit(step('a', 0, { state }));
        expect(result).toMatchObject({ problem: { code: 'store/failed' } });
      }));

    test('replaces tasks and timers: what is not named any more is gone', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { tasks: [task()], timers: [timer] }));
        await store.commit(step('a', 1));
        expect(await store.nextTimer()).toBeUndefined();
        const grants = [{ role: 'clerk', division: '62' }];
        expect((await store.tasks({ grants, limit: 10 })).items).toEqual([]);
      }));

    test('leaves a chain that verifies', () =>
      withStore(async (store) => {
        for (let version = 0; version < 5; version++) await store.commit(step('a', version));
        const events = await store.events('a');
        expect(events).toHaveLength(5);
        expect(verifyChain(events)).toBeUndefined();
        expect(await store.events('a', 2, 4)).toEqual(events.slice(2, 4));
      }));
  });

  describe('an idempotency key', () => {
    test('answers the same request with what was recorded, and writes nothing', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { idempotency: key() }));
        const again = await store.commit(step('b', 0, { idempotency: { ...key(), caseId: 'b' } }));
        expect(again).toMatchObject({
          ok: false,
          problem: { code: 'store/duplicate' },
          replay: { caseId: 'a', version: 1, at: instant(1) },
        });
        expect(await store.load('b')).toBeUndefined();
      }));

    test('is refused for another request', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { idempotency: key('f1') }));
        const other = await store.commit(step('b', 0, { idempotency: key('f2') }));
        expect(other).toMatchObject({ ok: false, problem: { code: 'store/duplicate-key' } });
        expect(other).not.toHaveProperty('replay');
      }));

    test('belongs to its actor, and is forgotten after its time', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0, { idempotency: key() }));
        const mine = { ...key(), actor: 'applicant-2', caseId: 'b', at: instant(9) };
        expect(await store.commit(step('b', 0, { idempotency: mine }))).toEqual({ ok: true });
        expect(await store.forgetKeys(instant(5))).toBe(1);
        expect(await store.replay('applicant-1', 'key-1')).toBeUndefined();
        expect(await store.replay('applicant-2', 'key-1')).toBeDefined();
      }));
  });

  describe('commitAll', () => {
    test('answers each on its own: a refused one takes nothing with it', () =>
      withStore(async (store) => {
        await store.commit(step('a', 0));
        const results = await store.commitAll([
          step('b', 0),
          step('a', 0),
          step('c', 0, { timers: [timer, timer] }),
          step('d', 0),
        ]);
        expect(results.map((result) => (result.ok ? 'ok' : result.problem.code))).toEqual([
          'ok',
          'store/conflict',
          'store/failed',
          'ok',
        ]);
        expect(await store.load('b')).toBeDefined();
        expect(await store.load('c')).toBeUndefined();
        expect(await store.load('d')).toBeDefined();
      }));

    test('lets only the first of two on the same case through', () =>
      withStore(async (store) => {
        const [first, second] = await store.commitAll([step('a', 0), step('a', 0)]);
        expect(first).toEqual({ ok: true });
        expect(second).toMatchObject({ problem: { code: 'store/conflict' } });
      }));
  });

  describe('the file', () => {
    test('holds after closing and opening what was acknowledged before', () =>
      withPlace(async (place) => {
        const store = await place.open();
        await store.commit(
          step('a', 0, { timers: [timer], outbox: [item('o1', instant(1))], idempotency: key() }),
        );
        const before = [await store.load('a'), await store.events('a')];
        await store.close();
        const again = await place.open();
        expect([await again.load('a'), await again.events('a')]).toEqual(before);
        expect(await again.nextTimer()).toBe(timer.due);
        expect(await again.outboxOpen()).toBe(1);
        expect(await again.replay('applicant-1', 'key-1')).toBeDefined();
        await again.close();
      }));

    test('is shared by two handles: one of two commits on a version wins, and both see it', () =>
      withPlace(async (place) => {
        const [one, two] = [await place.open(), await place.open()];
        await one.commit(step('a', 0));
        expect(await two.load('a')).toEqual(await one.load('a'));
        const results = await Promise.all([one.commit(step('a', 1)), two.commit(step('a', 1))]);
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(await one.events('a')).toEqual(await two.events('a'));
        await one.close();
        await two.close();
      }));
  });
}
