/**
 * Bundles the form for pages without a build step of their own:
 *
 * - `aid-form.js`, an ES module or a plain script: registers `<aid-form>` and sets `window.AidForm` with `registerWidget`
 *   and `html`. `aid-form.classic.js` is the same under an older name
 * - `aid-more.js`: what few forms need (steps and review, drafts), loaded from beside it when a form does
 * - `aid-rare.js`: widgets that few forms have (files, signatures, divisions, cards), likewise
 * - `aid-many.js`: for forms of unusual size, likewise: thousands of rows, patterns that repeat more than one thing
 * - `aid-divisions.js`: the national divisions, where the page has no list of its own
 * - `aid-take-over.js`: what takes over a form that a server drew, for pages that have one
 * - `aid-form.css`: its looks until then
 * - `aid-form.server.js`: `renderForm()` for a server that draws forms which these scripts take over
 * - `aid-field.js`: `<aid-field>`, one widget alone, beside it
 * - `aid-en.js`: the form's own words in English, which it loads for `lang="en"`
 * - `aid-feel.js`: FEEL, which it loads when a layout has an expression that is more than a comparison
 *
 * `node src/build.ts` writes them to `dist/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { firstLooks } from './build/first-looks.ts';
import {
  divisionsBeside,
  englishBeside,
  feelBeside,
  fewProblems,
  loadedBeside,
  plainStyles,
  SharedModules,
} from './build/plugins.ts';
import { tighten } from './build/tighten.ts';

const here = dirname(fileURLToPath(import.meta.url));
/** This module runs from the sources as well as from what was compiled of them. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const source = (name: string) => join(here, `${name}${extension}`);

const common: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  target: ['chrome105', 'firefox121', 'safari16.4'],
  legalComments: 'none',
  logLevel: 'silent',
};

/** Behind these a break may be the space between two words. */
const inline = /<\/(?:a|b|button|code|em|i|output|span|strong)$/;

/**
 * In minified code only templates still have lines of their own. Neither HTML nor CSS needs their indents, and breaks
 * between tags would be nodes of the page, as many as all others together.
 */
const withoutIndents = (code: string): string =>
  code
    .replace(/\n\s+/g, '\n')
    .replace(/\n(?=\/?>|<\/)/g, '')
    .replace(/([^>]*)>\n(?=<|\$\{)/g, (whole, before: string) =>
      inline.test(before) ? whole : `${before}>`,
    );

async function bundle(options: BuildOptions): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({ ...common, ...options, metafile: true });
  const [output] = Object.values(metafile?.outputs ?? {});
  // Of many modules that were read nothing is left: another script has nothing to take from them.
  const left = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return { text: withoutIndents(outputFiles?.[0]?.text ?? ''), inputs: left.map(([path]) => path) };
}

/**
 * A module that exports nothing is a script with a scope of its own. Where a form is there already the script does
 * nothing at all: the first on a page stays in charge.
 */
const asScript: BuildOptions = {
  banner: { js: '"use strict";(()=>{if(customElements.get("aid-form"))return;' },
  footer: { js: '})();' },
};

/** Loaded by the script from beside itself: which module it is, and what it is called there. */
interface Beside {
  source: string;
  file: string;
}

/** One form of the script, and what it loads from beside itself: that takes what both use from the script. */
async function withBesides(
  options: BuildOptions,
  besides: readonly Beside[],
): Promise<{ main: string; besides: string[] }> {
  const plugins = [plainStyles, feelBeside, englishBeside, divisionsBeside];
  const alone = await bundle({
    ...options,
    plugins: [...plugins, ...besides.map(({ source: name, file }) => loadedBeside(name, file))],
  });
  const parts = besides.map((one) => ({ ...one, shared: new SharedModules(alone.inputs) }));
  const texts: string[] = [];
  for (const { source: name, shared } of parts) {
    const part = await bundle({
      entryPoints: [source(name)],
      format: 'cjs',
      plugins: [plainStyles, divisionsBeside, shared.leftOut],
      banner: { js: 'export default(require)=>{var module={};' },
      footer: { js: 'return module.exports}' },
    });
    texts.push(await tighten(part.text));
  }
  const main = await bundle({
    ...options,
    plugins: [
      ...plugins,
      ...parts.map(({ source: name, file, shared }) => loadedBeside(name, file, shared.used)),
    ],
  });
  return { main: await tighten(main.text), besides: texts };
}

const besides: readonly Beside[] = [
  { source: 'more', file: 'aid-more.js' },
  { source: 'rare', file: 'aid-rare.js' },
  { source: 'many', file: 'aid-many.js' },
  { source: 'take-over', file: 'aid-take-over.js' },
];

/** What a server needs to draw the same: only the very same templates can be taken over. */
const serverBundle = () =>
  bundle({
    entryPoints: [source('server')],
    format: 'esm',
    platform: 'node',
    target: 'node22',
    plugins: [plainStyles],
  });

/** The files by name, as text. Nothing is written. */
export async function buildForms(): Promise<Record<string, string>> {
  const [form, field, english, feel, divisions, server, looks] = await Promise.all([
    withBesides({ entryPoints: [source('script')], format: 'esm', ...asScript }, besides),
    bundle({ entryPoints: [source('field-script')], format: 'iife' }),
    bundle({ entryPoints: [source('texts/en')], format: 'esm' }),
    bundle({ entryPoints: [source('model/feel')], format: 'esm', plugins: [fewProblems] }),
    bundle({ entryPoints: [source('divisions/national')], format: 'esm', charset: 'utf8' }),
    serverBundle(),
    firstLooks(),
  ]);
  return {
    'aid-form.js': form.main,
    'aid-form.classic.js': form.main,
    ...Object.fromEntries(besides.map(({ file }, index) => [file, form.besides[index] ?? ''])),
    'aid-field.js': field.text,
    'aid-en.js': english.text,
    'aid-feel.js': feel.text,
    'aid-divisions.js': divisions.text,
    'aid-form.server.js': server.text,
    'aid-form.css': looks,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(here, '..', 'dist');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await buildForms())) await writeFile(join(folder, name), text);
}
