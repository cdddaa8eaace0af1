/**
 * One case of every programme, carried from its beginning to its end on the pages of the portal by those who are to act
 * in it: what one of the programme's own scenarios tells, told again from the portal's day on, all in one county on one
 * clock.
 */
import { programmeFolders } from '@aidflow/programmes';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openWindow } from './support/browser.ts';
import { type Portal, startPortal } from './support/portal.ts';
import { enter, get, perform, type Tale, tale } from './support/tale.ts';

/** The scenario of each programme whose departments answer as the portal's do. */
const chosen = {
  'annual-inspection': 'report',
  apprenticeship: 'objection',
  'award-review': 'no-such-award',
  canteen: 'veto',
  'care-facility': 'filed-in-time',
  'care-worker-training': 'false-certificate',
  'child-support': 'orphan',
  destitute: 'three-acts-lost',
  'disability-subsidies': 'both-from-month-of-application',
  'fraud-referral': 'own',
  internship: 'base-recognised',
  recruitment: 'too-late-to-replace',
  'startup-grant': 'twelve-months',
  'startup-loan': 'bank-refuses',
  'temporary-relief': 'urgent-first-papers-after',
  'village-rules': 'passed',
  visits: 'parent-not-able',
} as const;

/** Carried through elsewhere: dibao in `cases.test.ts`. */
const elsewhere = ['dibao'];

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ cases: 12 }), launch()]);
});
afterAll(async () => {
  await browser.close();
  expect(await portal.stop()).toBe(0);
});

it('every programme has one', () => {
  expect(
    Object.keys({ ...chosen })
      .concat(elsewhere)
      .sort(),
  ).toEqual(Object.keys(programmeFolders).sort());
});

it('a case of every programme comes to the end that it has in the simulator', async () => {
  const { page, faults, close } = await openWindow(browser, { viewport: { width: 1280, height: 900 } });
  const other = await openWindow(browser);
  const lookup = other.page;
  await lookup.goto(portal.url);
  await enter(lookup, portal.url, 'auditor');

  const register = async (type: string) => {
    const { items } = await get<{ items: { key: string; closed: boolean; division: string }[] }>(
      lookup,
      `/api/records?${new URLSearchParams({ type, limit: '100' })}`,
    );
    // Their own village's first.
    const near = ({ division }: { division: string }) => (division === '620821100201' ? 0 : 1);
    return items.filter(({ closed }) => !closed).sort((a, b) => near(a) - near(b));
  };
  const people = await get<Parameters<typeof tale>[2]>(lookup, '/api/people');
  const tales: Tale[] = [];
  for (const one of Object.entries(chosen)) tales.push(await tale(one, '2026-04-09', people, register));

  const acts = tales
    .flatMap((told) => told.acts.map((act) => ({ told, act, at: Date.parse(act.at) })))
    .sort((a, b) => a.at - b.at);
  const failed: string[] = [];
  const stuck = new Set<Tale>();
  for (const { told, act, at } of acts) {
    if (stuck.has(told)) continue;
    await waitUntil(at);
    await perform(page, lookup, told, act).catch((error: Error) => {
      failed.push(error.message);
      stuck.add(told);
    });
  }
  expect(failed).toEqual([]);
  // Some notices are still up.
  await waitUntil(Math.max(...tales.map(({ until }) => until)));
  for (const { id, programme, outcome } of tales) {
    const { state } = await get<{ state: { decided?: { outcome: string } } }>(lookup, `/api/cases/${id}`);
    expect(outcome, programme).toBeDefined();
    expect(state.decided?.outcome, programme).toBe(outcome);
  }
  expect(faults).toEqual([]);
  await Promise.all([close(), other.close()]);

  async function waitUntil(instant: number): Promise<void> {
    const { now } = await get<{ now: string }>(lookup, '/api/clock');
    if (instant <= Date.parse(now)) return;
    const until = new Date(instant).toISOString();
    const moved = await lookup.request.post(`${portal.url}/api/clock`, {
      data: { until },
      headers: { origin: portal.url },
    });
    expect(moved.ok(), await moved.text()).toBe(true);
  }
}, 600_000);
