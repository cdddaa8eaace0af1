/** WebKit (WebKitGTK's MiniBrowser) by way of its WebDriver, on a screen that nobody sees. */
import { type ChildProcess, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const ends = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

/** One window. What is run in it is a function of the page, handed over as text. */
export class WebKit {
  readonly #base: string;
  readonly #processes: readonly ChildProcess[];
  #session = '';

  private constructor(port: number, processes: readonly ChildProcess[]) {
    this.#base = `http://127.0.0.1:${port}`;
    this.#processes = processes;
  }

  /** Starts the driver that is named; a free display and a free port are found. */
  static async launch(driver: string): Promise<WebKit> {
    const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const display = await new Promise<string>((resolve) =>
      screen.stdout?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`)),
    );
    const port = await freePort();
    const drawing = {
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      GSK_RENDERER: 'cairo',
    };
    const service = spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, ...drawing, DISPLAY: display },
    });
    const webkit = new WebKit(port, [service, screen]);
    await webkit.#begin();
    return webkit;
  }

  async #begin(): Promise<void> {
    const [binary = ''] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser');
    const options = { binary, args: ['--automation'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    for (let tries = 1; ; tries += 1) {
      try {
        ({ sessionId: this.#session } = await this.#ask<{ sessionId: string }>('POST', '', { capabilities }));
        return;
      } catch (error) {
        // The driver takes a moment to listen.
        if (!(error instanceof TypeError) || tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async #ask<T>(method: string, path: string, body: object = {}): Promise<T> {
    const session = this.#session === '' ? '' : `/${this.#session}`;
    const response = await fetch(`${this.#base}/session${session}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  }

  goto = (url: string): Promise<unknown> => this.#ask('POST', '/url', { url });

  /** Runs it in the page and answers what it gives. */
  run<Args extends unknown[], T>(script: (...args: Args) => T, ...args: Args): Promise<Awaited<T>> {
    const text = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script})(...[...arguments].slice(0, -1))).then(done, (error) => done(String(error)));`;
    return this.#ask('POST', '/execute/async', { script: text, args });
  }

  /** Waits until it gives something that holds. */
  async until<Args extends unknown[]>(script: (...args: Args) => unknown, ...args: Args): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (await this.run(script, ...args)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It did not come about: ${script}`);
  }

  /** Types on the keyboard, wherever the focus is. */
  type(text: string): Promise<unknown> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async close(): Promise<void> {
    await this.#ask('DELETE', '');
    const gone = this.#processes.map(ends);
    for (const child of this.#processes) child.kill();
    await Promise.all(gone);
  }
}
