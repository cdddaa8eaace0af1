/**
 * Takes a picture of every page of the portal at two widths, light, dark and in large type.
 * `node test/e2e/screenshots.ts [FOLDER]`; the pictures go into a folder of the system's temporary files.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch, openWindow } from './support/browser.ts';
import { enterAs } from './support/person.ts';
import { startPortal } from './support/portal.ts';

const [folder = join(tmpdir(), 'aidflow-screenshots'), only = ''] = process.argv.slice(2);

interface Shot {
  name: string;
  person?: string;
  path?: string;
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

const firstCase = async (page: Page) => {
  await page.locator('aid-inbox button.open, main a[href^="/cases/"]').first().click();
  await page.waitForURL(/\/cases\/./);
};

const shots: readonly Shot[] = [
  { name: 'start' },
  {
    name: 'start-programme',
    before: (page) => page.locator('details.programme summary').nth(5).click(),
  },
  { name: 'notices', path: '/notices' },
  { name: 'apply', person: 'resident-9002', path: '/apply/dibao/apply' },
  {
    name: 'apply-wrong',
    person: 'resident-9002',
    path: '/apply/dibao/apply',
    before: (page) => page.locator('aid-form button.submit').click(),
  },
  { name: 'my', person: 'resident-9001', path: '/my' },
  { name: 'my-empty', person: 'resident-9002', path: '/my' },
  { name: 'my-case', person: 'resident-9003', path: '/my', before: firstCase },
  { name: 'inbox-clerk', person: 'clerk-620821100', path: '/inbox' },
  { name: 'inbox-officer', person: 'officer-a', path: '/inbox' },
  { name: 'case-clerk', person: 'clerk-620821100', path: '/inbox', before: firstCase },
  { name: 'case-reviewer', person: 'reviewer-620821101', path: '/inbox', before: firstCase },
  { name: 'case-officer', person: 'officer-a', path: '/inbox', before: firstCase },
  { name: 'cases', person: 'auditor', path: '/cases' },
  { name: 'case-audit', person: 'auditor', path: '/cases?status=ended', before: firstCase },
  { name: 'not-yours', person: 'auditor', path: '/apply' },
  { name: 'begin', person: 'resident-9002', path: '/apply' },
  { name: 'begin-office', person: 'clerk-620821100', path: '/apply' },
  { name: 'begin-form', person: 'clerk-620821100', path: '/apply/temporary-relief/urgent-help' },
];

const looks = [
  { name: 'light', cookies: { theme: 'light' } },
  { name: 'dark', cookies: { theme: 'dark' } },
  { name: 'elder', cookies: { theme: 'light', mode: 'elder' } },
] as const;

const portal = await startPortal({ cases: 120 });
const browser = await launch();
await mkdir(folder, { recursive: true });
for (const width of [1280, 360]) {
  for (const look of looks) {
    const { page, faults, close } = await openWindow(browser, { viewport: { width, height: 800 } });
    const cookies = Object.entries(look.cookies).map(([name, value]) => ({ name, value, url: portal.url }));
    await page.context().addCookies(cookies);
    for (const shot of shots) {
      const name = `${shot.name}-${width}-${look.name}`;
      if (!name.includes(only)) continue;
      if (shot.person !== undefined) await enterAs(page, portal.url, shot.person);
      await page.goto(portal.url + (shot.path ?? '/'));
      // Lists keep a stream open, so that the network is never idle.
      await page.waitForTimeout(700);
      await shot.before?.(page);
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    }
    for (const fault of faults) process.stdout.write(`${width} ${look.name}: ${fault}\n`);
    await close();
  }
}
await browser.close();
await portal.stop();
process.stdout.write(`${folder}\n`);
