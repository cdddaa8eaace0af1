import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvFiles } from '../../load/csv.ts';
import type { CountyReport } from '../../load/summary.ts';
import { runCounty } from './run-county.ts';
import { writeCountyReport } from './write-report.ts';

const file = fileURLToPath(new URL('../../../counties/coats.yaml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'county-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parts: number[] = [];
let report: CountyReport;

beforeAll(async () => {
  const run = await runCounty(file, { replications: 2, workers: 2, onProgress: (part) => parts.push(part) });
  if (!run.ok) throw new Error(run.problems[0]?.detail);
  report = run.report;
  await writeCountyReport(report, folder);
}, 120_000);

describe('a county on several threads', () => {
  it('comes to the same as on one', async () => {
    const alone = await runCounty(file, { replications: 2, workers: 1 });
    expect(alone.ok && JSON.stringify(alone.report)).toBe(JSON.stringify(report));
  });

  it('tells how far it is, up to the end', () => {
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.length).toBeGreaterThan(20);
  });

  it('runs nothing of a file with a mistake', async () => {
    const refused = await runCounty(join(folder, 'none.yaml'));
    expect(refused.ok).toBe(false);
  });

  it('compares the variant with the county run by run', () => {
    const [base, more] = report.variants;
    const name = 'desk/clerk@township/wait';
    const by = more?.differences[name];
    expect(by?.mean).toBeCloseTo((more?.measures[name]?.mean ?? 0) - (base?.measures[name]?.mean ?? 0), 6);
    expect(by?.mean).toBeLessThan(0);
    expect(base?.differences[name]).toMatchObject({ mean: 0, low: 0, high: 0 });
  });

  it('says in both languages what it found, and nothing that chance could have done', () => {
    const said = report.findings.map(({ en }) => en).join('\n');
    expect(said).toMatch(/As it is: half of the applicants have their decision within [\d.]+ days/);
    expect(said).toMatch(/the bottleneck is .*, where cases wait [\d.]+ days/);
    expect(said).toMatch(/Those who apply during a cold wave: /);
    expect(report.findings.every(({ zh }) => /[\u4e00-\u9fff]/.test(zh) && !/undefined|NaN/.test(zh))).toBe(
      true,
    );
    expect(said).not.toMatch(/undefined|NaN/);
  });
});

describe('a report', () => {
  it('is pages, tables and JSON', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'measures.csv',
      'queues.csv',
      'report.en.html',
      'report.json',
      'report.zh.html',
      'weeks.csv',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).variants).toHaveLength(2);
  });

  it.each(['zh', 'en'])('is a page (%s) that its own policy lets be as it is', (language) => {
    const page = readFileSync(join(folder, `report.${language}.html`), 'utf8');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|<link|<img|\sstyle=|\son\w+=|https?:\/\/(?!www\.w3\.org)/);
    // Each plot twice, for wide and narrow screens, with a name for those who do not see it.
    const plots = page.match(/<svg[^>]* role="img"[^>]*>/g) ?? [];
    expect(plots.length).toBeGreaterThan(10);
    expect(plots.every((plot) => /aria-label="[^"]+"/.test(plot))).toBe(true);
    expect(page.match(/class="wide"/g)).toHaveLength(page.match(/class="narrow"/g)?.length ?? 0);
    expect(page).toContain(`hreflang="${language === 'zh' ? 'en' : 'zh'}"`);
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('is tables that other programs read', () => {
    const { 'measures.csv': measures = '', 'queues.csv': queues = '' } = csvFiles(report);
    const [head, ...rows] = measures.trimEnd().split('\r\n');
    expect(head).toBe('variant,measure,mean,low,high,runs,difference,difference_low,difference_high');
    expect(rows.every((row) => row.split(',').length === 9)).toBe(true);
    const row = rows.find((one) => one.startsWith('base,cases/coat/all/count,'));
    expect(Number(row?.split(',')[2])).toBeCloseTo((report.variants[0]?.arrived ?? 0) / 2, 4);
    expect(queues.split('\r\n')[1]).toMatch(/^base,[a-z]+@[a-z]+,2026-02-16,[\d.]+$/);
  });
});
