import { build } from 'esbuild';
import { expect, it } from 'vitest';

async function inBrowser(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

it('the public door needs no Node, and makes no code from strings', async () => {
  const code = await inBrowser(`export * from './index.ts'`);
  expect(code).not.toMatch(/\bfrom\s*"node:|\brequire\(|\bnew Function\b|\beval\(/);
});

it('who only says problems in words does not carry the parser', async () => {
  // The catalogue in two languages is about 165 kB, with what may be wrong with counties and with rules of layouts; the
  // validators of the language alone are more than twice that.
  expect((await inBrowser(`export { localize } from './index.ts'`)).length).toBeLessThan(175_000);
});
