/** Starts the county portal as anybody would, with a past of a few cases in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../examples/county-portal/src/main.ts', import.meta.url));

export interface Portal {
  url: string;
  /** Ends it as Ctrl+C does and throws its data away; answers its exit code. */
  stop(): Promise<number | null>;
}

export async function startPortal({ cases }: { cases: number }): Promise<Portal> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-portal-'));
  const child = spawn(process.execPath, [main, '--data', folder, '--cases', String(cases), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await addressOf(child);
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      const code = await exited;
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}:\n${said}`)));
  });
}
