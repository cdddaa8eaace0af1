import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-import-'));
const at = (name: string) => join(scratch, name);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function aidflow(...args: string[]): Promise<{ code: number; lines: string[]; err: string }> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    tone: (_, text) => text,
  };
  const code = await run(args, terminal);
  return { code, lines: lines.out, err: lines.err.join('\n') };
}

describe('import', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await aidflow('export', dibao, '--to', 'bpmn', '-o', at('dibao.bpmn'));
    await aidflow('export', dibao, '--to', 'dmn', '--rule', 'verification', '-o', at('verification.dmn'));
  });

  it('makes a folder of a process that validates, and tells what it could not carry', async () => {
    const { code, lines } = await aidflow('import', at('dibao.bpmn'), '--out', at('draft'));
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatch(/programme\.yaml: \d+ not carried over, 0 errors$/);
    expect(lines.join('\n')).toMatch(
      /interchange\/not-carried: "低保认定" \(assess\) is a step of kind check/,
    );
    expect((await aidflow('validate', at('draft'))).code).toBe(0);
  });

  it('makes rules of a decision table', async () => {
    const { code, lines } = await aidflow('import', at('verification.dmn'), '--out', at('rules'));
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/"parameters" \(data\.parameters\) comes from outside/);
    expect(readFileSync(at('rules/rules.yaml'), 'utf8')).toContain('reason: deposits-over');
  });

  it('writes nothing over what is there', async () => {
    await aidflow('import', at('dibao.bpmn'), '--out', at('twice'));
    writeFileSync(at('twice/programme.yaml'), 'mine');
    const { code, err } = await aidflow('import', at('dibao.bpmn'), '--out', at('twice'));
    expect(code).toBe(1);
    expect(err).toContain('interchange/exists');
    expect(readFileSync(at('twice/programme.yaml'), 'utf8')).toBe('mine');
  });

  it('answers with 1 when the draft has errors, and writes it all the same', async () => {
    const model = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
    const flows = [
      ['s', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ].map(([from, to]) => `<sequenceFlow id="f${from}" sourceRef="${from}" targetRef="${to}" />`);
    const nodes = '<startEvent id="s" /><userTask id="a" /><userTask id="b" />';
    writeFileSync(
      at('round.bpmn'),
      `<definitions ${model}><process id="p">${nodes}${flows.join('')}</process></definitions>`,
    );
    const { code, lines } = await aidflow('import', at('round.bpmn'), '--out', at('round'));
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('definition/no-way-out');
    expect(existsSync(at('round/programme.yaml'))).toBe(true);
  });

  it.each([
    [['import'], 2, 'exactly one file'],
    [['import', 'x.bpmn'], 2, '--out says where'],
    [['import', at('nothing.bpmn'), '--out', at('x')], 2, 'cli/no-file'],
    [['import', fileURLToPath(import.meta.url), '--out', at('x')], 1, 'interchange/unreadable'],
  ])('%j is refused', async (args, expected, words) => {
    const { code, err } = await aidflow(...args);
    expect(code).toBe(expected);
    expect(err).toContain(words);
    expect(existsSync(at('x'))).toBe(false);
  });
});
