import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { problems } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { problemPage, problemTable } from './problem-table.ts';

it('docs/problems.md says what the catalogue says (npm run generate)', () => {
  expect(readFileSync(problemPage, 'utf8')).toBe(problemTable());
});

it('every code is provoked by a test or a scenario', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const files = [
    'packages/**/*.test.ts',
    'packages/**/conformance/**/*.ts',
    'packages/**/scenarios/*.yaml',
    'test/**/*.ts',
    'examples/**/*.test.ts',
  ];
  const texts = globSync(files, { cwd: root, exclude: (path) => /node_modules|dist|test\/docs/.test(path) })
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
  const untested = Object.keys(problems).filter((code) => !texts.includes(code));
  expect(untested).toEqual([]);
});
