import type { Browser, CDPSession, Page } from 'playwright-core';

/** What Chromium counted in a page; durations in milliseconds of processor time of the page's main thread. */
export interface Counters {
  task: number;
  script: number;
  style: number;
  layout: number;
  nodes: number;
  listeners: number;
  heap: number;
}

/** A page of its own context, so that nothing is cached, whose work is counted by the processor and not by the clock. */
export class Tab {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly #devtools: CDPSession;

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(browser: Browser, blank: string): Promise<Tab> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(blank);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Tab(page, devtools);
  }

  async counters(): Promise<Counters> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return {
      task: of('TaskDuration') * 1000,
      script: of('ScriptDuration') * 1000,
      style: of('RecalcStyleDuration') * 1000,
      layout: of('LayoutDuration') * 1000,
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      heap: of('JSHeapUsedSize'),
    };
  }

  /** What `work` took. */
  async cost(work: () => Promise<unknown>): Promise<Counters> {
    const before = await this.counters();
    await work();
    const after = await this.counters();
    const names = Object.keys(before) as (keyof Counters)[];
    return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as unknown as Counters;
  }

  /** Goes to a page and waits until the contestant's form is on the screen. */
  async show(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'commit' });
    await this.page.waitForFunction('window.bench?.paintedAt !== undefined', undefined, {
      polling: 100,
      timeout: 60_000,
    });
  }

  async collectGarbage(): Promise<void> {
    await this.#devtools.send('HeapProfiler.collectGarbage');
  }

  /** Until the browser has shown what was done. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>((done) => bench.afterPaint(() => done())));
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
