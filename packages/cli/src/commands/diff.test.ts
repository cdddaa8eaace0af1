/** What an official reads before a new version is published, and what a program reads. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundle, parseScenario } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { activeSteps, type CaseState, compile, decide, nationalCalendar, type World } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type Terminal } from '../index.ts';

/** The programme with a number for the length of its whole clock, so that an edit makes it shorter. */
const base = mkdtempSync(join(tmpdir(), 'aidflow-base-'));
const dibao = join(base, 'dibao');
cpSync(fileURLToPath(programmeFolders.dibao ?? ''), dibao, { recursive: true });
const written = join(dibao, 'programme.yaml');
writeFileSync(written, readFileSync(written, 'utf8').replace('days: parameters.handlingDays', 'days: 30'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folder = '';
let scratch = '';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'aidflow-diff-'));
  folder = join(scratch, 'next');
  cpSync(dibao, folder, { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Changes a text of the copy; gives the place of the line in which it stands. */
function edit(file: string, from: string, to: string): string {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replaceAll(from, () => to),
  );
  return `${path}:${text.slice(0, text.indexOf(from)).split('\n').length}`;
}

async function aidflow(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const terminal: Terminal = {
    out: (line) => void lines.out.push(line),
    err: (line) => void lines.err.push(line),
    tone: (tone, text) => `<${tone}>${text}</${tone}>`,
  };
  const code = await run(args, terminal);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

const shorten = () =>
  edit('programme.yaml', 'limit: { days: 30, unit: working-day }', 'limit: { days: 25, unit: working-day }');
const rename = () => {
  edit('programme.yaml', 'id: appraisal\n', 'id: democratic-appraisal\n');
  edit('programme.yaml', 'to: appraisal,', 'to: democratic-appraisal,');
};

describe('what differs', () => {
  it('is told in words, by area, with the place in the new folder', async () => {
    const place = shorten();
    const { code, out } = await aidflow('diff', dibao, folder);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '<strong>dibao 2026.1 -> 2026.1</strong>',
      '',
      '<strong>clock</strong>',
      '  <warn>stricter </warn>  The time limit "Time limit for the whole procedure" is now 25 working days instead of 30.',
      `             <quiet>${place} diff/clock-limit</quiet>`,
      '',
      '<strong>1 difference: 1 stricter</strong>',
    ]);
  });

  it('is told in Chinese', async () => {
    shorten();
    const { out } = await aidflow('diff', dibao, folder, '--lang', 'zh');
    expect(out).toContain('“全流程时限”由30个工作日改为25个工作日。');
  });

  it('puts the area with the most serious difference first', async () => {
    shorten();
    edit('programme.yaml', 'amount: checks.assess.amount', 'amount: checks.assess.amount + 100');
    edit('locales/en.json', '"Confirmation"', '"Approval"');
    const { out } = await aidflow('diff', dibao, folder);
    const found = [...out.matchAll(/^<strong>([a-z]+)<\/strong>$/gm)].map(([, area]) => area);
    expect(found).toEqual(['effect', 'clock', 'programme']);
    expect(out).toContain('3 differences: 1 money, 1 stricter, 1 text');
  });

  it('says so where it is asked about two programmes', async () => {
    edit('programme.yaml', 'programme: dibao', 'programme: dibao-next');
    const { code, out } = await aidflow('diff', dibao, folder);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^<strong>dibao (\S+) -> dibao-next \1<\/strong>$/),
      expect.stringContaining('two programmes'),
    ]);
  });

  it('is nothing between a folder and its own bundle', async () => {
    const bundle = join(scratch, 'dibao.json');
    expect((await aidflow('bundle', dibao, '--out', bundle)).code).toBe(0);
    expect((await aidflow('diff', bundle, dibao)).out).toContain('<good>no differences</good>');
    shorten();
    // A bundle has no lines: the pointer tells the place.
    expect((await aidflow('diff', folder, bundle)).out).toContain(
      '/definition/clocks/handling/limit diff/clock-limit',
    );
  });
});

