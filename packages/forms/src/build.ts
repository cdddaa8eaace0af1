/**
 * Bundles the form for pages without a build step of their own:
 *
 * - `aid-form.js`: an ES module that registers `<aid-form>`
 * - `aid-form.classic.js`: the same as a plain script; it also sets `window.AidForm` with `registerWidget` and `html`
 * - `aid-more.js`, `aid-more.classic.js`: what few forms need (files, divisions, steps and review, drafts), which
 *   either of them loads from beside itself when a form does
 * - `aid-field.js`: `<aid-field>`, one widget alone, beside either of them
 * - `aid-en.js`: the form's own words in English, which either of them loads for `lang="en"`
 * - `aid-feel.js`: FEEL, which either of them loads when a layout has an expression that is more than a comparison
 *
 * `node src/build.ts` writes them to `dist/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import {
  englishBeside,
  feelBeside,
  fewProblems,
  moreBeside,
  plainStyles,
  SharedModules,
} from './build/plugins.ts';

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

/** In minified code only templates still have lines of their own; neither HTML nor CSS needs their indents. */
const withoutIndents = (code: string): string => code.replace(/\n\s+/g, '\n');

async function bundle(options: BuildOptions): Promise<{ text: string; inputs: string[] }> {
  const { outputFiles, metafile } = await build({ ...common, ...options, metafile: true });
  return { text: withoutIndents(outputFiles?.[0]?.text ?? ''), inputs: Object.keys(metafile?.inputs ?? {}) };
}

/** One form of the script, and what it loads from beside itself: it takes what both use from the script. */
async function pair(options: BuildOptions, more: string): Promise<{ main: string; more: string }> {
  const alone = await bundle({
    ...options,
    plugins: [plainStyles, feelBeside, englishBeside, moreBeside(more)],
  });
  const shared = new SharedModules(alone.inputs);
  const beside = await bundle({
    entryPoints: [source('more')],
    format: 'cjs',
    plugins: [plainStyles, shared.leftOut],
    banner: { js: 'export default(require)=>{var module={};' },
    footer: { js: 'return module.exports}' },
  });
  const main = await bundle({
    ...options,
    plugins: [plainStyles, feelBeside, englishBeside, moreBeside(more, shared.used)],
  });
  return { main: main.text, more: beside.text };
}

/** The files by name, as text. Nothing is written. */
export async function buildForms(): Promise<Record<string, string>> {
  const [esm, classic, field, english, feel] = await Promise.all([
    pair({ entryPoints: [source('script')], format: 'esm' }, 'aid-more.js'),
    pair({ entryPoints: [source('classic')], format: 'iife', globalName: 'AidForm' }, 'aid-more.classic.js'),
    bundle({ entryPoints: [source('field-script')], format: 'iife' }),
    bundle({ entryPoints: [source('texts/en')], format: 'esm' }),
    bundle({ entryPoints: [source('model/feel')], format: 'esm', plugins: [fewProblems] }),
  ]);
  return {
    'aid-form.js': esm.main,
    'aid-form.classic.js': classic.main,
    'aid-more.js': esm.more,
    'aid-more.classic.js': classic.more,
    'aid-field.js': field.text,
    'aid-en.js': english.text,
    'aid-feel.js': feel.text,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(here, '..', 'dist');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(await buildForms())) await writeFile(join(folder, name), text);
}
