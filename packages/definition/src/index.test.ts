import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** What a browser would load for some code, and the modules that are in it. */
async function inBrowser(code: string): Promise<{ text: string; modules: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    absWorkingDir: import.meta.dirname,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const modules = inputs.flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  return { text: outputFiles[0]?.text ?? '', modules };
}

it('the public door needs no Node, and makes no code from strings', async () => {
  const { text } = await inBrowser(`export * from './index.ts'`);
  expect(text).not.toMatch(/\bfrom\s*"node:|\brequire\(|\bnew Function\b|\beval\(/);
});

it('who only says problems in words carries the catalogue and nothing else', async () => {
  const { modules } = await inBrowser(`export { localize } from './index.ts'`);
  expect(modules).toContain('problems/lint.ts');
  expect(modules.filter((file) => !/^problems(\/|\.ts$)/.test(file))).toEqual([]);
});
