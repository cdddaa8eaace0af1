import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Server from '@aidflow/forms/server';
import type { FormSite } from './form-site.ts';

/** What draws forms on a server, of the same build as the scripts of the site: only that can be taken over. */
export async function serverOf(site: FormSite): Promise<typeof Server> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-drawn-'));
  const file = join(folder, 'aid-form.server.mjs');
  await writeFile(file, site.files.get('aid-form.server.js') ?? '');
  const module = (await import(pathToFileURL(file).href)) as typeof Server;
  await rm(folder, { recursive: true });
  return module;
}
