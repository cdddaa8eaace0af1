/**
 * The custom elements manifests of the packages, for editors and documentation. Run as a script, it writes them.
 * What is said stands in the sources; attributes come from the classes as they run, parts from the templates.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AidForm } from '@aidflow/forms';
import { tokenSheet } from '@aidflow/forms/tokens';

/** The analyzer, as far as it is used: of these doors it has no types. */
interface Analyzer {
  create(options: { modules: object[]; plugins: object[]; context: { dev: boolean } }): unknown;
  ts: {
    createSourceFile(path: string, text: string, target: number, parents: boolean): object;
    ScriptTarget: { Latest: number };
  };
}

const analyzer = '@custom-elements-manifest/analyzer';
const { create, ts } = (await import(analyzer)) as Analyzer;
const { litPlugin } = (await import(`${analyzer}/src/features/framework-plugins/lit/lit.js`)) as {
  litPlugin(): object[];
};

interface Member {
  kind: string;
  name: string;
  privacy?: string;
  static?: boolean;
  description?: string;
  type?: { text: string };
  attribute?: string;
  reflects?: boolean;
  inheritedFrom?: unknown;
}

interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  members?: Member[];
  attributes?: { name: string; fieldName?: string; description?: string; type?: { text: string } }[];
  events?: { name?: string; type?: { text: string }; description?: string }[];
  cssParts?: { name: string }[];
  cssProperties?: { name: string }[];
}

interface Manifest {
  schemaVersion: string;
  modules: { kind: string; path: string; declarations?: Declaration[]; exports?: unknown[] }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where each package registers its elements: pairs of a tag and a class stand there. */
const registrations = { forms: ['register.ts', 'field.ts'], elements: ['define.ts'] } as const;

export type ManifestPackage = keyof typeof registrations;

export const manifestFile = (name: ManifestPackage): string => `${root}packages/${name}/custom-elements.json`;

/** What the browser or Lit calls, and nobody else. */
const called = /Callback$|^(render|willUpdate|update|updated|firstUpdated|scheduleUpdate|createRenderRoot)$/;

function tagsOf(name: ManifestPackage, read: (path: string) => string): Map<string, string> {
  const code = registrations[name].map((file) => read(`src/${file}`)).join('\n');
  const pairs = [...code.matchAll(/'(aid-[\w-]+)'(?:, |: )(Aid\w+)(?=[,);\n])/g)];
  return new Map(pairs.map(([, tag = '', element = '']) => [element, tag]));
}

/** Fields that Lit keeps to itself, by the way the classes here say so. */
const states = (code: string) =>
  new Set([...code.matchAll(/^ +(\w+): \{ state: true/gm)].map(([, field]) => field));

/** The types of events, from the map that a package has of them. */
function eventTypes(code: string): Map<string, string> {
  return new Map(
    [...code.matchAll(/'(aid-[\w-]+)': (CustomEvent<.*>);/g)].map(([, event = '', type = '']) => [
      event,
      type,
    ]),
  );
}

/** What is there for everybody: no private members, nothing that only browsers or Lit call, nothing half known. */
function publish(declaration: Declaration, code: string, types: ReadonlyMap<string, string>): void {
  const hidden = states(code);
  declaration.members = (declaration.members ?? []).filter(
    (one) =>
      (one.privacy ?? 'public') === 'public' &&
      one.static !== true &&
      !called.test(one.name) &&
      !hidden.has(one.name) &&
      // The analyzer takes assignments to other things for fields, too.
      (one.kind === 'method' || new RegExp(`\\b(get|set|declare|readonly) ${one.name}\\b`).test(code)),
  );
  declaration.attributes = (declaration.attributes ?? []).filter(
    ({ fieldName }) => fieldName === undefined || !hidden.has(fieldName),
  );
  declaration.events = (declaration.events ?? [])
    .filter(({ name }) => name !== undefined)
    .map((event) => ({ ...event, type: { text: types.get(event.name ?? '') ?? 'CustomEvent' } }));
}

/** The attributes of a class as it runs, at its fields and in a list of their own. */
function addAttributes(declaration: Declaration, element: typeof AidForm): void {
  declaration.attributes = [];
  // Reading this settles the properties.
  void element.observedAttributes;
  for (const [name, options] of element.elementProperties) {
    const member = declaration.members?.find((one) => one.name === name);
    if (member === undefined || options.attribute === false) continue;
    const attribute = typeof options.attribute === 'string' ? options.attribute : String(name).toLowerCase();
    member.attribute = attribute;
    if (options.reflect === true) member.reflects = true;
    const { description, type } = member;
    declaration.attributes.push({
      name: attribute,
      fieldName: member.name,
      ...(description !== undefined && { description }),
      ...(type !== undefined && { type }),
    });
  }
}

/** The parts that templates name. */
function partsOf(folder: string): { name: string }[] {
  const files = globSync('src/**/*.ts', { cwd: folder }).filter((path) => !path.includes('.test.'));
  const code = files.map((path) => readFileSync(`${folder}/${path}`, 'utf8')).join('\n');
  const names = [...code.matchAll(/\bpart="([a-z -]+)"/g)].flatMap(([, part = '']) => part.split(' '));
  return [...new Set(names)].sort().map((name) => ({ name }));
}

/** The manifest of a package as it should read. */
export function manifestOf(name: ManifestPackage): string {
  const folder = `${root}packages/${name}`;
  const read = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');
  const tags = tagsOf(name, read);
  const paths = globSync('src/**/*.ts', { cwd: folder })
    .filter((path) => !/\.test\.|fixtures/.test(path))
    .sort();
  const sources = paths.filter((path) => /class Aid\w+ extends/.test(read(path)));
  const manifest = create({
    modules: sources.map((path) => ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)),
    plugins: litPlugin(),
    context: { dev: false },
  }) as unknown as Manifest;
  const types = eventTypes(read('src/events.ts'));
  for (const module of manifest.modules) {
    const source = module.path;
    module.path = module.path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
    module.declarations = (module.declarations ?? []).filter((one) => tags.has(one.name));
    module.exports = module.declarations.flatMap((one) => {
      const declaration = { name: one.name, module: module.path };
      return [
        { kind: 'js', name: one.name, declaration },
        { kind: 'custom-element-definition', name: tags.get(one.name), declaration },
      ];
    });
    for (const declaration of module.declarations) {
      declaration.tagName = tags.get(declaration.name) ?? '';
      publish(declaration, read(source), types);
      if (declaration.name !== 'AidForm') continue;
      addAttributes(declaration, AidForm);
      declaration.cssParts = partsOf(folder);
      declaration.cssProperties = [...new Set(tokenSheet.match(/--aid-[\w-]+(?=:)/g))].map((one) => ({
        name: one,
      }));
    }
  }
  manifest.modules = manifest.modules.filter((module) => (module.declarations ?? []).length > 0);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(registrations) as ManifestPackage[])
    writeFileSync(manifestFile(name), manifestOf(name));
}
