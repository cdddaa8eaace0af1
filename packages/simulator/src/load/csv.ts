/** A report as tables for other programs: RFC 4180, dots as decimal signs. */
import type { CountyReport } from './summary.ts';

/** Files by name. */
export function csvFiles(report: CountyReport): Record<string, string> {
  return { 'measures.csv': measures(report), 'queues.csv': queues(report), 'weeks.csv': weeks(report) };
}

function measures({ variants }: CountyReport): string {
  const head = [
    'variant',
    'measure',
    'mean',
    'low',
    'high',
    'runs',
    'difference',
    'difference_low',
    'difference_high',
  ];
  return table(
    head,
    variants.flatMap(({ id, measures: all, differences }) =>
      Object.entries(all).map(([name, { mean, low, high, runs }]) => {
        const by = differences[name];
        return [id, name, mean, low, high, runs, by?.mean, by?.low, by?.high];
      }),
    ),
  );
}

function queues({ variants, span }: CountyReport): string {
  const start = Date.parse(span.counted);
  const rows = variants.flatMap(({ id, queues: all }) =>
    Object.entries(all).flatMap(([desk, counts]) =>
      counts.map((count, day) => [
        id,
        desk,
        new Date(start + day * 86_400_000).toISOString().slice(0, 10),
        count,
      ]),
    ),
  );
  return table(['variant', 'desk', 'date', 'waiting'], rows);
}

function weeks({ variants }: CountyReport): string {
  const rows = variants.flatMap(({ id, weeks: all }) =>
    all.map(({ from, arrived, p50, p90 }) => [id, from, arrived, p50, p90]),
  );
  return table(['variant', 'week', 'arrived', 'median_days', 'p90_days'], rows);
}

type Cell = string | number | undefined;

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === undefined || Number.isNaN(value)) return '';
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
