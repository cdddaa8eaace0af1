import type { Bundle } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import { compile, type Programme, replayAcross, verifyChain, versionsIn } from '@aidflow/engine';
import { expect, test } from 'vitest';
import {
  application,
  codeOf,
  inOffice,
  nextRelief,
  type Office,
  people,
  reliefBundle,
  VILLAGE,
} from './fixtures/office.ts';
import type { CaseView } from './types.ts';

const { applicant, clerk, officer, otherCounty, leader, auditor } = people;
const map = { steps: { confirm: 'decide' } };
const reasons = '新办法施行';

/** A case whose confirmation is due, on the first version, with the second published. */
async function confirming(office: Office): Promise<{ id: string; to: string }> {
  const { id } = await office.underNotice();
  await office.service.advance({ until: '2026-03-06' });
  const next = await nextRelief();
  await office.service.publish(next, officer);
  expect((await office.state(id)).value).toBe('confirm');
  return { id, to: next.hash };
}

const viewOf = async ({ service }: Office, actor: typeof officer, id: string): Promise<CaseView> => {
  const found = await service.caseView(actor, id);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
};

test('a case that is moved goes on by the later version: view, tasks, clocks, timers, replay', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    const before = await viewOf(office, officer, id);
    // 10 working days from Monday, 2 March.
    expect(before.clocks).toMatchObject([{ due: '2026-03-16' }]);
    const moved = await office.service.migrate(officer, id, { to, map, reasons }, { key: 'move-1' });
    expect(moved).toMatchObject({
      ok: true,
      value: {
        case: id,
        version: before.state.version + 1,
        dryRun: false,
        move: {
          from: { version: '1', title: '临时救助' },
          to: { version: '2', title: '临时救助（新）', hash: to },
          stood: ['确认'],
          stands: ['确认'],
        },
      },
    });
    const after = await viewOf(office, officer, id);
    expect(after).toMatchObject({
      title: '临时救助（新）',
      steps: [{ id: 'decide' }],
      state: { definition: to, value: 'decide' },
      clocks: [{ due: '2026-03-09' }],
    });
    expect(after.history.map(({ type, title }) => [type, title])).toContainEqual(['accept.accept', '受理']);
    expect(after.history.at(-1)).toMatchObject({ type: 'migrate', title: '转到新版本', reasons });
    const inbox = await office.service.inbox(officer, { limit: 10 });
    expect(inbox).toMatchObject({
      value: { items: [{ case: id, step: 'decide', due: { date: '2026-03-09' } }] },
    });
    // The clock of the later version breaches in its own time.
    await office.service.advance({ until: '2026-03-10' });
    const events = await office.store.events(id);
    expect(events.at(-1)).toMatchObject({ type: 'clock.breached', at: '2026-03-09T16:00:00.000Z' });
    await office.act(officer, id, 'decide.approve');
    await replaysToItsSnapshot(office, id);
    expect(office.errors).toEqual([]);
  }));

async function replaysToItsSnapshot({ store }: Office, id: string): Promise<void> {
  const events = await store.events(id);
  const versions = new Map<string, Programme>();
  for (const hash of versionsIn(events)) {
    const bundle = JSON.parse((await store.definition(hash))?.bundle ?? '') as Bundle;
    versions.set(hash, compile(bundle, await loadValidators(bundle)));
  }
  expect(JSON.stringify(replayAcross(versions, events))).toBe(JSON.stringify(await store.load(id)));
  expect(verifyChain(events)).toBeUndefined();
}

test('a dry run says the same and does nothing, also before the version is in force', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    const { version } = await office.state(id);
    const dry = await office.service.migrate(officer, id, { to, map, reasons, dryRun: true });
    expect(dry).toMatchObject({ ok: true, value: { case: id, version: version + 1, dryRun: true } });
    expect((await office.state(id)).version).toBe(version);
    expect(await codeOf(office.service.migrate(officer, id, { to, reasons, dryRun: true }))).toBe(
      'migrate/step-gone',
    );
    const coming = await nextRelief('2026-04-01');
    await office.service.publish(coming, officer);
    const request = { to: coming.hash, map, reasons };
    expect(await codeOf(office.service.migrate(officer, id, request))).toBe('migrate/not-yet');
    expect(await codeOf(office.service.migrate(officer, id, { ...request, dryRun: true }))).toBe('ok');
    expect((await office.state(id)).version).toBe(version);
    const real = await office.service.migrate(officer, id, { to, map, reasons });
    expect(real.ok && dry.ok && real.value.move).toEqual(dry.ok && dry.value.move);
  }));

test('it is refused as the engine refuses, and the case stays as it was', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    const { version } = await office.state(id);
    const code = (...[actor, change]: [typeof officer, object?]) =>
      codeOf(office.service.migrate(actor, id, { to, map, reasons, ...change }, { expected: version }));
    expect(await code(officer, { map: undefined })).toBe('migrate/step-gone');
    expect(await code(officer, { reasons: ' ' })).toBe('step/reasons-required');
    expect(await code(officer, { to: 'f'.repeat(64) })).toBe('definition/unknown');
    expect(await code(officer, { to: (await reliefBundle()).hash })).toBe('migrate/same');
    expect(await code(leader)).toBe('authority/level');
    expect(await code(applicant)).toMatch(/^authority\//);
    expect(await code(auditor)).toMatch(/^authority\//);
    expect(await code(otherCounty)).toBe('case/unknown');
    expect(await codeOf(office.service.migrate(otherCounty, id, { to, map, reasons, dryRun: true }))).toBe(
      'case/unknown',
    );
    expect(await codeOf(office.service.migrate(officer, id, { to, map, reasons }, { expected: 1 }))).toBe(
      'store/conflict',
    );
    const stale = { to, map, reasons, dryRun: true };
    expect(await codeOf(office.service.migrate(officer, id, stale, { expected: 1 }))).toBe('store/conflict');
    expect((await office.state(id)).version).toBe(version);
  }));

