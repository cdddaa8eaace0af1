/** Problems as lines: `file:line pointer code: detail`, the hint below. */
import type { Problem } from '@aidflow/definition';
import type { Terminal } from './terminal.ts';

/** The lines of a problem, coloured for people. */
export function problemLines(found: Problem, { tone }: Terminal): string[] {
  const { file, line, pointer, code, detail, hint, severity } = found;
  const place = file === undefined ? '' : line === undefined ? file : `${file}:${line}`;
  const head = [
    tone('strong', place),
    tone('quiet', pointer ?? ''),
    `${tone(severity === 'warning' ? 'warn' : 'bad', code)}:`,
    detail,
  ];
  const first = head.filter((part) => part !== '').join(' ');
  return hint === undefined || hint === '' ? [first] : [first, `  ${tone('quiet', hint)}`];
}

/** `1 error`, `2 errors`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
