import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programmeFolders } from '@aidflow/programmes';
import { beforeAll, expect, it } from 'vitest';
import { pagesFolder, programmePages } from './programme-pages.ts';

let pages: Record<string, string>;
beforeAll(async () => {
  pages = await programmePages();
}, 120_000);

it('docs/programmes says what the programmes are (npm run generate)', () => {
  const written = Object.fromEntries(
    readdirSync(pagesFolder).map((name) => [name, readFileSync(join(pagesFolder, name), 'utf8')]),
  );
  expect(written).toEqual(pages);
});

it('has a row for every programme, each with at least six scenarios and nothing found wrong', () => {
  const rows = [
    ...(pages['README.md'] ?? '').matchAll(/^\| \[.*\]\((.*)\.md\) \| .* \| (\d+) \| .* \| (\d+) \|$/gm),
  ];
  expect(rows.map(([, id]) => id)).toEqual(Object.keys(programmeFolders));
  for (const [, id, scenarios, found] of rows) {
    expect(Number(scenarios), id).toBeGreaterThanOrEqual(6);
    expect(Number(found), id).toBe(0);
  }
});
