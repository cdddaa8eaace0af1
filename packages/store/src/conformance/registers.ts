/** The registers beside the cases: definitions, delegations, stand-ins, files, settings, sequences, sessions. */
import type { Suite } from './index.ts';
import { CLERK, chain, definition, instant, stateAfter, step } from './sample.ts';

export function registers({ api: { describe, expect, test }, withStore }: Suite): void {
  test('a definition is kept under its hash, and putting it again changes nothing', () =>
    withStore(async (store) => {
      await store.putDefinition({ ...definition, published: instant(0) });
      expect(await store.definition(definition.hash)).toEqual(definition);
      const { bundle: _, ...listed } = definition;
      expect(await store.definitions()).toEqual([listed]);
      expect(await store.definition('x')).toBeUndefined();
    }));

  describe('a delegation', () => {
    const value = {
      programme: 'dibao',
      action: 'confirm',
      from: '620821',
      to: '620821100',
      effective: '2026-01-01',
      document: '民政〔2026〕1号',
    };

    test('is added and ended, never changed, and both are audited', () =>
      withStore(async (store) => {
        await store.addDelegation('d1', value, CLERK, instant(0));
        expect(await store.delegations()).toEqual([
          { id: 'd1', value, added: { at: instant(0), by: CLERK } },
        ]);
        expect(await store.endDelegation('d1', '2026-06-01', CLERK, instant(1))).toBe(true);
        expect(await store.endDelegation('d1', '2026-05-01', CLERK, instant(2))).toBe(false);
        expect(await store.endDelegation('d2', '2026-05-01', CLERK, instant(2))).toBe(false);
        expect(await store.delegations()).toEqual([
          {
            id: 'd1',
            value: { ...value, until: '2026-06-01' },
            added: { at: instant(0), by: CLERK },
            ended: { at: instant(1), by: CLERK },
          },
        ]);
        expect(await store.audited(10)).toEqual([
          { at: instant(1), by: CLERK, action: 'delegation.ended', subject: 'd1' },
          { at: instant(0), by: CLERK, action: 'delegation.added', subject: 'd1' },
        ]);
      }));

    test('that ends by itself earlier is not made longer', () =>
      withStore(async (store) => {
        await store.addDelegation('d1', { ...value, until: '2026-02-01' }, CLERK, instant(0));
        expect(await store.endDelegation('d1', '2026-03-01', CLERK, instant(1))).toBe(false);
      }));
  });

  test('a stand-in is added and ended', () =>
    withStore(async (store) => {
      const value = { absent: 'clerk-2', grants: [], substitute: 'clerk-1', from: '2026-03-01' };
      await store.addStandIn('s1', value, CLERK, instant(0));
      expect((await store.standIns())[0]?.value).toEqual(value);
      expect(await store.endStandIn('s1', '2026-03-05', CLERK, instant(1))).toBe(true);
      expect((await store.standIns())[0]?.value.until).toBe('2026-03-05');
      await store.addStandIn('s2', value, CLERK, instant(2), '2号');
      await store.endStandIn('s2', '2026-03-05', CLERK, instant(3), '3号');
      expect((await store.standIns())[1]).toMatchObject({
        added: { at: instant(2), document: '2号' },
        ended: { at: instant(3), document: '3号' },
      });
    }));

  describe('a file', () => {
    const file = {
      sha256: 'a'.repeat(64),
      size: 3,
      type: 'image/png',
      name: '证件.png',
      by: 'applicant-1',
      at: instant(0),
    };

    test('is known to its uploaders, each by their own name', () =>
      withStore(async (store) => {
        await store.putFile(file);
        await store.putFile({ ...file, by: 'applicant-2', name: 'b.png', at: instant(1) });
        expect(await store.file(file.sha256, 'applicant-1')).toEqual(file);
        expect((await store.file(file.sha256, 'applicant-2'))?.name).toBe('b.png');
        expect(await store.file(file.sha256, 'applicant-3')).toBeUndefined();
        expect(await store.file('b'.repeat(64), 'applicant-1')).toBeUndefined();
      }));

    test('is called in a case as whoever brought it in called it', () =>
      withStore(async (store) => {
        await store.putFile(file);
        await store.putFile({ ...file, by: 'applicant-2', name: 'b.png', at: instant(1) });
        const named = (by: string) => [{ sha256: file.sha256, by }];
        await store.commit(step('a', 0, { files: named('applicant-1') }));
        await store.commit(step('b', 0, { files: named('applicant-2') }));
        // Naming it again in the same case changes nothing.
        await store.commit(step('b', 1, { files: named('applicant-1') }));
        const names = async (id: string) => (await store.caseFiles(id)).map(({ name }) => name);
        expect([await names('a'), await names('b')]).toEqual([['证件.png'], ['b.png']]);
      }));

    test('that comes with a case of another case keeps the name it has there', () =>
      withStore(async (store) => {
        await store.putFile(file);
        await store.putFile({ ...file, by: 'applicant-2', name: 'b.png', at: instant(1) });
        await store.commit(step('a', 0, { files: [{ sha256: file.sha256, by: 'applicant-2' }] }));
        const parent = { case: 'a', number: 'N-a', step: 'members', index: 1 };
        const state = { ...stateAfter(chain('b', 1)), parent };
        const files = [{ sha256: file.sha256, by: 'system' }];
        expect(await store.commit(step('b', 0, { state, files }))).toEqual({ ok: true });
        expect((await store.caseFiles('b')).map(({ name }) => name)).toEqual(['b.png']);
      }));

    test('is tied to the cases that name it, and a case cannot name one that is not there', () =>
      withStore(async (store) => {
        const files = [{ sha256: file.sha256, by: file.by }];
        const missing = await store.commit(step('a', 0, { files }));
        expect(missing).toMatchObject({ problem: { code: 'store/failed' } });
        await store.putFile(file);
        expect(await store.commit(step('a', 0, { files }))).toEqual({ ok: true });
        expect(await store.commit(step('a', 1, { files }))).toEqual({ ok: true });
        expect(await store.fileCases(file.sha256)).toEqual(['a']);
        expect(await store.caseFiles('a')).toEqual([file]);
      }));
  });

  test('settings keep the last value, sequences never give a number twice', () =>
    withStore(async (store) => {
      expect(await store.setting('offset')).toBeUndefined();
      await store.setSetting('offset', '1');
      await store.setSetting('offset', '2');
      expect(await store.setting('offset')).toBe('2');
      expect(await store.sequence('dibao-2026')).toBe(1);
      expect(await store.sequence('dibao-2026', 3)).toBe(2);
      expect(await store.sequence('dibao-2026')).toBe(5);
      expect(await store.sequence('dibao-2027')).toBe(1);
    }));

  test('a session ends when it is told to or when its time is up', () =>
    withStore(async (store) => {
      const session = { id: 's', person: 'clerk-1', expires: instant(10) };
      await store.putSession(session);
      expect(await store.session('s', instant(9))).toEqual(session);
      expect(await store.session('s', instant(10))).toBeUndefined();
      await store.endSession('s');
      expect(await store.session('s', instant(0))).toBeUndefined();
    }));
}
