/** A browser whose every complaint is a fault: page errors, console errors, violations of the content policy. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Answers that are a part of the tale, and that the browser reports on its console. */
const expectedAnswers = /the server responded with a status of (401|403|404|409|422)/;

export interface Window {
  page: Page;
  /** What went wrong so far, in words. */
  faults: string[];
  close(): Promise<void>;
}

/** A window of its own: cookies, storage and drafts belong to nobody else. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const faults: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(
        `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !expectedAnswers.test(text)) faults.push(`console: ${text}`);
  });
  return { page, faults, close: () => context.close() };
}
