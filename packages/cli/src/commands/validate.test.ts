/** Errors of a programme in the words of whoever has to mend it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const scratch = mkdtempSync(join(tmpdir(), 'aidflow-validate-'));
const wrong = join(scratch, 'wrong');
beforeAll(() => {
  mkdirSync(wrong);
  const text =
    'aidflow: 1\nprogramme: heating\nversion: "1"\ntitle: 取暖补贴\nlanguage: zh\ntimezone: Asia/Shanghai\n';
  const steps = 'steps: [{ id: approved, title: 已批准, kind: end, outcome: approved }]\n';
  writeFileSync(join(wrong, 'programme.yaml'), `${text}valid-from: 2026-01-01\nstart: aproved\n${steps}`);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function aidflow(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    tone: (_, text) => text,
  };
  const code = await run(args, terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

describe('the language of errors', () => {
  it.each([
    [[], 'Did you mean "approved"?'],
    [['--lang', 'en'], 'Did you mean "approved"?'],
    [['--lang', 'zh'], '是否应为“approved”？'],
  ])('%j', async (lang, hint) => {
    const { code, out } = await aidflow('validate', wrong, ...lang);
    expect([code, out.includes(hint)]).toEqual([1, true]);
  });

  it('is that of the comparison when one of two versions is wrong', async () => {
    const { code, err } = await aidflow('diff', wrong, wrong, '--lang', 'zh');
    expect([code, err.includes('是否应为“approved”？')]).toEqual([1, true]);
  });

  it.each(['validate', 'lint'])('is one that %s has words in', async (command) => {
    const { code, err } = await aidflow(command, wrong, '--lang', 'fr');
    expect(code).toBe(2);
    expect(err).toContain('there are no words in "fr"');
  });
});
