import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { type Actor, type CaseEvent, compile, nationalCalendar } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import { runScenario } from '@aidflow/simulator';
import { readScenario } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { expect, test } from 'vitest';

const officer: Actor = {
  id: 'o',
  kind: 'officer',
  name: '示范岗',
  grants: [{ role: 'auditor', division: '620821' }],
};

async function played(file: string) {
  const folder = programmeFolders.dibao as URL;
  const loaded = await loadProgramme(folder.pathname);
  const read = await readScenario(new URL(`scenarios/${file}.yaml`, folder).pathname);
  if (!loaded.ok || !read.ok) throw new Error('dibao cannot be read');
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const result = runScenario({ dibao: programme }, read.source);
  const store = openSqliteStore(':memory:');
  const service = await createService({
    store,
    programmes: [loaded.bundle],
    calendar: nationalCalendar(),
    seed: 'seed',
    realTime: () => Date.parse('2026-06-01T01:00:00Z'),
  });
  return { store, service, result };
}

test('a case that was played elsewhere is here with its whole record, its state and what is to be done', async () => {
  const { store, service, result } = await played('papers-missing');
  // As far as the supplement, for which the applicant is waited.
  const known = result.events.slice(
    0,
    result.events.findIndex(({ type }) => type.endsWith('.supply')),
  );
  expect(known.length).toBeGreaterThan(1);
  expect(await service.takeOver(officer, { cases: [known] })).toEqual({ ok: true, value: 1 });
  const [first] = known as [CaseEvent];
  expect(await store.events(first.case)).toEqual(known);
  const view = await service.caseView(officer, first.case);
  expect(view.ok && view.value.steps.map(({ id }) => id)).toEqual(['supplement']);
  const tasks = await store.tasks({ grants: [], applicant: first.by.id, limit: 5 });
  expect(tasks.items.map(({ step }) => step)).toEqual(['supplement']);
  expect(await store.nextTimer()).toBeDefined();
  await store.close();
});

test('a case whose record was altered, or that is here already, is refused', async () => {
  const { store, service, result } = await played('papers-missing');
  // Before any paper is brought in.
  const known = result.events.slice(0, 3);
  const altered = known.map((event, place) => (place === 1 ? { ...event, reasons: '改过' } : event));
  expect(await service.takeOver(officer, { cases: [altered] })).toMatchObject({
    ok: false,
    problems: [{ code: 'store/chain-broken', params: { seq: 2 } }],
  });
  expect((await service.takeOver(officer, { cases: [known] })).ok).toBe(true);
  expect(await service.takeOver(officer, { cases: [known] })).toMatchObject({
    ok: false,
    problems: [{ code: 'store/conflict' }],
  });
  await store.close();
});

test('numbers that were reserved are given to nobody else', async () => {
  const { store, service } = await played('application-refused');
  expect(await service.reserveNumbers('dibao', '2025', 2)).toEqual([
    'DIBAO-2025-000001',
    'DIBAO-2025-000002',
  ]);
  expect(await service.reserveNumbers('dibao', '2025', 1)).toEqual(['DIBAO-2025-000003']);
  await store.close();
});
