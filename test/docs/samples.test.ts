/**
 * Every sample in the documentation is run. A `ts` block runs as a module and must print what its `// =>` comments say;
 * a `js` block is for a browser or a host and must at least be a module that parses;
 * an `npx aidflow` line of a `sh` block must end with success, and with the status that a `# exit N` comment names.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Beside this package's own modules, so that the samples find what a user's would.
const scratch = join(root, 'test/.samples');
const pages = globSync(
  ['README.md', 'packages/*/README.md', 'packages/*/*/README.md', 'docs/**/*.md', 'examples/*/README.md'],
  {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  },
).sort();

interface Sample {
  page: string;
  line: number;
  language: string;
  text: string;
}

function samples(page: string): Sample[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(ts|js|sh)\n([\s\S]*?)^```$/gm)].map((block) => ({
    page,
    line: text.slice(0, block.index).split('\n').length,
    language: block[1] ?? '',
    text: block[2] ?? '',
  }));
}

const all = pages.flatMap(samples);

function run(args: readonly string[], cwd = root) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('modules', () => {
  const modules = all.filter(({ language }) => language === 'ts');

  it.each(modules)('$page:$line', { timeout: 90_000 }, ({ page, line, text }) => {
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, `${page.replaceAll(/[^a-z]/gi, '-')}-${line}.ts`);
    writeFileSync(file, text);
    const { status, stdout, stderr } = run([file]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const said = [...text.matchAll(/\/\/ => (.*)$/gm)].map((match) => match[1]);
    expect(said.length, 'a sample shows what it prints').toBeGreaterThan(0);
    expect(stdout.trimEnd().split('\n')).toEqual(said);
  });
});

describe('modules for a browser or a host parse', () => {
  it.each(all.filter(({ language }) => language === 'js'))('$page:$line', async ({ text }) => {
    expect((await transform(text, { loader: 'js', format: 'esm' })).warnings).toEqual([]);
  });
});

describe('commands', () => {
  const commands = all
    .filter(({ language }) => language === 'sh')
    .flatMap(({ page, text }) => text.split('\n').map((command) => ({ page, command })))
    .filter(({ command }) => /^npx aidflow (?!serve)/.test(command));

  it.each(commands)('$page: $command', { timeout: 90_000 }, ({ command }) => {
    const [line = '', exit] = command.split(/\s+# exit /);
    const words = line
      .replace(/\s+#.*$/, '')
      .split(/\s+/)
      .slice(2);
    const { status, stdout, stderr } = run([join(root, 'packages/cli/bin/aidflow.mjs'), ...words]);
    expect(`${stdout}${stderr}`).not.toContain('    at ');
    expect(status).toBe(Number(exit ?? 0));
  });
});
