import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pages } from './pages.ts';

/** How a page is asked for: filled in, inside a form of the host's, under a strict policy. */
export interface Wish {
  filled?: boolean;
  host?: boolean;
  strict?: boolean;
  /** It counts what it draws. */
  counted?: boolean;
}

export interface Served {
  address(contestant: string, form: string, wish?: Wish): string;
  /** The blank page of the same site. */
  blank: string;
  /** Paths of files that were asked for since this was last called, the measurement's own left out. */
  asked(): string[];
  close(): void;
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

/** Nothing unsafe; `trusted-types *` lets every library make a policy of its own. */
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types *";

/** Serves the pages on this machine only. */
export async function serve(pages: Pages): Promise<Served> {
  let asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const text = pages.get(pathname);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (pathname.includes('/', 1)) asked.push(pathname);
    const type = types[pathname.split('.').at(-1) ?? ''] ?? 'text/html';
    response.writeHead(200, {
      'Content-Type': `${type}; charset=utf-8`,
      'Cache-Control': 'no-store',
      // A page on its own is told the time to a few microseconds.
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      ...(searchParams.has('strict') && { 'Content-Security-Policy': policy }),
    });
    response.end(type === 'text/html' ? withWishes(text, pathname, searchParams, pages) : text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: (contestant, form, wish = {}) =>
      `${base}/${contestant}/${form}/?${Object.entries(wish)
        .filter(([, on]) => on)
        .map(([name]) => name)
        .join('&')}`,
    blank: `${base}/blank`,
    asked() {
      const before = [...new Set(asked)];
      asked = [];
      return before;
    },
    close: () => server.close(),
  };
}

function withWishes(text: string, pathname: string, wishes: URLSearchParams, pages: Pages): string {
  const value = wishes.has('filled') ? pages.get(`/${pathname.split('/')[2]}.json`) : undefined;
  const data =
    value === undefined ? '' : `<script type="application/json" id="bench-value">${value}</script>`;
  const bench = text.replace('<!--bench-->', `${data}<script src="/bench.js"></script>`);
  if (!wishes.has('host')) return bench;
  // What is a form itself is the host's form.
  if (bench.includes('<form ')) return bench.replace('<form ', '<form id="host" ');
  return bench.replace('<!--host-->', '<form id="host">').replace('<!--/host-->', '</form>');
}
