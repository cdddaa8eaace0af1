/** The study in small: one run of three months, in which what the README says of the county must be so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measuresOf } from '@aidflow/simulator';
import { readCounty, simulateCounty } from '@aidflow/simulator/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFigures } from './figures.ts';

const at = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'delegation-study-'));
afterAll(() => rmSync(scratch, { recursive: true }));

it('the README says what the last run found', () => {
  const readme = readFileSync(at('README.md'), 'utf8');
  expect(withFigures(readme, JSON.parse(readFileSync(at('figures.json'), 'utf8')))).toBe(readme);
});

describe('the study in small', () => {
  const WARM_UP = 28;
  /** By variant: measures of one run. */
  const found = new Map<string, ReadonlyMap<string, number>>();
  const of = (variant: string, name: string): number => found.get(variant)?.get(name) ?? Number.NaN;

  beforeAll(async () => {
    const text = readFileSync(at('county.yaml'), 'utf8')
      .replace(
        /^span: .*$/m,
        `span: { from: 2025-05-27, until: 2025-09-08, warm-up: ${WARM_UP}, drain: 120 }`,
      )
      .replace(/ {4}outages: .*\n/, '')
      .replace(/values: \[.*\]/, 'values: [0.1, 0.5]')
      .replace('../../packages', fileURLToPath(new URL('../../../packages', import.meta.url)));
    const file = join(scratch, 'county.yaml');
    writeFileSync(file, text);
    const read = await readCounty(file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { versions, planFor } = read.county;
    for (const version of versions) {
      const tally = simulateCounty(planFor(version), { seed: 'in small', replication: 1 });
      expect(tally.stuck).toEqual({});
      found.set(version.variant ?? 'base', measuresOf(tally, WARM_UP));
    }
  }, 120_000);

  it('the power moves to the townships, but for relatives of officials', () => {
    expect(of('base', 'cases/dibao/county/count')).toBe(of('base', 'cases/dibao/all/count'));
    const all = of('delegated', 'cases/dibao/all/count');
    expect(all).toBe(of('base', 'cases/dibao/all/count'));
    // 3 % of the applicants are related to an official, and their cases stay with the county.
    expect(of('delegated', 'cases/dibao/county/count') / all).toBeLessThan(0.08);
    expect(of('delegated', 'cases/dibao/township/count') / all).toBeGreaterThan(0.9);
  });

  it('the queue at the county goes, and decisions come sooner', () => {
    expect(of('delegated', 'desk/officer@county/wait')).toBeLessThan(of('base', 'desk/officer@county/wait'));
    expect(of('delegated', 'desk/officer@county/peak')).toBeLessThan(
      of('base', 'desk/officer@county/peak') / 3,
    );
    expect(of('delegated', 'cases/dibao/all/mean')).toBeLessThan(of('base', 'cases/dibao/all/mean'));
  });

  it('the bottleneck is then in the villages that must be visited, which the delegation does not touch', () => {
    const desks = ['clerk', 'reviewer', 'leader', 'investigator'].map((role) =>
      of('delegated', `desk/${role}@township/wait`),
    );
    expect(Math.max(...desks)).toBe(desks[3]);
    expect(of('delegated', 'group/investigators/busy')).toBeCloseTo(
      of('base', 'group/investigators/busy'),
      1,
    );
    // One more of them in each township is felt there.
    expect(of('more-investigators', 'desk/investigator@township/wait')).toBeLessThan((desks[3] ?? 0) / 1.5);
  });

  it('townships work more for each case, the county less', () => {
    expect(of('delegated', 'cost/dibao/township')).toBeGreaterThan(of('base', 'cost/dibao/township'));
    expect(of('delegated', 'cost/dibao/county')).toBeLessThan(of('base', 'cost/dibao/county'));
  });

  it('auditors are the busier the more the county samples', () => {
    const [few = 0, many = 0] = [0.1, 0.5].map((value) => of(`sweep ${value}`, 'group/auditors/busy'));
    expect(of('delegated', 'group/auditors/busy')).toBeGreaterThan(few);
    expect(many).toBeGreaterThan(1.3 * of('delegated', 'group/auditors/busy'));
  });
});
