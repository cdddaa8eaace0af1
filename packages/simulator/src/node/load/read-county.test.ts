import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readCounty } from './read-county.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'county-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The county of the fixture with paths that hold from anywhere, as text whose lines can be counted. */
const good = readFileSync(join(fixtures, '../counties/coats.yaml'), 'utf8')
  .replaceAll('../fixtures/winter-coat', resolve(fixtures, 'winter-coat'))
  .replaceAll('../fixtures/counter', resolve(fixtures, 'counter'))
  .replaceAll('../../programmes/dibao', resolve(fixtures, '../../programmes/dibao'));

async function problemsOf(
  text: string,
): Promise<{ code: string; line: number; pointer: string; hint: string; detail: string }[]> {
  const file = join(folder, 'county.yaml');
  writeFileSync(file, text);
  const read = await readCounty(file);
  if (read.ok) return [];
  return read.problems.map(({ code, line = 0, pointer = '', hint = '', detail, file: where }) => {
    expect(where).toBe(file);
    return { code, line, pointer, hint, detail };
  });
}

/** What is wrong, what stands in the place of what, and what must be said about it. */
const MISTAKES: [name: string, before: string, after: string, code: string, pointer: string, said: RegExp][] =
  [
    [
      'a key that is none',
      'per-year: 400',
      'per-yaer: 400',
      'definition/unknown-key',
      '/arrivals/coats/per-yaer',
      /per-year/,
    ],
    [
      'a negative rate',
      'per-year: 400',
      'per-year: -400',
      'definition/value',
      '/arrivals/coats/per-year',
      /./,
    ],
    [
      'a length that is none',
      'median: 30m',
      'median: half an hour',
      'definition/value',
      '/programmes/coat/work/accept/lognormal/median',
      /./,
    ],
    [
      'a 90th percentile below the median',
      'p90: 60m',
      'p90: 10m',
      'county/distribution',
      '/programmes/coat/work/accept',
      /median, p90/,
    ],
    [
      'a programme that is nowhere',
      'programme: coat\n',
      'programme: cote\n',
      'county/unknown-name',
      '/arrivals/coats/programme',
      /"coat"/,
    ],
    [
      'a folder without a programme',
      resolve(fixtures, 'winter-coat'),
      '/nowhere',
      'cli/no-programme',
      '/programmes/coat/folder',
      /./,
    ],
    [
      'a scenario that is not there',
      'scenarios/granted.yaml',
      'scenarios/grated.yaml',
      'definition/file-missing',
      '/arrivals/coats/cases/0/like',
      /./,
    ],
    [
      'a scenario of another programme',
      'scenarios/granted.yaml',
      '../counter/scenarios/served.yaml',
      'county/case-kind',
      '/arrivals/coats/cases/0/like',
      /of the programme/,
    ],
    [
      'a step that is none',
      'accept: { lognormal',
      'acept: { lognormal',
      'county/unknown-name',
      '/programmes/coat/work/acept',
      /"accept"/,
    ],
    [
      'an outcome that is none',
      'decide: { approve: 9, deny: 1 }',
      'decide: { aprove: 9, deny: 1 }',
      'county/unknown-name',
      '/arrivals/coats/cases/0/outcomes/decide/aprove',
      /"approve"/,
    ],
    [
      'outcomes that all weigh nothing',
      'decide: { approve: 9, deny: 1 }',
      'decide: { approve: 0, deny: 0 }',
      'county/no-weight',
      '/arrivals/coats/cases/0/outcomes/decide',
      /above 0/,
    ],
    [
      'a form that is none',
      'data: { visitNote:',
      'data: { visitNotes:',
      'county/unknown-name',
      '/programmes/coat/data/visitNotes',
      /"visitNote"/,
    ],
    [
      'a role that is none',
      'role: clerk',
      'role: clrek',
      'county/unknown-name',
      '/officers/clerks/role',
      /"clerk"/,
    ],
    [
      'a group without a role',
      'role: clerk, ',
      '',
      'definition/missing-key',
      '/officers/clerks/role',
      /role/,
    ],
    [
      'hours that are none',
      'hours: half',
      'hours: haff',
      'county/unknown-name',
      '/officers/clerks/hours',
      /"half"/,
    ],
    [
      'a session that ends before it begins',
      '["08:30", "12:00"]',
      '["12:00", "08:30"]',
      'county/sessions',
      '/hours/half/sessions/0',
      /in order/,
    ],
    [
      'too few officers',
      'role: visitor, at: each-township, count: 2',
      'role: visitor, at: each-township, count: 1',
      'county/nobody',
      '/officers',
      /raise its count/,
    ],
    [
      'a township outside the county',
      '"620821101":',
      '"620822101":',
      'county/outside',
      '/townships/620822101',
      /620821/,
    ],
    [
      'officers outside the county',
      'at: county, count: 1',
      'at: "620822", count: 1',
      'county/outside',
      '/officers/chiefs/at',
      /620821/,
    ],
    [
      'a burst in a township that is none',
      'townships: ["620821101"]',
      'townships: ["620821109"]',
      'county/unknown-name',
      '/arrivals/coats/bursts/0/townships/0',
      /620821101/,
    ],
    [
      'a burst that ends before it begins',
      'until: 2026-03-20',
      'until: 2026-03-01',
      'county/order',
      '/arrivals/coats/bursts/0/until',
      /after the beginning/,
    ],
    [
      'a burst outside the span',
      'from: 2026-03-16\n        until: 2026-03-20',
      'from: 2025-03-16\n        until: 2025-03-20',
      'county/outside-span',
      '/arrivals/coats/bursts/0/until',
      /span/,
    ],
    [
      'a span that ends before it begins',
      'until: 2026-06-01',
      'until: 2026-01-01',
      'county/order',
      '/span/until',
      /./,
    ],
    ['a warm-up longer than the span', 'warm-up: 14', 'warm-up: 1400', 'county/order', '/span/warm-up', /./],
    [
      'a year without a published calendar',
      'until: 2026-06-01',
      'until: 2029-06-01',
      'clock/unknown-year',
      '/span/until',
      /./,
    ],
    ['a date that is none', 'from: 2026-02-02', 'from: 2026-02-30', 'definition/value', '/span/from', /./],
    [
      'a day that is on and off',
      'off: [2026-03-04]',
      'off: [2026-03-04]\n  working: [2026-03-04]',
      'clock/day-twice',
      '/days',
      /./,
    ],
    [
      'a connector that is none',
      '  register:',
      '  registry:',
      'county/unknown-name',
      '/connectors/registry',
      /"register"/,
    ],
    [
      'an outage that ends before it begins',
      'outages: [{ from: 2026-03-02, until: 2026-03-05 }]',
      'outages: [{ from: 2026-03-05, until: 2026-03-02 }]',
      'county/order',
      '/connectors/register/outages/0/until',
      /./,
    ],
    [
      'a step that cannot be delegated',
      'action: decide',
      'action: accept',
      'county/unknown-name',
      '/delegations/0/action',
      /decide/,
    ],
    [
      'a delegation outside the county',
      'to: each-township',
      'to: "620822101"',
      'county/outside',
      '/delegations/0/to',
      /./,
    ],
    [
      'a mistake of a variant',
      'clerks: { count: 2 }',
      'clerks: { cuont: 2 }',
      'definition/unknown-key',
      '/variants/more-clerks/change/officers/clerks/cuont',
      /count/,
    ],
    [
      'a variant without anybody',
      'clerks: { count: 2 }',
      'clerks: { count: 0 }',
      'county/nobody',
      '/variants/more-clerks/change/officers',
      /clerk/,
    ],
    [
      'a sweep of a variant that is none',
      'of: more-clerks',
      'of: more-clerk',
      'county/unknown-name',
      '/sweep/of',
      /more-clerks/,
    ],
    [
      'a sweep of a parameter that is none',
      'parameter: oversightShare',
      'parameter: oversightShear',
      'county/unknown-name',
      '/sweep/parameter',
      /oversightShare/,
    ],
    [
      'a sweep that watches nobody',
      'watch: clerks',
      'watch: clerk',
      'county/unknown-name',
      '/sweep/watch',
      /clerks/,
    ],
  ];

