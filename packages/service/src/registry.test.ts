import { createHash } from 'node:crypto';
import type { Bundle } from '@aidflow/definition';
import { bundleHash } from '@aidflow/definition/node';
import { expect, test } from 'vitest';
import {
  application,
  codeOf,
  inOffice,
  inspectionBundle,
  nextRelief,
  people,
  reliefBundle,
  VILLAGE,
} from './fixtures/office.ts';

const { clerk, officer } = people;

/** The programme with another title, as a later version. */
async function nextVersion(): Promise<Bundle> {
  const bundle = { ...(await reliefBundle()), version: '2', title: '临时救助（新）' };
  return { ...bundle, hash: bundleHash(bundle) };
}

test('a case stays on the definition it began with, also when another is published and after a restart', () =>
  inOffice(async (office) => {
    const old = await office.apply();
    const next = await nextVersion();
    await office.service.publish(next, officer);
    const fresh = await office.apply();
    expect([old.definition, fresh.definition]).toEqual([(await reliefBundle()).hash, next.hash]);
    await office.restart(0, { programmes: [next] });
    await office.act(clerk, old.id, 'accept.accept');
    expect(await office.service.caseView(clerk, old.id)).toMatchObject({ value: { title: '临时救助' } });
    expect(office.service.programmes()).toMatchObject([{ version: '2', hash: next.hash }]);
    expect(await codeOf(office.service.definition(old.definition))).toBe('ok');
    expect(await codeOf(office.service.definition(createHash('sha256').digest('hex')))).toBe(
      'definition/unknown',
    );
  }));

test('a bundle that was edited after bundling is refused', () =>
  inOffice(async ({ service }) => {
    const edited = { ...(await nextVersion()), title: '别的' };
    await expect(service.publish(edited, officer)).rejects.toMatchObject({
      problem: { code: 'definition/hash' },
    });
  }));

test('what the first form is comes with the list of programmes', () =>
  inOffice(async ({ service }) => {
    expect(service.programmes()).toMatchObject([
      {
        programme: 'relief',
        start: { step: 'apply', form: 'application' },
        locales: { en: { 受理: 'Accept' } },
      },
    ]);
  }));

test('new cases run on the newest version whose first day has come, whatever is loaded, and so after a restart', () =>
  inOffice(async (office) => {
    const [first, next] = [await reliefBundle(), await nextRelief('2026-03-05')];
    const definitionNow = async () => (await office.apply()).definition;
    await office.service.publish(next, officer);
    expect(await definitionNow()).toBe(first.hash);
    const state = (hash: string) => ({ hash, validFrom: expect.any(String) });
    expect(await office.service.versions('relief')).toMatchObject({
      ok: true,
      value: [
        { ...state(next.hash), version: '2', validFrom: '2026-03-05', state: 'coming' },
        { ...state(first.hash), version: '1', state: 'current' },
      ],
    });
    // Wednesday, 4 March, and Thursday, by the clock of Shanghai.
    await office.service.advance({ until: '2026-03-04T15:59:59.000Z' });
    expect(await definitionNow()).toBe(first.hash);
    await office.service.advance({ until: '2026-03-04T16:00:00.000Z' });
    expect(await definitionNow()).toBe(next.hash);
    await office.service.advance({ until: '2026-03-05' });
    // The first is published once more by the start: it is no newer for that.
    await office.restart(0);
    expect(await definitionNow()).toBe(next.hash);
    expect(office.service.programmes()).toMatchObject([{ version: '2', hash: next.hash }]);
    expect(await office.service.versions('relief')).toMatchObject({
      value: [{ state: 'current' }, { state: 'past' }],
    });
    expect(await codeOf(office.service.versions('dowry'))).toBe('programme/unknown');
  }));

test('a programme that is not in force yet cannot be applied for, and it is said from when on', async () => {
  const coming = await nextRelief('2026-04-01');
  await inOffice(
    async ({ service }) => {
      expect(service.programmes()).toEqual([]);
      const refused = await service.openCase(people.applicant, {
        programme: 'relief',
        division: VILLAGE,
        data: application,
      });
      expect(refused).toMatchObject({
        ok: false,
        problems: [{ code: 'programme/unknown', params: { variant: 'coming', from: '2026-04-01' } }],
      });
    },
    { programmes: [coming] },
  );
});

test('rounds of a past version can be enrolled in, whatever the step is called now', async () => {
  const first = await inspectionBundle();
  const copy = structuredClone(first);
  copy.definition = JSON.parse(
    JSON.stringify(copy.definition)
      .replaceAll('"class"', '"lessons"')
      .replaceAll('items.class', 'items.lessons'),
  );
  const next = { ...copy, hash: bundleHash(copy) };
  await inOffice(
    async (office) => {
      const round = await office.begin(officer, 'recruit');
      await office.service.publish(next, officer);
      expect((await office.service.enrolments()).map((one) => one.case)).toEqual([round.id]);
    },
    { programmes: [first] },
  );
});

test('what another server publishes on the same file is known at its next round', () =>
  inOffice(async (office) => {
    const store = await office.openStore();
    const other = await office.start(store);
    const next = await nextRelief();
    await other.publish(next, officer);
    await office.service.tick();
    expect((await office.apply()).definition).toBe(next.hash);
    await store.close();
  }));

test('an action may be delegated that only a past or a coming version knows', () =>
  inOffice(async ({ service }) => {
    await service.publish(await nextRelief('2026-04-01'), officer);
    const value = (action: string) => ({
      programme: 'relief',
      action,
      from: '620821',
      to: '620821100',
      effective: '2026-03-01',
      document: '1号',
    });
    expect(await codeOf(service.grantDelegation(officer, value('decide'), 'delegation-1'))).toBe('ok');
    expect(await codeOf(service.grantDelegation(officer, value('confirm'), 'delegation-2'))).toBe('ok');
    expect(await codeOf(service.grantDelegation(officer, value('accept'), 'delegation-3'))).toBe(
      'delegation/invalid',
    );
  }));