describe('whom it touches', () => {
  const cases = () => join(scratch, 'cases.json');
  const write = (list: unknown) => writeFileSync(cases(), JSON.stringify(list));

  it('is told beside each difference and at the end', async () => {
    shorten();
    rename();
    write([
      {
        id: 'a',
        number: '20260001',
        steps: ['verification', 'visit'],
        clocks: ['handling'],
        data: ['application'],
      },
      { id: 'b', number: '20260002', steps: ['appraisal'], clocks: ['handling'] },
      { id: 'c', number: '20260003', steps: ['supplement'] },
    ]);
    const { out } = await aidflow('diff', dibao, folder, '--cases', cases());
    expect(out).toMatch(/diff\/clock-limit<\/quiet>\n {13}touches now: 20260001, 20260002; later: 20260003/);
    expect(out).toContain(
      '3 running cases on the earlier version; all may stay, 2 can move as they stand, 1 needs a step map',
    );
    expect(out).toContain('<warn>appraisal</warn>: 20260002; appraisal -> democratic-appraisal (a guess)');
  });

  it('is read by programs, with a step map to begin with', async () => {
    rename();
    write([{ id: 'b', number: '20260002', steps: ['appraisal'] }]);
    const { out } = await aidflow('diff', dibao, folder, '--cases', cases(), '--json');
    const told = JSON.parse(out);
    expect(told.before.programme).toBe('dibao');
    expect(told.differences).toMatchObject([
      {
        code: 'diff/step-renamed',
        guess: true,
        cases: [{ id: 'b', when: 'now' }],
        sentence: { zh: expect.any(String) },
      },
    ]);
    expect(told.differences[0].place).toMatch(/programme\.yaml:\d+$/);
    expect(told.cases).toEqual([
      { id: 'b', number: '20260002', ways: ['stay', 'step-map'], lost: ['appraisal'], forms: [] },
    ]);
    expect(told.map.steps).toMatchObject({ appraisal: 'democratic-appraisal', confirm: 'confirm' });
  });

  it.each([
    ['{', '0', 'the file is not JSON'],
    ['{}', '0', 'the file holds no list'],
    ['[3]', '0', 'it is no object'],
    ['[{"id":"a","number":"1","steps":[]},{"id":"b"}]', '1', '"number" is no text'],
    ['[{"id":"a","number":"1"}]', '0', '"steps" is no list of ids'],
    ['[{"id":"a","number":"1","steps":[],"procedure":1}]', '0', '"procedure" is no text'],
  ])('refuses what is no list of cases: %s', async (text, index, reason) => {
    writeFileSync(cases(), text);
    const { code, err } = await aidflow('diff', dibao, folder, '--cases', cases());
    expect(code).toBe(2);
    expect(err).toContain('cli/not-cases');
    expect(err).toContain(`Entry ${index} of`);
    expect(err).toContain(reason);
  });
});

