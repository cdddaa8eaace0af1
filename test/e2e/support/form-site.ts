/** A site as strict as can be, with the scripts of the forms as they ship and whatever pages a test gives it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildForms } from '@aidflow/forms/build';

/** Nothing inline, nothing from elsewhere, nothing evaluated; Lit's own policy is the only one that makes HTML. */
export const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
};

export interface FormSite {
  url: string;
  /** Names and texts of what is served, the scripts among them; may be added to. */
  files: Map<string, string>;
  /** What the pages may do. */
  policy: string;
  /** What was posted, in the order of arrival. */
  posted: URLSearchParams[];
  close(): void;
}

export async function startFormSite(pages: Readonly<Record<string, string>>): Promise<FormSite> {
  const files = new Map([...Object.entries(await buildForms()), ...Object.entries(pages)]);
  const posted: URLSearchParams[] = [];
  const site: FormSite = { url: '', files, policy, posted, close: () => server.close() };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.slice(1);
    const send = (status: number, text: string) => {
      const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/html; charset=utf-8';
      response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': site.policy });
      response.end(text);
    };
    if (request.method === 'POST') {
      let body = '';
      for await (const chunk of request) body += chunk;
      posted.push(new URLSearchParams(body));
      return send(200, page('<p id="thanks">Received</p>'));
    }
    const text = files.get(name);
    send(text === undefined ? 404 : 200, text ?? 'nothing here');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  site.url = `http://127.0.0.1:${port}`;
  return site;
}

/** A page in English around `body`. */
export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title>${head}<body>${body}</body></html>`;
