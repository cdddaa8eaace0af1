/**
 * Bundles the form for pages without a build step of their own:
 *
 * - `aid-form.js`: an ES module that registers `<aid-form>`
 * - `aid-form.classic.js`: the same as a plain script; it also sets `window.AidForm` with `registerWidget` and `html`
 * - `aid-feel.js`: FEEL, which either of them loads from beside itself when a layout has an expression
 *
 * `node src/build.ts` writes them to `dist/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
/** This module runs from the sources as well as from what was compiled of them. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const source = (name: string) => join(here, `${name}${extension}`);

const feelFile = 'aid-feel.js';

/** FEEL stays a file of its own: most forms never need it. */
const feelBeside: Plugin = {
  name: 'feel-beside',
  setup(builder) {
    builder.onResolve({ filter: /\/feel\.[jt]s$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${feelFile}`, external: true } : undefined,
    );
  },
};

const common: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target: ['chrome105', 'firefox121', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'silent',
};

/** In minified code only templates still have lines of their own; neither HTML nor CSS needs their indents. */
const withoutIndents = (code: string): string => code.replace(/\n\s+/g, '\n');

/** The files by name, as text. Nothing is written. */
export async function buildForms(): Promise<Record<string, string>> {
  const bundle = async (options: BuildOptions): Promise<string> => {
    const { outputFiles } = await build({ ...common, ...options });
    return withoutIndents(outputFiles?.[0]?.text ?? '');
  };
  const [esm, classic, feel] = await Promise.all([
    bundle({ entryPoints: [source('define')], format: 'esm', plugins: [feelBeside] }),
    bundle({
      entryPoints: [source('classic')],
      format: 'iife',
      globalName: 'AidForm',
      plugins: [feelBeside],
    }),
    bundle({ entryPoints: [source('model/feel')], format: 'esm' }),
  ]);
  return { 'aid-form.js': esm, 'aid-form.classic.js': classic, [feelFile]: feel };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(here, '..', 'dist');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await buildForms())) await writeFile(join(folder, name), text);
}
