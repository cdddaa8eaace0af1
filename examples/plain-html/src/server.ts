import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { buildForms } from '@aidflow/forms/build';
import { programmeFolders } from '@aidflow/programmes';
import { divisionsBelow } from './divisions.ts';

/** Nothing from elsewhere, nothing inline, nothing evaluated: what a form has to live with on a careful site. */
const policy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/** Files and photos may be this large. Bytes. */
const mostBytes = 10 * 1024 * 1024;

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const siteFile = (name: string) => readFile(new URL(`../site/${name}`, import.meta.url), 'utf8');

/** Everything that the site serves as it is, by name. */
async function pages(): Promise<ReadonlyMap<string, string>> {
  const loaded = await loadProgramme(fileURLToPath(programmeFolders.dibao as URL));
  if (!loaded.ok) throw new Error(`The programme has problems: ${JSON.stringify(loaded.problems, null, 2)}`);
  const { validators, ...bundle } = loaded.bundle;
  const jquery = await readFile(fileURLToPath(import.meta.resolve('jquery/dist/jquery.min.js')), 'utf8');
  return new Map([
    ...Object.entries(await buildForms()),
    ['index.html', await siteFile('index.html')],
    ['site.css', await siteFile('site.css')],
    ['site.js', await siteFile('site.js')],
    ['jquery.js', jquery],
    ['dibao.json', JSON.stringify(bundle)],
    ['validators.js', validators],
  ]);
}

async function body(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Error('The body is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The names and values of a submitted form, as the site received them. */
async function submitted(request: IncomingMessage): Promise<[string, string][]> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const data = await new Response(await body(request), { headers }).formData();
  return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
}

async function stored(request: IncomingMessage): Promise<object> {
  const bytes = await body(request);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: decodeURIComponent(String(request.headers['x-file-name'] ?? 'file')),
    size: bytes.length,
    type: request.headers['content-type'] ?? 'application/octet-stream',
  };
}

/** The old site with the application in it. It listens nowhere yet. */
export async function createSite(): Promise<Server> {
  const files = await pages();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const send = (status: number, type: string, text: string) => {
      response.writeHead(status, {
        'Content-Type': types[type],
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(text);
    };
    const file = files.get(name);
    if (request.method === 'POST' && name === 'submit')
      send(200, 'json', JSON.stringify(await submitted(request)));
    else if (request.method === 'POST' && name === 'files')
      send(201, 'json', JSON.stringify(await stored(request)));
    else if (name === 'divisions')
      send(200, 'json', JSON.stringify(divisionsBelow(searchParams.get('parent') ?? '')));
    else if (file !== undefined) send(200, name.slice(name.lastIndexOf('.') + 1), file);
    else send(404, 'html', '404');
  };
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      if (!response.headersSent) response.writeHead(400);
      response.end();
    });
  });
}
