/** Tables of edits and of what is told of them. */
import { type DifferenceCode, type DifferenceSeverity, diff, type Programme } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { dibao, edited } from './edits.ts';

export type Expected = [code: DifferenceCode, severity: DifferenceSeverity, zh: string, en: string];
export type Row = [what: string, edit: (programme: Programme) => void, ...expected: Expected[]];

/** What is told of each edit is exactly what is expected, in both languages; in which order, another test says. */
export function check(rows: readonly Row[]): void {
  it.each(rows.map(([what, edit, ...expected]) => ({ what, edit, expected })))(
    '$what',
    ({ edit, expected }) => {
      const found = diff(dibao, edited(edit)).map(told);
      expect(found.sort(bySentence)).toEqual([...expected].sort(bySentence));
    },
  );
}

export const told = ({ code, severity, sentence }: ReturnType<typeof diff>[number]): Expected => [
  code,
  severity,
  sentence.zh,
  sentence.en,
];

const bySentence = (one: Expected, other: Expected): number => (one[2] < other[2] ? -1 : 1);
