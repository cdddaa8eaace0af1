import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const live = Boolean(process.stdout.isTTY) && !process.env.CI;
const plainEverySeconds = 10;

/** An end that the person at the terminal can act on: told in one line, without a stack. */
export class Stop extends Error {}

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {number} since */
const seconds = (since) => Math.round((Date.now() - since) / 1000);

/**
 * Shows that `work` is under way and for how long: one ticking line on a terminal, now and then a plain line
 * elsewhere. `work` is handed a function that takes news of how far it is.
 *
 * @template T
 * @param {string} label
 * @param {(news: (line: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const began = Date.now();
  let latest = '';
  const line = () => {
    const text = `${label} … ${seconds(began)} s${latest === '' ? '' : `  ${latest}`}`;
    return live ? text.slice(0, Math.max(20, (process.stdout.columns || 80) - 1)) : text;
  };
  if (live) process.stdout.write(line());
  else say(`${label} …`);
  const ticker = setInterval(
    () => (live ? process.stdout.write(`\r\u001b[2K${line()}`) : say(line())),
    live ? 1000 : plainEverySeconds * 1000,
  );
  const close = (/** @type {string} */ end) => {
    clearInterval(ticker);
    if (live) process.stdout.write('\r\u001b[2K');
    say(`${label}: ${end} after ${seconds(began)} s`);
  };
  try {
    const result = await work((news) => {
      latest = news;
    });
    close('done');
    return result;
  } catch (error) {
    close('failed');
    throw error;
  }
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'keep'} [output] `show` leaves the terminal to the child, `keep` collects what it writes
 * @property {(line: string) => void} [onLine] called with each line that a `keep` child writes
 * @property {boolean} [shell]
 */

/**
 * Runs a command in the root of the repository and waits for it. Never throws for an exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, output = 'show', onLine, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let rest = '';
    /** @param {string} chunk */
    const take = (chunk) => {
      text += chunk;
      const lines = (rest + chunk).split(/\r?\n|\r/);
      rest = lines.pop() ?? '';
      for (const line of lines) onLine?.(line);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take);
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    // A terminal sends its interrupt to the child as well, so that this process has only to outlive it.
    const outlive = () => {};
    process.on('SIGINT', outlive);
    process.on('SIGTERM', forward);
    // The shell that npm starts a script in dies of a signal without handing it on: its end is one as well.
    const parent = process.ppid;
    const orphaned = setInterval(() => {
      if (process.ppid !== parent) child.kill();
    }, 500);
    const finish = (/** @type {number} */ code) => {
      clearInterval(orphaned);
      process.off('SIGINT', outlive);
      process.off('SIGTERM', forward);
      if (rest !== '') onLine?.(rest);
      done({ code, output: text });
    };
    child.on('error', (error) => {
      text += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
