import { createHash } from 'node:crypto';
import type { Bundle } from '@aidflow/definition';
import { bundleHash } from '@aidflow/definition/node';
import { expect, test } from 'vitest';
import { codeOf, inOffice, people, reliefBundle } from './fixtures/office.ts';

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
