import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generatedFiles } from './files.ts';

const folder = new URL('../generated/', import.meta.url);

it('what is generated is what the schemas say (npm run generate)', async () => {
  const files = await generatedFiles();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) {
    expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name} is stale`).toBe(true);
  }
});

it.each(readdirSync(new URL('../../schemas/', import.meta.url)))(
  '%s describes everything it allows',
  (name) => {
    const schema = JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'));
    const bare: string[] = [];
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (key === 'properties') {
          for (const [property, inner] of Object.entries<Record<string, unknown>>(part)) {
            if (inner.description === undefined && inner.$ref === undefined)
              bare.push(`${place}/${property}`);
            visit(inner, `${place}/${property}`);
          }
        } else visit(part, `${place}/${key}`);
      }
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  },
);
