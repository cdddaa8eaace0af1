/** Chromium and Firefox through one interface, for what has to hold in both. Every complaint of a page is a fault. */
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

/** Firefox speaks WebDriver BiDi, Chromium the protocol of its own tools. Neither is downloaded. */
export function launchBrowser(name: BrowserName): Promise<Browser> {
  return name === 'firefox'
    ? puppeteer.launch({
        browser: 'firefox',
        executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
        extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', 'app.update.enabled': false },
      })
    : puppeteer.launch({
        browser: 'chrome',
        executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      });
}

export interface Tab {
  page: Page;
  /** What went wrong so far, in words. */
  faults: string[];
  close(): Promise<void>;
}

/** A page whose storage belongs to nobody else. */
export async function openTab(browser: Browser, width = 1280): Promise<Tab> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width, height: 900 });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${String(error)}`));
  page.on('console', (message) => {
    const where = message.location().url ?? '';
    if (message.type() === 'error' && !where.endsWith('favicon.ico'))
      faults.push(`console: ${message.text()} ${where}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return { page, faults, close: () => context.close() };
}

/** The control of a question inside `<aid-form>`, by the words of its label. */
export async function control(page: Page, label: string): Promise<ElementHandle<HTMLInputElement>> {
  const handle = await page.waitForFunction(
    (words) => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      const labels = [...(root?.querySelectorAll('label') ?? [])];
      const found = labels.find((one) => one.textContent.trim().startsWith(words));
      return found?.control ?? null;
    },
    {},
    label,
  );
  return handle.asElement() as ElementHandle<HTMLInputElement>;
}
