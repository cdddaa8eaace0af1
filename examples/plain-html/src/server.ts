import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { createSite as createServer, json, received } from '@aidflow/example-site';
import { buildForms } from '@aidflow/forms/build';
import { programmeFolders } from '@aidflow/programmes';
import { divisionsBelow } from './divisions.ts';

/** Files and photos may be this large. Bytes. */
const mostBytes = 10 * 1024 * 1024;

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

async function stored(request: Request): Promise<object> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > mostBytes) throw new Error('The file is too large.');
    hash.update(part);
  }
  return {
    sha256: hash.digest('hex'),
    name: decodeURIComponent(request.headers.get('x-file-name') ?? 'file'),
    size,
    type: request.headers.get('content-type') ?? 'application/octet-stream',
  };
}

/** What the site answers besides its files: what its form sends, evidence, and the divisions to choose from. */
async function answer(request: Request): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const asked = `${request.method} ${pathname}`;
  if (asked === 'POST /submit') return json(await received(request));
  if (asked === 'POST /files') return json(await stored(request), 201);
  return asked === 'GET /divisions' ? json(divisionsBelow(searchParams.get('parent') ?? '')) : undefined;
}

/** The old site with the application in it. It listens nowhere yet. */
export const createSite = async (): Promise<Server> => createServer(await pages(), answer);
