import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Plugin, transform } from 'esbuild';

const beside = (name: string, filter: RegExp, file: string): Plugin => ({
  name,
  setup(builder) {
    builder.onResolve({ filter }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${file}`, external: true } : undefined,
    );
  },
});

/** FEEL stays a file of its own: most forms never need it. */
export const feelBeside: Plugin = beside('feel-beside', /\/feel\.[jt]s$/, 'aid-feel.js');

/** English stays a file of its own: most forms speak Chinese. */
export const englishBeside: Plugin = beside('english-beside', /\/en\.[jt]s$/, 'aid-en.js');

/** The national divisions stay a file of their own: most hosts have a list. */
export const divisionsBeside: Plugin = beside(
  'divisions-beside',
  /\/divisions\/national\.[jt]s$/,
  'aid-divisions.js',
);

/**
 * A form shows what an expression gives and never why it could not be read: of the words for problems it needs none,
 * but for the one table that the evaluation itself looks into.
 */
export const fewProblems: Plugin = {
  name: 'few-problems',
  setup(builder) {
    builder.onLoad(
      { filter: /definition[/\\](src|dist)[/\\]problems[/\\][\w-]+\.[jt]s$/ },
      async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (text.includes("'definition/feel'")) return undefined;
        const tables = [...text.matchAll(/^export const (\w+)/gm)].map(
          ([, name]) => `export const ${name} = {};`,
        );
        return { contents: tables.join('\n'), loader: 'js' };
      },
    );
  },
};

/** The CSS in templates of modules of styles, without what only people need. */
export const plainStyles: Plugin = {
  name: 'plain-styles',
  setup(builder) {
    builder.onLoad({ filter: /[/\\]styles([/\\]\w+)?\.[jt]s$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      let contents = '';
      let done = 0;
      for (const match of text.matchAll(/css`([^`]*)`/g)) {
        const { code } = await transform(match[1] ?? '', {
          loader: 'css',
          minify: true,
          target: 'chrome123',
        });
        contents += `${text.slice(done, match.index)}css\`${code.trim().replaceAll('\\', '\\\\')}\``;
        done = match.index + match[0].length;
      }
      return { contents: contents + text.slice(done), loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/** A module that two scripts use and only the first has: what a script imports it by, and where it is. */
export interface SharedModule {
  key: string;
  path: string;
  /** What is taken of it; undefined for everything. */
  names: Set<string> | undefined;
}

const imports = /\b(?:import|export)\s*(?!type\b)(\{[^}]*\}|\*[^'"]*)\s*from\s*['"]([^'"]+)['"]/g;

/** What a module takes from another: names, or undefined where it takes the whole. */
function namesTaken(text: string, from: string): string[] | undefined {
  const names: string[] = [];
  for (const [, clause = '', path] of text.matchAll(imports)) {
    if (path !== from) continue;
    if (clause.startsWith('*')) return undefined;
    const parts = clause
      .replace(/[{}]/g, '')
      .split(',')
      .map((part) => part.trim());
    names.push(...parts.filter((part) => part !== '' && !part.startsWith('type ')));
  }
  return names.map((name) => name.split(/\s+as\s+/)[0] ?? name);
}

/** Small helpers that every script may have for itself: to hand all of them over would cost the first script more. */
const withoutState = /[/\\]lit-html[/\\](directive|directive-helpers)\.js$/;

/** The modules of a script, left out of another one that is handed them when it is loaded. */
export class SharedModules {
  readonly used: SharedModule[] = [];
  readonly #there: ReadonlySet<string>;

  constructor(inputs: readonly string[]) {
    this.#there = new Set(inputs.map((path) => resolve(path)));
  }

  readonly leftOut: Plugin = {
    name: 'left-out',
    setup: (builder) => {
      builder.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === 'asked') return undefined;
        const found = await builder.resolve(path, { kind, importer, resolveDir, pluginData: 'asked' });
        if (!this.#there.has(found.path) || withoutState.test(found.path)) return undefined;
        let shared = this.used.find((one) => one.path === found.path);
        if (shared === undefined) {
          shared = { key: `m${this.used.length}`, path: found.path, names: new Set() };
          this.used.push(shared);
        }
        const names = namesTaken(await readFile(importer, 'utf8'), path);
        if (names === undefined) shared.names = undefined;
        for (const name of names ?? []) shared.names?.add(name);
        return { path: shared.key, external: true };
      });
    },
  };
}

/** A module that `import-NAME` imports is loaded from beside the script, and handed the modules that both use. */
export const loadedBeside = (name: string, file: string, shared: readonly SharedModule[] = []): Plugin => {
  const prefix = name.replaceAll('-', '_');
  const key = (one: SharedModule) => `${prefix}_${one.key}`;
  const taken = (one: SharedModule) =>
    [...(one.names ?? [])].map((inner) => [inner, `${key(one)}_${inner}`] as const);
  const imported = (one: SharedModule) =>
    one.names === undefined
      ? `* as ${key(one)}`
      : `{ ${taken(one)
          .map(([inner, as]) => `${inner} as ${as}`)
          .join(', ')} }`;
  const handed = (one: SharedModule) =>
    one.names === undefined
      ? key(one)
      : `{ ${taken(one)
          .map(([inner, as]) => `${inner}: ${as}`)
          .join(', ')} }`;
  const exported = `import${name.replace(/(?:^|-)([a-z])/g, (_, char: string) => char.toUpperCase())}`;
  return {
    name: `${name}-beside`,
    setup(builder) {
      builder.onResolve({ filter: new RegExp(`^\\./${file.replaceAll('.', '\\.')}$`) }, ({ path }) => ({
        path,
        external: true,
      }));
      builder.onLoad({ filter: new RegExp(`[/\\\\]import-${name}\\.[jt]s$`) }, ({ path }) => ({
        contents: [
          ...shared.map((one) => `import ${imported(one)} from ${JSON.stringify(one.path)};`),
          // Made when it is asked for: by then every module has run.
          `const shared = () => ({ ${shared.map((one) => `${one.key}: ${handed(one)}`).join(', ')} });`,
          `export const ${exported} = () => import('./${file}').then((all) => all.default(((known) => (key) => known[key])(shared())));`,
        ].join('\n'),
        resolveDir: dirname(path),
      }));
    },
  };
};