describe('a county file', () => {
  it('that can be meant is read', async () => {
    expect(await problemsOf(good)).toEqual([]);
  });

  it.each(MISTAKES)('with %s is refused', async (_, before, after, code, pointer, said) => {
    expect(good).toContain(before);
    const found = await problemsOf(good.replace(before, after));
    const one = found.find((problem) => problem.code === code && problem.pointer === pointer);
    expect(found.map((problem) => `${problem.line} ${problem.code} ${problem.pointer}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^[1-9]\\d* ${code} ${pointer}$`)),
    );
    expect(`${one?.detail} ${one?.hint}`).toMatch(said);
    // The line is that of what was changed, or where the mistake is told.
    const lines = good.replace(before, after).split('\n');
    const key = pointer.split('/').findLast((part) => !/^\d$/.test(part)) as string;
    expect(lines.slice((one?.line ?? 1) - 1, (one?.line ?? 1) + 1).join('\n')).toContain(key);
  });

  it('that is not there is told so', async () => {
    const read = await readCounty(join(folder, 'nowhere.yaml'));
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['definition/file-missing']);
  });

  it('whose programmes run in several time zones is refused', async () => {
    const other = join(folder, 'elsewhere');
    mkdirSync(other);
    cpSync(join(fixtures, 'counter'), other, { recursive: true });
    const programme = join(other, 'programme.yaml');
    writeFileSync(programme, readFileSync(programme, 'utf8').replace('Asia/Shanghai', 'Europe/Berlin'));
    const text = good.replace(`folder: ${resolve(fixtures, 'counter')} }`, `folder: ${other} }`);
    expect((await problemsOf(text)).map(({ code }) => code)).toEqual(['county/timezones']);
  });
});
