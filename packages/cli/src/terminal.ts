/** Where a command writes. Answers go to `out`, what went wrong to `err`; both take whole lines. */
import { styleText } from 'node:util';

/** How a word may be set off. */
export type Tone = 'good' | 'bad' | 'warn' | 'quiet' | 'strong';

export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Colours `text` where the reader of `out` is a person: a terminal, and NO_COLOR is not set. */
  tone(tone: Tone, text: string): string;
}

const FORMATS = { good: 'green', bad: 'red', warn: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** The terminal of this process. */
export const terminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  tone: (tone, text) => styleText(FORMATS[tone], text, { stream: process.stdout }),
};