describe('running cases of a service', () => {
  const world: World = {
    now: '2026-03-02T01:00:00.000Z',
    calendar: nationalCalendar(),
    delegations: [],
    standIns: [],
    seed: 'seed',
    divisionNames: {},
  };

  /** A database with a case that has applied and been accepted, and one that runs on another version. */
  async function database(): Promise<string> {
    const loaded = await loadProgramme(dibao);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
    const file = join(dibao, 'scenarios/township-confirms.yaml');
    const scenario = parseScenario(file, readFileSync(file, 'utf8'));
    if (!scenario.ok) throw new Error('no scenario');
    const { data = {}, division = '' } = scenario.source.value.given ?? {};
    const path = join(scratch, 'aidflow.sqlite');
    const store = openSqliteStore(path);
    const publish = ({ hash, programme: id, version, title }: Bundle, bundle: string) =>
      store.putDefinition({ hash, programme: id, version, title, published: world.now, bundle });
    await publish(loaded.bundle, JSON.stringify(loaded.bundle));
    await publish({ ...loaded.bundle, hash: 'e'.repeat(64) }, '{}');
    for (const [id, hash] of [
      ['case-1', programme.hash],
      ['case-2', 'e'.repeat(64)],
    ] as const) {
      const actor = { id: 'applicant', kind: 'applicant', name: '张兰', grants: [] } as const;
      const open = { id, number: `2026-${id}`, division };
      const applied = decide(
        programme,
        undefined,
        { do: 'apply', actor: { ...actor, grants: [] }, data: data.application as never, open },
        world,
      );
      if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
      const state: CaseState = { ...applied.state, definition: hash };
      const committed = await store.commit({
        caseId: id,
        expected: 0,
        events: applied.events,
        state,
        steps: activeSteps(programme, applied.state),
        tasks: [],
        timers: [],
        outbox: [],
      });
      expect(committed).toEqual({ ok: true });
    }
    await store.close();
    return path;
  }

  it('are those that run on the earlier version', async () => {
    edit('programme.yaml', '材料不齐，一次性告知', '材料不全');
    edit('application.schema.json', '"title": "实际居住地址"', '"title": "现住址"');
    const path = await database();
    const { code, out } = await aidflow('diff', dibao, folder, '--store', path, '--json');
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told.elsewhere).toBe(1);
    expect(told.cases).toEqual([
      { id: 'case-1', number: '2026-case-1', ways: ['stay', 'migrate'], lost: [], forms: [] },
    ]);
    // The case stands where papers are checked, and carries the application.
    expect(
      told.differences.map(({ code: one, cases }: { code: string; cases: unknown[] }) => [one, cases.length]),
    ).toEqual(
      expect.arrayContaining([
        ['diff/outcome-title', 1],
        ['diff/field-text', 1],
      ]),
    );
  });

  it('of other versions are counted', async () => {
    shorten();
    const { out } = await aidflow('diff', dibao, folder, '--store', await database());
    expect(out).toContain('1 running case on the earlier version; all may stay, 1 can move as they stand');
    expect(out).toContain('1 case of other versions not looked at');
  });
});

describe('a command line that cannot be read', () => {
  it.each([
    [['diff', dibao], 2, 'cli/usage'],
    [['diff', dibao, dibao, '--lang', 'fr'], 2, 'cli/usage'],
    [['diff', dibao, dibao, '--cases', 'a', '--store', 'b'], 2, 'cli/usage'],
    [['diff', dibao, '/nowhere'], 2, 'cli/no-file'],
    [['diff', dibao, join(dibao, 'letters')], 2, 'cli/no-programme'],
    [['diff', dibao, join(dibao, 'rules.yaml')], 2, 'cli/not-a-bundle'],
    [['diff', dibao, join(dibao, 'locales/en.json')], 2, 'cli/not-a-bundle'],
    [['diff', dibao, dibao, '--store', '/nowhere.sqlite'], 2, 'cli/no-file'],
    [['diff', dibao, dibao, '--cases', '/nowhere.json'], 2, 'cli/no-file'],
  ])('%j', async (args, code, problem) => {
    const told = await aidflow(...args);
    expect([told.code, told.err.includes(problem)]).toEqual([code, true]);
  });

  it('names what is wrong in a folder', async () => {
    edit('programme.yaml', 'to: opinion,', 'to: opnion,');
    const { code, err } = await aidflow('diff', dibao, folder);
    expect(code).toBe(1);
    expect(err).toContain('definition/unknown-target');
  });

  it('takes no bundle that was edited', async () => {
    const bundle = join(scratch, 'dibao.json');
    await aidflow('bundle', dibao, '--out', bundle);
    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('最低生活保障', '最高生活保障'));
    const { code, err } = await aidflow('diff', bundle, dibao);
    expect([code, err.includes('definition/hash')]).toEqual([1, true]);
  });
});
