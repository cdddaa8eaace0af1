import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { afterAll, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const recruitment = fileURLToPath(programmeFolders.recruitment ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-export-'));
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

describe('export', { timeout: 60_000 }, () => {
  it.each([
    ['scxml', /^<\?xml.*<scxml xmlns="http:\/\/www\.w3\.org\/2005\/07\/scxml"/s],
    ['bpmn', /^<\?xml.*<bpmn:userTask id="accept" name="受理审查"/s],
    ['mermaid', /^flowchart TD\n {2}s_apply/],
  ])('writes %s', async (format, expected) => {
    const { code, out, err } = await aidflow('export', dibao, '--to', format);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(expected);
  });

  it('writes a machine that has what may be done at any time only when asked', async () => {
    const plain = JSON.parse((await aidflow('export', dibao, '--to', 'xstate')).out);
    expect(plain).toMatchObject({ id: 'dibao', initial: 'apply' });
    expect(plain.on).toBeUndefined();
    const whole = JSON.parse((await aidflow('export', dibao, '--to', 'xstate', '--operations')).out);
    expect(whole.on).toHaveProperty('withdraw');
  });

  it('writes one rule to a file, and says which there are', async () => {
    const file = join(scratch, 'eligibility.dmn');
    const { code } = await aidflow('export', dibao, '--to', 'dmn', '--rule', 'eligibility', '-o', file);
    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<dmn:decision id="eligibility"');
    const { code: misread, err } = await aidflow('export', dibao, '--to', 'dmn');
    expect(misread).toBe(2);
    expect(err).toMatch(/--rule is one of .*eligibility/);
  });

  it.each([
    [['export', dibao], 2, '--to is one of xstate, scxml, bpmn, dmn, mermaid'],
    [['export', dibao, '--to', 'visio'], 2, '--to is one of'],
    [['export', '--to', 'bpmn'], 2, 'exactly one folder'],
    [['export', dibao, '--to', 'dmn', '--rule', 'nope'], 2, '--rule is one of '],
    [['export', dibao, '--to', 'xstate', '--procedure', 'nope'], 2, 'nothing for --procedure'],
    [
      ['export', recruitment, '--to', 'xstate', '--procedure', 'nope'],
      2,
      '--procedure is one of candidates,',
    ],
  ])('%j is refused', async (args, expected, words) => {
    const { code, out, err } = await aidflow(...args);
    expect([code, out]).toEqual([expected, '']);
    expect(err).toContain(words);
  });
});