test('repeated under its key it is one move, with the first answer', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    const request = { to, map, reasons };
    const first = await office.service.migrate(officer, id, request, { key: 'move-1' });
    await office.act(officer, id, 'decide.approve');
    expect(await office.service.migrate(officer, id, request, { key: 'move-1' })).toEqual(first);
    expect(
      await codeOf(office.service.migrate(officer, id, { ...request, reasons: '别的' }, { key: 'move-1' })),
    ).toBe('store/duplicate-key');
    expect((await office.store.events(id)).filter(({ type }) => type === 'migrate')).toHaveLength(1);
  }));

test('of many each is moved or refused on its own', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    const fresh = await office.service.openCase(applicant, {
      programme: 'relief',
      division: VILLAGE,
      data: application,
    });
    const already = fresh.ok ? fresh.value.state.id : '';
    const cases = [{ case: id }, { case: already }, { case: 'none' }, { case: id }];
    const request = { to, map, reasons };
    const codes = (answers: Awaited<ReturnType<typeof office.service.migrateAll>>) =>
      answers.map((answer) => [answer.case, answer.ok ? 'ok' : answer.problems[0]?.code]);
    const dry = await office.service.migrateAll(officer, cases, { ...request, dryRun: true });
    expect(codes(dry)).toEqual([
      [id, 'ok'],
      [already, 'migrate/same'],
      ['none', 'case/unknown'],
      [id, 'ok'],
    ]);
    const real = await office.service.migrateAll(officer, cases, request, { key: 'many-1' });
    // Named twice it moves once.
    expect(codes(real)).toEqual([
      [id, 'ok'],
      [already, 'migrate/same'],
      ['none', 'case/unknown'],
      [id, 'migrate/same'],
    ]);
    expect(await office.service.migrateAll(officer, cases, request, { key: 'many-1' })).toEqual(real);
  }));

test('what happened before the move is told and explained by the version on which it happened', () =>
  inOffice(async (office) => {
    const { id, to } = await confirming(office);
    await office.service.migrate(officer, id, { to, map, reasons });
    const approve = () => office.service.command(officer, id, { do: 'decide.approve' }, { key: 'approve-1' });
    const approved = await approve();
    const events = await office.service.events(officer, id);
    if (!events.ok) throw new Error();
    const seqOf = (type: string) => events.value.find((event) => event.type === type)?.seq ?? 0;
    expect(events.value.find(({ type }) => type === 'migrate')).toMatchObject({ title: '转到新版本' });
    const of = async (type: string) => office.service.explain(officer, id, seqOf(type));
    expect(await of('accept.accept')).toMatchObject({ value: { programme: { version: '1' } } });
    expect(await of('migrate')).toMatchObject({ value: { move: { to: { hash: to } } } });
    expect(await of('decide.approve')).toMatchObject({ value: { programme: { version: '2' } } });
    // Repeated, it is answered from the events, across both versions.
    expect(approved).toMatchObject({ ok: true, value: { state: { definition: to, status: 'ended' } } });
    const again = await approve();
    expect(again.ok && 'state' in again.value && again.value.state).toEqual(
      approved.ok && 'state' in approved.value && approved.value.state,
    );
  }));

test('what the earlier version marks as personal stays masked, though the later one does not', () =>
  inOffice(async (office) => {
    const { id } = await office.underNotice();
    const open = await nextRelief('2021-07-01', (bundle) => {
      const schema = bundle.forms.application?.schema as { properties: Record<string, object> };
      schema.properties.idNumber = { title: '身份证号码', type: 'string', format: 'resident-id' };
      schema.properties.name = { title: '姓名', type: 'string', minLength: 2 };
    });
    await office.service.publish(open, officer);
    expect(await codeOf(office.service.migrate(officer, id, { to: open.hash, map, reasons }))).toBe('ok');
    const seen = JSON.stringify([
      await viewOf(office, auditor, id),
      await office.service.events(auditor, id),
      await office.service.explain(auditor, id, 1),
      await office.service.notices({ limit: 10 }),
    ]);
    expect(seen).not.toContain('110101199003070038');
    expect(seen).not.toContain('王小明');
    expect(seen).toContain('王**');
  }));

test('a question that is open goes with the case where nothing changes for it', () =>
  inOffice(async (office) => {
    const { id } = await office.apply();
    await office.act(clerk, id, 'accept.accept');
    const next = await nextRelief();
    await office.service.publish(next, officer);
    expect(await codeOf(office.service.migrate(officer, id, { to: next.hash, map, reasons }))).toBe('ok');
    await office.service.tick();
    expect(await office.state(id)).toMatchObject({ value: 'objections', definition: next.hash });
    expect(office.errors).toEqual([]);
  }));
