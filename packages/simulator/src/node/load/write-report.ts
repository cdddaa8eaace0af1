/** Writes a report into a folder: a page in each language, tables, and everything as JSON. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvFiles } from '../../load/csv.ts';
import type { CountyReport } from '../../load/summary.ts';

/** Writes the files and answers with their paths. */
export async function writeCountyReport(report: CountyReport, folder: string): Promise<string[]> {
  // The library that draws is only loaded by those who want pictures.
  const { pageName, reportPage } = await import('./report/page.ts');
  const files: Record<string, string> = {
    [pageName('zh')]: reportPage(report, 'zh'),
    [pageName('en')]: reportPage(report, 'en'),
    ...csvFiles(report),
    'report.json': `${JSON.stringify(report, null, 1)}\n`,
  };
  await mkdir(folder, { recursive: true });
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.values(files).map((text, index) => writeFile(paths[index] as string, text)));
  return paths;
}
