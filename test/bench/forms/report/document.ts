import { readFile } from 'node:fs/promises';
import type { Figures } from '../gather.ts';
import type { Machine } from './machine.ts';
import { type Table, tables } from './tables.ts';

const begin = '<!-- figures -->';
const end = '<!-- /figures -->';

const markdown = ({ title, rows }: Table): string => {
  const [head = [], ...body] = rows.map((row) => row.map((cell) => cell.replaceAll('<', '&lt;')));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    line(head),
    line(head.map((_, column) => (column === 0 ? '---' : '---:'))),
    ...body.map(line),
  ].join('\n');
};

/** The document at `path` with the figures of this run in place of those before; what is written around them stays. */
export async function document(where: Machine, figures: Figures, path: URL): Promise<string> {
  const versions = figures.contestants
    .map(({ contestant }) => where.versions[contestant.key])
    .filter(Boolean)
    .join('; ');
  const measured = [
    `Measured on ${where.date}: ${where.kind}; ${where.browser}; ${figures.rounds} rounds; load ${where.load} at the beginning.`,
    `Versions: ${versions}.`,
    ...tables(figures).map(markdown),
  ].join('\n\n');
  const before = await readFile(path, 'utf8');
  const [head, rest] = before.split(begin);
  const [, tail] = rest?.split(end) ?? [];
  if (head === undefined || tail === undefined)
    throw new Error(`docs/bench-forms.md has to hold ${begin} and ${end}.`);
  return `${head}${begin}\n\n${measured}\n\n${end}${tail}`;
}
