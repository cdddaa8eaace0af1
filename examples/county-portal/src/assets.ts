/** Scripts and styles, bundled in memory at each start: nothing to build, nothing that can be out of date. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tokenSheet } from '@aidflow/forms/tokens';
import { build } from 'esbuild';
import { markFile } from './pages/mark.ts';

export interface Asset {
  body: string;
  type: string;
  etag: string;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

const asset = (body: string, type: string): Asset => ({
  body,
  type,
  etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`,
});

/** Everything under /assets by name. */
export async function bundleAssets(): Promise<ReadonlyMap<string, Asset>> {
  const pages = ['portal', 'inbox', 'case', 'apply', 'notices'];
  const bundled = await build({
    entryPoints: [
      ...pages.map((name) => join(here, 'browser', `${name}.ts`)),
      join(here, 'styles/portal.css'),
    ],
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  });
  const files = bundled.outputFiles.map(({ path, text }): [string, Asset] => {
    const name = basename(path);
    return [name, asset(text, name.endsWith('.css') ? types.css : types.js)];
  });
  return new Map([
    ...files,
    ['tokens.css', asset(tokenSheet, types.css)],
    ['mark.svg', asset(markFile, 'image/svg+xml')],
  ]);
}
