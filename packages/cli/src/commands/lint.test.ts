import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidflow-lint-'));
  cpSync(dibao, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes a text of a file of the copy; gives the file as it was. */
function mistake(file: string, from: string, to: string): string {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return text;
}

async function aidflow(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    tone: (tone, text) => `<${tone}>${text}</${tone}>`,
  };
  const code = await run(args, terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

const delegable = ['delegable: { level: township', 'delegable: { level: county'] as const;

describe('lint', { timeout: 60_000 }, () => {
  it('finds nothing in what is right', async () => {
    expect(await aidflow('lint', folder)).toEqual({
      code: 0,
      out: '<good>1 programme, 0 errors, 0 warnings</good>',
      err: '',
    });
  });

  it('tells place, message, example and fix, and answers with 1 for an error', async () => {
    mistake('programme.yaml', ...delegable);
    const { code, out } = await aidflow('lint', folder);
    expect(code).toBe(1);
    const [head, hint, example, fix, , summary] = out.split('\n');
    expect(head).toMatch(
      /^<strong>.*programme\.yaml:\d+<\/strong> <quiet>\/steps\/\d+\/delegable\/level<\/quiet> <bad>lint\/delegable-level<\/bad>: "confirm" belongs to level county/,
    );
    expect(hint).toContain('Name a level below county.');
    expect(example).toMatch(/example:<\/quiet> apply\.submit -> accept\.accept -> .* -> confirm$/);
    expect(fix).toContain('fix:</good> Delegate to level township');
    expect(summary).toBe('<bad>1 programme, 1 error, 0 warnings</bad>');
  });

  it('shows inputs, and answers with 0 for warnings alone', async () => {
    mistake(
      'rules.yaml',
      'if: { alone: "false", withinMargin: "false" }',
      'if: { alone: "true", withinMargin: "false" }',
    );
    const { code, out } = await aidflow('lint', folder);
    expect(code).toBe(0);
    expect(out).toMatch(/<warn>lint\/rule-gap<\/warn>/);
    expect(out).toMatch(/example:<\/quiet> .*alone = false.*; .*line = \d+/);
  });

  it('speaks Chinese when asked to', async () => {
    mistake('programme.yaml', ...delegable);
    const { out } = await aidflow('lint', folder, '--lang', 'zh');
    expect(out).toContain('“confirm”属于 county 级');
    expect(out).toContain('委托给 township 级');
    expect((await aidflow('lint', folder, '--lang', 'fr')).code).toBe(2);
  });

  it('repairs what it can and tells what is left', async () => {
    const text = mistake('programme.yaml', ...delegable);
    mistake(
      'programme.yaml',
      'to: county-visit\n        reasons: required',
      'to: county-vist\n        reasons: required',
    );
    mistake(
      'programme.yaml',
      'propose-deny:\n        title: 拟不予确认',
      'propose-deny:\n        title: 拟予确认，进行公示',
    );
    const { code, out } = await aidflow('lint', folder, '--fix');
    expect(code).toBe(0);
    // What cannot be read hides the rest: the delegation shows once the target is right.
    expect(out).toMatch(
      /✓.*definition\/unknown-target: Write "county-visit"\n.*✓.*lint\/delegable-level: Delegate to level township/,
    );
    expect(out).toContain('lint/same-title');
    expect(out).toContain('1 programme, 0 errors, 1 warning, 2 fixed');
    const left = text.replace(
      'propose-deny:\n        title: 拟不予确认',
      'propose-deny:\n        title: 拟予确认，进行公示',
    );
    expect(readFileSync(join(folder, 'programme.yaml'), 'utf8')).toBe(left);
  });

  it('answers programs in JSON', async () => {
    mistake('programme.yaml', ...delegable);
    const { code, out } = await aidflow('lint', folder, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      programmes: [folder],
      findings: [
        {
          code: 'lint/delegable-level',
          severity: 'error',
          at: { file: join(folder, 'programme.yaml') },
          message: { zh: { title: '权限只能向下委托' }, en: {} },
          example: { kind: 'path' },
          fix: { edits: [{ file: 'programme.yaml', value: 'township' }] },
        },
      ],
      fixed: [],
    });
  });

  it('asks for a folder', async () => {
    const { code, err } = await aidflow('lint');
    expect(code).toBe(2);
    expect(err).toContain('aidflow lint DIR...');
  });
});
