import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../index.ts';
import type { Terminal } from '../terminal.ts';

const county = fileURLToPath(new URL('../../../simulator/counties/coats.yaml', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-load-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function load(words: readonly string[], more: Partial<Terminal> = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(['load', ...words], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    tone: (_, text) => text,
    ...more,
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

describe('a county', { timeout: 60_000 }, () => {
  it('is told in sentences, with a report beside them and how far it is on the way', async () => {
    const { status, out, err } = await load([
      county,
      '--replications',
      '1',
      '--out',
      join(scratch, 'report'),
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/^As it is: half of the applicants/m);
    expect(err).toMatch(/^50% \d\/4$/m);
    expect(err).toMatch(/^100% 4\/4$/m);
    expect(err).toContain(join(scratch, 'report', 'report.zh.html'));
    expect(readdirSync(join(scratch, 'report'))).toContain('measures.csv');
  });

  it('speaks Chinese, and shows a bar to whoever watches', async () => {
    const bars: string[] = [];
    const { out, err } = await load([county, '--replications', '1', '--lang', 'zh', '--workers', '1'], {
      over: (line) => bars.push(line),
    });
    expect(out).toMatch(/^现状：从申请到决定，半数在[\d.]+天内/m);
    expect(err).toBe('');
    expect(bars.at(-2)).toBe(`${'█'.repeat(30)} 100% 4/4`);
    expect(bars.at(-1)).toBe('');
  });

  it('is another with another seed', async () => {
    const { out } = await load([county, '--replications', '1', '--json', '--seed', 'another']);
    const other = JSON.parse(out);
    const before = JSON.parse(readFileSync(join(scratch, 'report', 'report.json'), 'utf8'));
    expect([before.seed, other.seed]).toEqual(['coats', 'another']);
    expect(other.variants[0].weeks).not.toEqual(before.variants[0].weeks);
  });

  it('with a mistake is refused with its line before anything runs', async () => {
    const file = join(scratch, 'wrong.yaml');
    const text = readFileSync(county, 'utf8').replaceAll(
      /folder: (\S+)/g,
      (_, path: string) => `folder: ${resolve(dirname(county), path)}`,
    );
    writeFileSync(file, text.replace('role: clerk', 'role: clrek'));
    const line = text.slice(0, text.indexOf('role: clerk')).split('\n').length;
    const { status, out, err } = await load([file]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(`${file}:${line} /officers/clerks/role county/unknown-name: `);
    expect(err).toContain('Did you mean "clerk"?');
    expect(err).not.toContain('%');
    expect((await load([file, '--lang', 'zh'])).err).toContain('是否应为“clerk”');
  });

  it.each([
    ['no county', []],
    ['two counties', [county, county]],
    ['no whole number of replications', [county, '--replications', '1.5']],
    ['no thread', [county, '--workers', '0']],
    ['a language without words', [county, '--lang', 'de']],
  ])('%s cannot be meant', async (_, words) => {
    const { status, err } = await load(words);
    expect(status).toBe(2);
    expect(err).toContain('cli/usage');
  });
});
