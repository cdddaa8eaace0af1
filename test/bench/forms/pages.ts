import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { validatorModule } from '@aidflow/definition/node';
import { buildForms } from '@aidflow/forms/build';
import { build, type Plugin } from 'esbuild';
import type { Contestant } from './contestants.ts';
import { type Form, household, stress } from './form.ts';
import { plainForm } from './plain-page.ts';
import { blankValue, rightValue, schemaOf } from './schema.ts';

export const forms: readonly Form[] = [household, stress];

/** Files by their path on the server. */
export type Pages = Map<string, string>;

/** How a layout of `<aid-form>` shows the application: a section for each group. */
const layoutOf = (form: Form) =>
  form === household
    ? {
        sections: form.groups.map(({ name, title, parts, items }) => ({
          id: name,
          title,
          fields: items === undefined ? parts.map((part) => `/${name}/${part.name}`) : [`/${name}`],
        })),
      }
    : null;

/** What the scripts of contestants import: the form in several words, and what is compiled of its schema. */
const formModules = (form: Form): Plugin => ({
  name: 'form-modules',
  setup(builder) {
    builder.onResolve({ filter: /^bench:/ }, ({ path }) => ({ path, namespace: 'bench' }));
    builder.onLoad({ filter: /^bench:form$/, namespace: 'bench' }, () => ({
      contents: Object.entries({
        form,
        schema: schemaOf(form),
        layout: layoutOf(form),
        blank: blankValue(form),
      })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
      loader: 'js',
    }));
    builder.onLoad({ filter: /^bench:validate$/, namespace: 'bench' }, async () => ({
      contents: await validatorModule({ validate: schemaOf(form) }, { minify: true }),
      loader: 'js',
    }));
    // The form checks an application by itself, as most do; a large form is given what was compiled of its schema.
    builder.onLoad({ filter: /^bench:validators$/, namespace: 'bench' }, () => ({
      contents:
        form === household
          ? 'export const validators = null;'
          : "export { validate as validators } from 'bench:validate';",
      loader: 'js',
    }));
    builder.onLoad({ filter: /^bench:rjsf$/, namespace: 'bench' }, async () => {
      const { precompiled } = await import('./peers/rjsf-validator.js' as string);
      return {
        contents: await precompiled(schemaOf(form)),
        loader: 'js',
        resolveDir: fileURLToPath(new URL('peers', import.meta.url)),
      };
    });
    builder.onResolve({ filter: /^\.\/aid-form\.js$/ }, () => ({ path: './aid-form.js', external: true }));
  },
});

async function script(contestant: Contestant, form: Form): Promise<string> {
  const result = await build({
    entryPoints: [contestant.script],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    jsx: 'automatic',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    // The Lit of the limit is the very one that the form is built with.
    nodePaths: [fileURLToPath(new URL('../../../packages/forms/node_modules', import.meta.url))],
    plugins: [formModules(form)],
  });
  return result.outputFiles[0]?.text ?? '';
}

async function sheet(paths: readonly string[]): Promise<string> {
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const result = await build({
    stdin: { contents: texts.join('\n'), loader: 'css' },
    minify: true,
    write: false,
    bundle: true,
    external: ['*'],
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}

const page = (contestant: Contestant, form: Form) => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${form.title}</title>
${(contestant.styles ?? []).length > 0 ? '<link rel="stylesheet" href="app.css">' : ''}
</head><body><main><h1>${form.title}</h1><!--host--><div id="place">${contestant.key === 'plain' ? plainForm(form) : ''}</div><!--/host--></main>
<!--bench--><script type="module" src="app.js"></script></body></html>`;

/** Everything that a contestant's pages of these forms consist of. */
export async function pagesOf(contestant: Contestant, drawn: readonly Form[] = forms): Promise<Pages> {
  const pages: Pages = new Map();
  const css = await sheet(contestant.styles ?? []);
  const own = contestant.key === 'aid' ? Object.entries(await buildForms()) : [];
  for (const form of drawn) {
    const folder = `/${contestant.key}/${form.name}/`;
    pages.set(folder, page(contestant, form));
    pages.set(`${folder}app.js`, await script(contestant, form));
    if (css !== '') pages.set(`${folder}app.css`, css);
    for (const [name, text] of own) pages.set(`${folder}${name}`, text);
  }
  return pages;
}

/** What belongs to the measurement and is nobody's weight. */
export async function benchPages(): Promise<Pages> {
  const pages: Pages = new Map();
  pages.set('/bench.js', await readFile(new URL('page/bench.js', import.meta.url), 'utf8'));
  pages.set('/axe.js', await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  pages.set('/blank', '<!doctype html><title>blank</title>');
  for (const form of forms) pages.set(`/${form.name}.json`, JSON.stringify(rightValue(form)));
  return pages;
}
