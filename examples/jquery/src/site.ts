import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createSite, json, received } from '@aidflow/example-site';
import { buildForms } from '@aidflow/forms/build';

const siteFile = (name: string) => readFile(new URL(`../site/${name}`, import.meta.url), 'utf8');

/** A street that the office does not serve. The site knows; the schema does not. */
const elsewhere = '滨河路';

/** Takes a report as the page's own form sends it. */
async function reports(request: Request): Promise<Response | undefined> {
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/reports') return undefined;
  const entries = await received(request);
  const street = entries.find(([name]) => name === 'report.street')?.[1] ?? '';
  if (street.includes(elsewhere)) {
    return json({ problems: [{ detail: `${elsewhere}归邻县管，请向邻县反映。`, pointer: '/street' }] }, 422);
  }
  return json({ entries }, 201);
}

/** The old page with its own library, and the scripts of the forms beside it. It listens nowhere yet. */
export async function createJquerySite(): Promise<Server> {
  const jquery = await readFile(fileURLToPath(import.meta.resolve('jquery/dist/jquery.min.js')), 'utf8');
  const names = ['index.html', 'site.css', 'site.js', 'report.json'];
  const pages = await Promise.all(names.map(async (name) => [name, await siteFile(name)] as const));
  return createSite(
    new Map([...Object.entries(await buildForms()), ...pages, ['jquery.js', jquery]]),
    reports,
  );
}
