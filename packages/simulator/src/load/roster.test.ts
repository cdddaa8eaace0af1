import { nationalCalendar } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { Days } from './days.ts';
import { KNOWN_HOURS, type Presence, rosterOf } from './roster.ts';

const HOUR = 3_600_000;
// Wednesday 29 April to Monday 11 May 2026: 1 to 5 May are off, Saturday 9 May is worked for them.
const days = new Days('2026-04-29', '2026-05-12', 'Asia/Shanghai', nationalCalendar());
const usual: Presence = { share: 1, leave: 0, away: [] };
const roster = (presence: Partial<Presence> = {}, hours = 'office') =>
  rosterOf(days, KNOWN_HOURS[hours] as never, { ...usual, ...presence }, new Chance('roster'), 1);
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('working time', () => {
  it('is open in sessions of working days only', () => {
    const office = roster();
    expect(
      [
        '2026-04-30T09:00',
        '2026-04-30T12:30',
        '2026-05-01T09:00',
        '2026-05-09T09:00',
        '2026-05-10T09:00',
      ].map((text) => office.isOpen(at(text))),
    ).toEqual([true, false, false, true, false]);
  });

  it('carries work over lunch, nights and days off', () => {
    const office = roster();
    expect(office.finish(at('2026-04-29T11:30'), HOUR)).toBe(at('2026-04-29T14:30'));
    // Two hours on the afternoon of the 30th, three and a half on the next working morning, half of the afternoon.
    expect(office.finish(at('2026-04-30T15:30'), 6 * HOUR)).toBe(at('2026-05-06T14:30'));
    expect(office.finish(at('2026-04-29T08:30'), 3.5 * HOUR)).toBe(at('2026-04-29T12:00'));
  });

  it('opens with the next session', () => {
    expect(roster().opening(at('2026-05-01T09:00'))).toBe(at('2026-05-06T08:30'));
    expect(roster().opening(at('2026-05-06T09:00'))).toBe(at('2026-05-06T09:00'));
    expect(roster().opening(at('2026-05-11T18:00'))).toBe(Number.POSITIVE_INFINITY);
  });

  it('is shorter for those who have other work, are on leave or away', () => {
    const whole = roster().worked(days.end) / HOUR;
    // 29 and 30 April, 6 to 9 and 11 May: seven days of seven hours.
    expect(whole).toBe(49);
    expect(roster({ share: 0.5 }).worked(days.end) / HOUR).toBe(whole / 2);
    expect(roster({ away: [{ from: '2026-05-06', until: '2026-05-08' }] }).worked(days.end) / HOUR).toBe(
      whole - 14,
    );
    // 84 days a year are 3 of these 13 days.
    expect(roster({ leave: 84 }).worked(days.end) / HOUR).toBe(whole - 21);
  });

  it('never ends for those who always work', () => {
    const always = roster({}, 'always');
    expect(always.worked(days.end) / HOUR).toBe(13 * 24);
    expect(always.finish(at('2026-05-01T23:00'), 2 * HOUR)).toBe(at('2026-05-02T01:00'));
  });
});
