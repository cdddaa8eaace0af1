/**
 * Dates by hand. 2 March 2026 is a Monday. A notice of 3 days from the 2nd has its last day on the 5th and is over at
 * midnight in Shanghai, 16:00 UTC. Five working days from the 2nd end on Monday the 9th.
 */
import { ProblemError, problem } from '@aidflow/definition';
import { type Calendar, nationalCalendar } from '@aidflow/engine';
import { describe, expect, test } from 'vitest';
import { DAY, inOffice, type Office, people } from './fixtures/office.ts';

const { applicant, clerk } = people;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const timerIds = async (office: Office, id: string) =>
  (await office.store.timersDue('9999', 100, id)).map((timer) => timer.id);

/** A calendar whose last known day is 9 March. */
const untilTheNinth: Calendar = {
  isWorkingDay(date) {
    if (date > '2026-03-09') throw new ProblemError(problem('clock/unknown-year', { year: '2026' }));
    return nationalCalendar().isWorkingDay(date);
  },
};
const NOTICE_OVER = '2026-03-05T16:00:00.000Z';

describe('timers', () => {
  test('do not fire before their time', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      expect(await office.store.nextTimer()).toBe(NOTICE_OVER);
      expect(await office.service.tick()).toBe(0);
      expect((await office.state(id)).value).toBe('objections');
    }));

  test('survive a restart and fire when the clock is past them', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      await office.restart(2 * DAY);
      expect(await office.service.tick()).toBe(0);
      await office.restart(4 * DAY);
      expect(await office.service.tick()).toBe(1);
      expect((await office.state(id)).value).toBe('confirm');
      expect(await office.service.tick()).toBe(0);
    }));

  test('fire by themselves while the service runs', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      await office.restart(3 * DAY + 15 * 3_600_000 - 400);
      const running = office.service.run();
      for (let n = 0; n < 60 && (await office.state(id)).value !== 'confirm'; n++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await running.stop();
      const [last] = (await office.store.events(id)).slice(-1);
      expect(last?.type).toBe('objections.elapsed');
      // Never early; how late depends on the machine, and a minute is far below any limit.
      const late = Date.parse(last?.at ?? '') - Date.parse(NOTICE_OVER);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(60_000);
    }));

  test('that are due come before a command that arrives after them', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      await office.restart(4 * DAY);
      const objection = { do: 'objections.object', data: { text: '情况不实' } };
      const late = await office.service.command(people.neighbour, id, objection);
      expect(late).toMatchObject({ ok: false, problems: [{ code: 'case/unknown' }] });
      expect((await office.state(id)).value).toBe('confirm');
    }));

  test('fire in two servers on one file once', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      await office.restart(4 * DAY);
      const store = await office.openStore();
      const other = await office.start(store, {}, 4 * DAY);
      const fired = await Promise.all([office.service.tick(), other.tick()]);
      expect(fired.reduce((sum, n) => sum + n)).toBe(1);
      const elapsed = (await office.store.events(id)).filter(({ type }) => type === 'objections.elapsed');
      expect(elapsed).toHaveLength(1);
      await store.close();
    }));

  test('of other cases fire though one cannot', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      const other = await office.underNotice();
      const sick = new Proxy(office.store, {
        get: (store, name) =>
          name === 'load'
            ? async (caseId: string) => {
                if (caseId === id) throw new Error('unreadable');
                return store.load(caseId);
              }
            : Reflect.get(store, name),
      });
      const service = await office.start(sick, {}, 4 * DAY);
      expect(await service.tick()).toBe(1);
      expect((await office.state(other.id)).value).toBe('confirm');
      expect(office.errors).toHaveLength(1);
      expect(await service.tick(), 'and it is left alone for a while').toBe(0);
      expect(office.errors).toHaveLength(1);
    }));
});

test('a clock that reaches into a year which becomes known only later gets its timer then', () =>
  inOffice(
    async (office) => {
      const { id } = await office.underNotice();
      // The ten working days of handling end on the 16th, which this calendar does not tell.
      expect(await timerIds(office, id)).toEqual(['step:objections:1']);
      await office.restart(1000);
      const running = office.service.run();
      for (let n = 0; n < 40 && (await timerIds(office, id)).length < 2; n++) await pause(25);
      await running.stop();
      expect(await timerIds(office, id)).toEqual(['step:objections:1', 'clock:handling:2026-03-16']);
      expect((await office.state(id)).version).toBe(5);
    },
    { calendar: untilTheNinth },
  ));

describe('advancing the clock', () => {
  test('fires everything on the way at its own instant', () =>
    inOffice(async (office) => {
      const first = await office.underNotice();
      const second = await office.apply();
      await office.act(clerk, second.id, 'accept.return', undefined, '缺少材料');
      const moved = await office.service.advance({ advance: '10wd' });
      // The notice ends, then the time to revise, then the ten working days of the clock, which end on Monday the 16th.
      expect(moved).toMatchObject({ ok: true, value: { fired: 2 } });
      const at = async (id: string, type: string) =>
        (await office.store.events(id)).find((event) => event.type === type)?.at;
      expect(await at(first.id, 'objections.elapsed')).toBe(NOTICE_OVER);
      expect(await at(second.id, 'revise.elapsed')).toBe('2026-03-09T16:00:00.000Z');
      expect((await office.state(second.id)).decided).toMatchObject({ outcome: 'lapsed' });
      expect(office.service.now().slice(0, 13)).toBe('2026-03-16T01');
      expect(await office.service.advance({ advance: '1d' })).toMatchObject({ value: { fired: 1 } });
      expect(await at(first.id, 'clock.breached')).toBe('2026-03-16T16:00:00.000Z');
    }));

  test('sends on each instant what was asked there', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      await office.act(clerk, id, 'accept.accept');
      await office.service.advance({ advance: '4d' });
      const events = await office.store.events(id);
      expect(events.find(({ type }) => type === 'check.pass')?.at.slice(0, 10)).toBe('2026-03-02');
      expect(events.at(-1)).toMatchObject({ type: 'objections.elapsed', at: NOTICE_OVER });
    }));

  test('is kept over a restart, and time goes on from there', () =>
    inOffice(async (office) => {
      await office.service.advance({ until: '2026-04-01' });
      expect(office.service.now().slice(0, 16)).toBe('2026-04-01T01:00');
      await office.restart(DAY);
      const expected = Date.parse('2026-04-02T01:00:00Z');
      expect(Math.abs(Date.parse(office.service.now()) - expected)).toBeLessThan(10_000);
    }));

  test.each([
    ['http/malformed', { advance: 'soon' }],
    ['http/malformed', { until: 'tomorrow' }],
    ['http/malformed', { until: '2026-02-31T99' }],
    ['clock/backwards', { until: '2026-03-01' }],
    ['clock/too-far', { until: '2030-01-01' }],
    ['clock/unknown-year', { advance: '600wd' }],
  ])('is refused with %s for %o', (code, step) =>
    inOffice(async ({ service }) => {
      expect(await service.advance(step)).toMatchObject({ ok: false, problems: [{ code }] });
    }),
  );

  test('lets an applicant who is in time be in time', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      await office.act(clerk, id, 'accept.return', undefined, '缺少材料');
      await office.service.advance({ until: '2026-03-09T23:59:00+08:00' });
      await office.act(applicant, id, 'revise.submit', { name: '王小明', income: 40_000 });
      expect((await office.state(id)).value).toBe('accept');
    }));
});
