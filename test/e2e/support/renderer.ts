import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { renderForm } from '@aidflow/forms/server';
import type { FormSite } from './form-site.ts';

/** What draws forms on a server, of the same build as the scripts of the site: only that can be taken over. */
export async function rendererOf(site: FormSite): Promise<typeof renderForm> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-drawn-'));
  const file = join(folder, 'aid-form.server.mjs');
  await writeFile(file, site.files.get('aid-form.server.js') ?? '');
  const module = (await import(pathToFileURL(file).href)) as { renderForm: typeof renderForm };
  await rm(folder, { recursive: true });
  return module.renderForm;
}
