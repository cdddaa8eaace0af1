import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const village = fileURLToPath(programmeFolders['village-rules'] ?? '');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidflow-explore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function aidflow(...args: string[]) {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    tone: (_, text) => text,
  };
  const code = await run(['explore', ...args], terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

describe('explore', { timeout: 120_000 }, () => {
  it('tells what it reached and where it stopped, and gives the same answer again', async () => {
    const first = await aidflow(village, '--max', '15', '--json');
    const again = await aidflow(village, '--max', '15', '--json');
    expect(again.out).toBe(first.out);
    expect(JSON.parse(first.out)).toMatchObject({
      programme: 'village-rules',
      ended: 'configurations',
      configurations: 15,
      coverage: { steps: { reached: { draft: expect.any(Number), posting: expect.any(Number) } } },
    });
  });

  it('writes a scenario for each finding, in words of the language asked for', async () => {
    const { out } = await aidflow(village, '--max', '15', '--lang', 'zh', '--out', folder);
    expect(out).toContain('环节');
    expect(out).toContain('15 种情形');
    const scenarios = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    expect(scenarios).toHaveLength(Number(/发现 (\d+) 处/.exec(out)?.[1]));
  });

  it.each([
    ['zh', '未走到', '各环节'],
    ['en', 'not reached', 'Step by step'],
  ])(
    'writes a page in %s that needs no script, and whose policy allows its own style only',
    async (lang, ...said) => {
      const file = join(folder, 'page.html');
      await aidflow(village, '--max', '15', '--lang', lang, '--html', file);
      const page = readFileSync(file, 'utf8');
      for (const text of said) expect(page).toContain(text);
      expect(page).toMatch(/class="node (reached|partly)" data-step="draft"/);
      expect(page).not.toMatch(/<script|style=|https?:/);
      const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
      expect(page).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
      expect(page.match(/<details>/g)?.length ?? 0).toBe(Number(/: (\d+)<\/h2>/.exec(page)?.[1]));
    },
  );

  it('goes on from where it stopped as if it had not', async () => {
    const whole = await aidflow(village, '--max', '15', '--json');
    await aidflow(village, '--max', '6', '--out', folder);
    const { out } = await aidflow(village, '--max', '9', '--json', '--continue', join(folder, 'walk.json'));
    expect(JSON.parse(out)).toEqual(JSON.parse(whole.out));
  });

  it('refuses the walk of another definition, and a seed that is not its own', async () => {
    await aidflow(village, '--max', '2', '--out', folder);
    const walk = join(folder, 'walk.json');
    const other = await aidflow(fileURLToPath(programmeFolders.dibao ?? ''), '--continue', walk);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('cli/other-walk') });
    const seeded = await aidflow(village, '--seed', 'another', '--continue', walk);
    expect(seeded).toMatchObject({ code: 2, err: expect.stringContaining('cli/usage') });
  });

  it.each([
    ['is no JSON', () => 'walk'],
    ['holds something else', () => '[null]'],
    ['holds nothing', () => 'null'],
    ['was cut off', (text: string) => text.slice(0, -20)],
    ['was changed', (text: string) => text.replace('"followed":2', '"followed":1')],
  ])('refuses to go on from a file that %s', async (_, broken) => {
    await aidflow(village, '--max', '2', '--out', folder);
    const walk = join(folder, 'walk.json');
    writeFileSync(walk, broken(readFileSync(walk, 'utf8')));
    const { code, err } = await aidflow(village, '--continue', walk);
    expect(code).toBe(2);
    expect(err).toContain('cli/not-a-walk');
  });

  it.each([
    ['no programme', [], 'cli/usage'],
    ['two programmes', ['a', 'b'], 'cli/usage'],
    ['a programme that is not there', ['nowhere/at-all'], 'cli/no-file'],
    ['a bound that is no number', [village, '--max', 'many'], 'cli/usage'],
    ['an option that does not exist', [village, '--deep'], 'cli/usage'],
    ['a language without words', [village, '--lang', 'fr'], 'cli/usage'],
  ])('refuses %s', async (_, args, code) => {
    const { code: status, err } = await aidflow(...args);
    expect(status).toBe(2);
    expect(err).toContain(code);
  });
});
