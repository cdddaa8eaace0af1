/** Several servers on one database: what one decides the others know, and nothing is done twice. */
import { describe, expect, test } from 'vitest';
import { DAY, inOffice, people } from './fixtures/office.ts';

const { clerk, secondClerk } = people;

describe('a second server', () => {
  test('sees at once what the first decided', () =>
    inOffice(async (office) => {
      const store = await office.openStore();
      const other = await office.start(store);
      const { id } = await office.apply();
      await office.act(clerk, id, 'accept.accept');
      const seen = await other.caseView(clerk, id);
      expect(seen).toMatchObject({
        ok: true,
        value: { state: { version: (await office.state(id)).version } },
      });
      await store.close();
    }));

  test('decides what it is asked while the first decides on the same case, on what the first left', () =>
    inOffice(async (office) => {
      const store = await office.openStore();
      const other = await office.start(store);
      const { id } = await office.apply();
      for (let round = 1; round <= 10; round++) {
        const answers = await Promise.all([
          office.service.command(clerk, id, { do: 'complain', reasons: `one ${round}` }),
          other.command(secondClerk, id, { do: 'complain', reasons: `other ${round}` }),
        ]);
        expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
        expect((await office.state(id)).complaints).toBe(2 * round);
      }
      await store.close();
    }));

  test('fires no timer that the first has fired', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      const store = await office.openStore();
      const [one, other] = [
        await office.start(await office.openStore(), {}, 30 * DAY),
        await office.start(store, {}, 30 * DAY),
      ];
      await Promise.all([one.tick(), other.tick()]);
      const elapsed = (await office.store.events(id)).filter(({ type }) => type.endsWith('.elapsed'));
      expect(elapsed).toHaveLength(1);
      await store.close();
    }));
});
