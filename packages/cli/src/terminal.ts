/** Where a command writes. Answers go to `out`, what went wrong to `err`; both take whole lines. */
import { styleText } from 'node:util';

/** How a word may be set off. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'strong';

export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Writes one line over the last of `err`, the empty one to clear it; only where a person watches `err`. */
  over?(line: string): void;
  /** Colours `text` where the reader of `out` is a person: a terminal, and NO_COLOR is not set. */
  tone(tone: Tone, text: string): string;
}

const FORMATS = { good: 'green', bad: 'red', warn: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** Colour is for people: https://no-color.org first, then what is asked for, then whether a terminal reads. */
const coloured =
  !process.env.NO_COLOR &&
  (process.env.FORCE_COLOR ? process.env.FORCE_COLOR !== '0' : process.stdout.isTTY === true);

/** The terminal of this process. */
export const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY ? { over: (line: string) => void process.stderr.write(`\r${line}\u001b[K`) } : {}),
  tone: (tone, text) => (coloured ? styleText(FORMATS[tone], text, { validateStream: false }) : text),
};
