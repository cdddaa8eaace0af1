import type { Figures } from '../gather.ts';
import type { Machine } from './machine.ts';
import { tables } from './tables.ts';

/** Prints the tables, with when and where they come from. */
export function print({ date, kind, browser, load }: Machine, figures: Figures): void {
  console.log(`\n${date}, ${kind}\n${browser}, load ${load}, ${figures.rounds} rounds`);
  for (const { title, rows } of tables(figures)) {
    const widths = (rows[0] ?? []).map((_, column) =>
      Math.max(...rows.map((row) => row[column]?.length ?? 0)),
    );
    console.log(`\n${title}`);
    for (const row of rows) {
      console.log(
        `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
      );
    }
  }
}
