import { describe, expect, test } from 'vitest';
import { application, inOffice, type Office, people } from './fixtures/office.ts';

const { applicant, clerk, officer } = people;

/** A case whose check has been asked and waits to be sent. */
async function asked(office: Office): Promise<string> {
  const { id } = await office.apply();
  await office.act(clerk, id, 'accept.accept');
  return id;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs the service until the outbox is empty; the definition allows three tries of 300 ms. */
async function untilAnswered(office: Office): Promise<void> {
  const running = office.service.run();
  for (let n = 0; n < 100 && (await office.store.outboxOpen()) > 0; n++) {
    await pause(50);
  }
  await running.stop();
  expect(await office.store.outboxOpen()).toBe(0);
}

const types = async (office: Office, id: string) => (await office.store.events(id)).map(({ type }) => type);

describe('a question to another department', () => {
  test('is sent once and its answer booked', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      expect(office.connector.requests).toEqual([]);
      expect(await office.service.tick()).toBe(1);
      expect(office.connector.requests).toEqual([
        { key: expect.stringMatching(/^[0-9a-f]{32}$/), payload: { income: 50_000 } },
      ]);
      expect((await types(office, id)).slice(2)).toEqual(['check.ask', 'check.pass', 'notice.done']);
      expect((await office.state(id)).answers.check).toEqual({ vehicles: 0 });
    }));

  test('that is answered too slowly is asked again under the same key', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      office.connector.delay(600);
      setTimeout(() => office.connector.delay(0), 250);
      await untilAnswered(office);
      const keys = office.connector.requests.map(({ key }) => key);
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
      expect(await types(office, id)).toContain('check.pass');
    }));

  test.each(['down', 'rubbish', 'redirect'] as const)(
    'to a system that is %s goes to a person after the last try',
    (mode) =>
      inOffice(async (office) => {
        const id = await asked(office);
        office.connector.set(mode);
        await untilAnswered(office);
        // Once and two retries; a redirect is not followed.
        expect(office.connector.requests).toHaveLength(3);
        expect((await types(office, id)).slice(2)).toEqual(['check.ask', 'check.unknown']);
        expect(await office.service.inbox(clerk, { limit: 10 })).toMatchObject({
          value: { items: [{ case: id, step: 'manual', may: true }] },
        });
      }),
  );

  test('to a system without a configured address goes to a person at once', () =>
    inOffice(
      async (office) => {
        const id = await asked(office);
        await office.service.tick();
        expect((await types(office, id)).at(-1)).toBe('check.unknown');
        expect(office.connector.requests).toEqual([]);
      },
      { connectors: {} },
    ));

  test('is not sent by a second worker while the first one waits', () =>
    inOffice(async (office) => {
      const store = await office.openStore();
      const other = await office.start(store);
      await asked(office);
      office.connector.delay(100);
      const sent = await Promise.all([office.service.tick(), other.tick(), office.service.tick()]);
      expect(sent.reduce((sum, n) => sum + n)).toBe(1);
      expect(office.connector.requests).toHaveLength(1);
      await store.close();
    }));

  test('whose case is withdrawn meanwhile is dropped with its answer', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      office.connector.delay(150);
      const sending = office.service.tick();
      await office.act(applicant, id, 'withdraw');
      await sending;
      expect(await office.store.outboxOpen()).toBe(0);
      expect((await types(office, id)).at(-1)).toBe('withdraw');
      expect(office.errors).toEqual([]);
    }));

  test('that a case has asked anew since, of other data, is answered by the new answer alone', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      office.connector.set('echo');
      office.connector.delay(250);
      const sending = office.service.tick();
      await office.act(applicant, id, 'withdraw');
      await office.act(officer, id, 'reopen', { to: 'accept' }, '撤回系误操作');
      await office.act(clerk, id, 'accept.return', undefined, '收入有误');
      await office.act(applicant, id, 'revise.submit', { ...application, income: 70_000 });
      await office.act(clerk, id, 'accept.accept');
      await sending;
      await untilAnswered(office);
      expect(office.connector.requests.map(({ payload }) => payload)).toEqual([
        { income: 50_000 },
        { income: 70_000 },
      ]);
      expect((await office.state(id)).answers.check).toEqual({ income: 70_000 });
      expect(office.errors).toEqual([]);
    }));

  test('is not waited for when the service stops, and is asked again afterwards', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      office.connector.delay(250);
      const running = office.service.run();
      for (let n = 0; n < 40 && office.connector.requests.length === 0; n++) await pause(10);
      const before = Date.now();
      await running.stop();
      expect(Date.now() - before).toBeLessThan(200);
      expect(await office.store.outboxOpen()).toBe(1);
      office.connector.delay(0);
      await untilAnswered(office);
      expect(await types(office, id)).toContain('check.pass');
    }));

  test('that was asked before a restart is sent after it', () =>
    inOffice(async (office) => {
      const id = await asked(office);
      await office.restart(60_000);
      await office.service.tick();
      expect(await types(office, id)).toContain('check.pass');
    }));
});
