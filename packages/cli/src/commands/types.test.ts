/** The types of a programme are held to a compiler: what a form takes compiles, what it refuses does not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { afterAll, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const scratch = mkdtempSync(join(tmpdir(), 'aidflow-types-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));

async function typesOf(programme: string): Promise<string> {
  const file = join(scratch, `${programme}.ts`);
  const terminal: Terminal = {
    out: () => undefined,
    err: (line) => expect.fail(line),
    tone: (_, text) => text,
  };
  const folder = fileURLToPath(programmeFolders[programme] ?? '');
  expect(await run(['types', folder, '--out', file], terminal)).toBe(0);
  return file;
}

/** What the compiler complains about. */
function compile(files: readonly string[]): string {
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--ignoreConfig', '--types', ''];
  return spawnSync(process.execPath, [compiler, ...options, ...files], { encoding: 'utf8' }).stdout;
}

const uses = `
import type { Commands, Forms, Letters } from './dibao.ts';

export const application: Forms['application'] = {
  applicant: { name: 'A', idNumber: '1', mobile: '1' },
  area: 'rural',
  registered: '1',
  address: 'B',
  members: [{ name: 'A', idNumber: '1', relation: 'self', income: { wages: 100 } }],
  housing: 'own',
  bank: { holder: 'A', number: '1' },
  consent: true,
  truth: true,
};
export const sent: Commands['apply.submit'] = application;
export const language: Letters['approval'] = 'zh';

// @ts-expect-error: a form has nothing that its schema does not name.
export const more: Forms['application'] = { ...application, colour: 'red' };
// @ts-expect-error: one of the choices.
export const area: Forms['application']['area'] = 'moon';
// @ts-expect-error: money is a number of fen.
export const wages: NonNullable<Forms['application']['members'][number]['income']> = { wages: '100' };
// @ts-expect-error: there is no such command.
export type None = Commands['apply.fly'];
`;

describe('types', { timeout: 120_000 }, () => {
  it('what a form takes compiles, and what it refuses does not', async () => {
    await typesOf('dibao');
    writeFileSync(join(scratch, 'uses.ts'), uses.replace("'./dibao.ts'", "'./dibao.js'"));
    expect(compile([join(scratch, 'uses.ts')])).toBe('');
  });

  it('of every programme compile, with every form and its title in words', async () => {
    const programmes = Object.keys(programmeFolders);
    const files = [];
    for (const programme of programmes) files.push(await typesOf(programme));
    expect(compile(files)).toBe('');
    expect(readFileSync(join(scratch, 'dibao.ts'), 'utf8')).toContain('* 身份证号码');
  });
});
