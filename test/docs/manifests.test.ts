import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ManifestPackage, manifestFile, manifestOf } from './manifests.ts';

interface Declaration {
  tagName: string;
  attributes?: { name: string }[];
  events?: { name: string; type: { text: string } }[];
  members?: { name: string; description?: string }[];
  cssParts?: { name: string }[];
  cssProperties?: { name: string }[];
}

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

describe.each(['forms', 'elements'] as ManifestPackage[])('the manifest of %s', (name) => {
  const text = readFileSync(manifestFile(name), 'utf8');
  const declarations: Declaration[] = JSON.parse(text).modules.flatMap(
    (module: { declarations: Declaration[] }) => module.declarations,
  );

  it('says what the sources say (npm run generate)', () => {
    expect(text === manifestOf(name), `${manifestFile(name)} is stale`).toBe(true);
  });

  it('has every element that TypeScript knows by its tag', () => {
    const map = read(`packages/${name}/src/${name === 'forms' ? 'register' : 'define'}.ts`);
    const known = [...map.matchAll(/^ {4}'(aid-[\w-]+)':/gm)].map(([, tag]) => tag);
    expect(declarations.map(({ tagName }) => tagName)).toEqual(expect.arrayContaining(known));
    expect(known.length).toBeGreaterThan(0);
  });

  it('gives every event the type of its detail', () => {
    const events = declarations.flatMap((one) => one.events ?? []);
    expect(events.length).toBeGreaterThan(0);
    const inner = ['aid-acted', 'aid-reload', 'aid-cancel'];
    for (const event of events)
      if (!inner.includes(event.name)) expect(event.type.text).toMatch(/^CustomEvent<.+>$/);
  });
});

it('names the attributes, parts and properties of aid-form that the README names', () => {
  const readme = read('packages/forms/README.md');
  const form = JSON.parse(read('packages/forms/custom-elements.json'))
    .modules.flatMap((module: { declarations: Declaration[] }) => module.declarations)
    .find((one: Declaration) => one.tagName === 'aid-form') as Declaration;
  const [, properties = ''] =
    /## Properties and attributes([\s\S]*?)The attribute that names/.exec(readme) ?? [];
  const rows = properties.split('\n').flatMap((line) => line.split('|')[2]?.match(/`([\w-]+)`/g) ?? []);
  const attributes = rows.map((one) => one.replaceAll('`', ''));
  expect(form.attributes?.map(({ name }) => name)).toEqual(expect.arrayContaining(attributes));
  const [, parts = ''] = /and parts: ([\s\S]*?)\. A form without/.exec(readme) ?? [];
  expect(form.cssParts?.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...parts.matchAll(/`([\w-]+)`/g)].map(([, part]) => part)),
  );
  expect(form.cssProperties?.map(({ name }) => name)).toContain('--aid-accent');
});
