/** The command that the README of an example names starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const named = globSync('examples/*/README.md', { cwd: root }).flatMap((path) =>
  [...readFileSync(`${root}${path}`, 'utf8').matchAll(/^npm run example ([\w-]+)$/gm)].map(
    ([, name = '']) => name,
  ),
);

let child: ChildProcess | undefined;

afterEach(async () => {
  if (child === undefined || child.exitCode !== null) return;
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  child = undefined;
});

it('every host has a command, and every command a host', () => {
  expect(named).toEqual(expect.arrayContaining(['jquery', 'plain-html', 'react', 'vue']));
  for (const name of named) expect(existsSync(`${root}examples/${name}/src/main.ts`), name).toBe(true);
});

// What each of them serves is tested by itself: one stands for the way that all of them start.
it('the command starts it', async () => {
  child = spawn(process.execPath, ['.dev/run.mjs', 'example', 'react'], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child?.stdout?.on('data', hear);
    child?.stderr?.on('data', hear);
    child?.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${said}`)));
  });
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
  expect(await response.text()).toContain('id="app"');
});
