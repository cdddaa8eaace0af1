import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/aidflow.mjs', import.meta.url));

it('a reader who has seen enough is no error', async () => {
  const folder = fileURLToPath(programmeFolders.dibao ?? '');
  const child = spawn(process.execPath, [bin, 'expand', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  child.stdout.destroy();
  const [status] = await once(child, 'close');
  expect(complaint).toBe('');
  expect(status).toBe(0);
});
