/** The server process: started, killed without warning, started again on the same file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('server.ts', import.meta.url));
/** Milliseconds for a start at most; the machine may be busy. */
const PATIENCE = 30_000;

export class Victim {
  readonly #args: string[];
  #process: ChildProcess | undefined;
  /** Where the server is, or was last. */
  url = '';
  /** What it wrote to standard error, over all its lives. */
  complaints = '';

  constructor(args: string[]) {
    this.#args = args;
  }

  /** Starts it without waiting for it to be ready. */
  spawn(): void {
    const child = spawn(process.execPath, [script, ...this.#args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.on('data', (chunk: Buffer) => {
      this.complaints += chunk.toString();
    });
    this.#process = child;
  }

  /** Waits until it has told its address. */
  async ready(): Promise<void> {
    const output = this.#process?.stdout;
    if (!output) throw new Error('It was not started.');
    const [chunk] = (await once(output, 'data', { signal: AbortSignal.timeout(PATIENCE) })) as [Buffer];
    this.url = chunk.toString().trim();
  }

  /** SIGKILL: nothing is written, flushed or said any more. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
