/** A case as an archive over the door. */
import { verifyDossier } from '@aidflow/service/dossier';
import { expect, test } from 'vitest';
import { atDoor } from './fixtures/door.ts';

test('a dossier is downloaded under its number, with the head of its chain, and is on record', () =>
  atDoor(async (door) => {
    const id = await door.apply();
    const get = (as: string) => door.app.request(`/api/cases/${id}/dossier`, { headers: { 'x-person': as } });
    const response = await get('clerk');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename\*=UTF-8''DIBAO-[\w-]+\.zip$/,
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const head = response.headers.get('x-chain-head') ?? '';
    const verdict = verifyDossier(new Uint8Array(await response.arrayBuffer()), { head });
    expect(verdict).toMatchObject({ manifest: { case: { id }, masked: false }, problems: [] });

    const masked = verifyDossier(new Uint8Array(await (await get('auditor')).arrayBuffer()));
    expect(masked.problems.map(({ code }) => code)).toEqual(['dossier/masked']);
    expect((await get('neighbour')).status).toBe(404);
    expect((await door.ask(`/api/cases/${id}/dossier`)).status).toBe(401);
    const audited = await door.store.audited(9);
    expect(audited.map(({ action, by }) => [action, by.id])).toEqual(
      expect.arrayContaining([
        ['dossier.exported', 'clerk-1'],
        ['dossier.exported-masked', 'auditor-1'],
      ]),
    );
    expect(audited.filter(({ by }) => by.id === 'applicant-2')).toEqual([]);
  }));
