import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForms } from '@aidflow/forms/build';
import { FileStore } from '@tus/file-store';
import { Server as Uploads } from '@tus/server';
import { pages } from './page.ts';
import { starsScript } from './stars.ts';

const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
};

const siteFile = (name: string) => readFile(new URL(`../site/${name}`, import.meta.url), 'utf8');

/** A server of tus uploads as others wrote it: only what its last answer says is ours. */
async function uploads(): Promise<Uploads> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-widgets-'));
  return new Uploads({
    path: '/files',
    relativeLocation: true,
    datastore: new FileStore({ directory: folder }),
    async onUploadFinish(_request, upload) {
      const bytes = await readFile(join(folder, upload.id));
      const { filename, filetype } = upload.metadata ?? {};
      return {
        status_code: 200,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          sha256: createHash('sha256').update(bytes).digest('hex'),
          name: filename,
          size: bytes.length,
          type: filetype,
        }),
      };
    },
  });
}

/** The pages of the widgets. The server listens nowhere yet. */
export async function createSite(): Promise<Server> {
  const files = new Map([
    ...Object.entries(await buildForms()),
    ...pages(),
    ['site.css', await siteFile('site.css')],
    ['site.js', await siteFile('site.js')],
    ['stars.js', await starsScript()],
  ]);
  const tus = await uploads();
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/files')) return void tus.handle(request, response);
    const name = pathname === '/' ? 'zh/index.html' : pathname.slice(1);
    const text = files.get(name);
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': `${types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8`,
      'Content-Security-Policy': policy,
    });
    response.end(text ?? '404');
  });
}
