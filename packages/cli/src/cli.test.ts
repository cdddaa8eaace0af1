/** The command as it is typed: a process of its own, judged by its exit code and what it writes. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/aidflow.mjs', import.meta.url));
const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const confirms = join(dibao, 'scenarios/township-confirms.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-cli-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function aidflow(args: readonly string[], env: Record<string, string> = { NO_COLOR: '1' }) {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...inherited, ...env },
  });
  return { status, stderr, stdout, lines: stdout.trimEnd().split('\n') };
}

/** A copy of a scenario of dibao with one text replaced; gives its path and the line on which that text stands. */
function changed(name: string, from: string, to: string): { file: string; line: number } {
  const text = readFileSync(confirms, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(join(scratch, name), text.replace(from, to));
  return { file: name, line: text.slice(0, text.indexOf(from)).split('\n').length };
}

const onDibao = (...args: string[]) => aidflow(['simulate', '--programmes', dibao, ...args]);

describe('simulate', { timeout: 60_000 }, () => {
  it('tells each step and ends with the counts', () => {
    const { status, stdout, lines } = aidflow(['simulate', confirms]);
    expect(lines.at(-1)).toBe('1 passed, 0 failed');
    expect(status).toBe(0);
    expect(stdout).toContain('the township confirms under a delegation');
    expect(stdout).toMatch(/✓ 2026-03-02 09:00 {2}clerk +accept\.accept +-> /);
    expect(stdout).toMatch(/✓ 2026-03-05 09:00 +wait 3wd/);
    expect(stdout).not.toContain('✗');
    expect(stdout).not.toContain('\u001b[');
  });

  it('names the step of a broken expectation with file and line, and what differs', () => {
    const { file, line } = changed('broken.yaml', 'amount: 45600', 'amount: 45700');
    const { status, stdout, lines } = onDibao(file);
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    // The expectation begins two lines above: `- expect:`, `outcome:`, `award:`.
    expect(stdout).toMatch(new RegExp(`${file}:${line - 2} step \\d+: expect outcome approved`));
    expect(stdout).toContain('Expected 45700 for "award.amount", found 45600.');
    expect(stdout).toContain('before: ended: approved at ');
    expect(stdout).toContain('✗');
  });

  it('tells a refusal that was not expected with what could have been done', () => {
    const { file, line } = changed(
      'refused.yaml',
      '{ do: confirm.approve, as: leader }',
      '{ do: confirm.approve, as: reviewer }',
    );
    const { status, stdout } = onDibao(file);
    expect(status).toBe(1);
    expect(stdout).toContain(`${file}:${line} step `);
    expect(stdout).toContain('scenario/refused');
    expect(stdout).toMatch(/reviewer may not: confirm\.approve \(authority\/separated\)/);
  });

  it('tells that something was done which should have been refused', () => {
    const { file, line } = changed(
      'done.yaml',
      '{ do: confirm.approve, as: leader }',
      '{ do: confirm.approve, as: leader, refused: authority/role }',
    );
    const { status, stdout } = onDibao(file);
    expect(status).toBe(1);
    expect(stdout).toContain(`${file}:${line} step `);
    expect(stdout).toContain('scenario/not-refused');
  });

  it('refuses a file that cannot be meant before anything runs', () => {
    const { file, line } = changed(
      'unknown.yaml',
      'do: accept.accept, as: clerk',
      'do: accept.accept, as: clark',
    );
    const { status, stdout, lines } = onDibao(file);
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(stdout).toMatch(new RegExp(`${file}:${line} /steps/1/as scenario/unknown-actor: `));
    expect(stdout).toContain('Did you mean "clerk"?');
    expect(stdout).not.toContain('✓');
  });

  it('gives one line for each scenario where it has to be quiet', () => {
    const broken = changed('quiet.yaml', 'amount: 45600', 'amount: 45700');
    const { status, lines } = onDibao('--quiet', confirms, broken.file);
    expect(status).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^✓ the township confirms under a delegation {2}/);
    expect(lines[1]).toContain(`${broken.file}:${broken.line - 2}`);
    expect(lines[2]).toBe('1 passed, 1 failed');
  });

  it('gives results as JSON alone on standard output', () => {
    const { status, stdout, stderr } = aidflow(['simulate', '--json', confirms]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ programme: 'dibao', passed: true, problems: [] }]);
    expect(stderr.trim()).toBe('1 passed, 0 failed');
  });

  it('plays only what the filter lets through, and fails when that is nothing', () => {
    const some = aidflow(['simulate', dibao, '--quiet', '--filter', 'township-confirms']);
    expect(some.lines.at(-1)).toBe('1 passed, 0 failed');
    expect(some.status).toBe(0);
    const none = aidflow(['simulate', dibao, '--filter', 'no such scenario']);
    expect(none.lines).toEqual(['0 passed, 0 failed']);
    expect(none.stderr).toContain('there is no scenario with "no such scenario" in its name or path');
    expect(none.status).toBe(1);
  });

  it('writes results for a build server', () => {
    const broken = changed('junit.yaml', 'amount: 45600', 'amount: 45700');
    const { status } = onDibao('--quiet', '--junit', 'junit.xml', confirms, broken.file);
    expect(status).toBe(1);
    const xml = readFileSync(join(scratch, 'junit.xml'), 'utf8');
    expect(xml).toMatch(/<testsuite name="dibao" tests="2" failures="1" errors="0" time="[\d.]+">/);
    expect(xml).toMatch(
      new RegExp(
        `file="junit.yaml" line="${broken.line - 2}"[^>]*>\\n *<failure type="scenario/mismatch" message="Expected 45700`,
      ),
    );
  });

  it('plays again when a scenario or its programme has changed, until it is stopped', async () => {
    cpSync(dibao, join(scratch, 'watched'), { recursive: true });
    const file = join(scratch, 'watched/scenarios/township-confirms.yaml');
    const child = spawn(process.execPath, [bin, 'simulate', '--quiet', '--watch', file], {
      cwd: scratch,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let seen = '';
    child.stdout.setEncoding('utf8');
    const until = async (wanted: RegExp) => {
      while (!wanted.test(seen)) seen += (await once(child.stdout, 'data'))[0];
      seen = '';
    };
    await until(/1 passed, 0 failed\nwaiting for changes\n$/);
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('amount: 45600', 'amount: 45700'));
    await until(/township-confirms\.yaml has changed\n(.*\n)*0 passed, 1 failed\nwaiting for changes\n$/);
    writeFileSync(file, good);
    await until(/1 passed, 0 failed\nwaiting for changes\n$/);
    const programme = join(scratch, 'watched/programme.yaml');
    writeFileSync(
      programme,
      readFileSync(programme, 'utf8').replace(
        '{ value: 50000, valid-from: 2026-01-01 }',
        '{ value: 52000, valid-from: 2026-01-01 }',
      ),
    );
    await until(/programme\.yaml has changed\n(.*\n)*0 passed, 1 failed\nwaiting for changes\n$/);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
  });

  it('fails a scenario whose programme is not there', () => {
    const { file, line } = changed('elsewhere.yaml', 'programme: dibao', 'programme: dibaoo');
    const other = onDibao(file);
    expect(other.status).toBe(1);
    expect(other.stdout).toContain(`${file}:${line} /programme programme/unknown: `);
    // Above the scratch folder there is no programme at all.
    expect(aidflow(['simulate', file]).lines.at(-1)).toBe('0 passed, 1 failed');
  });
});

describe('programmes', { timeout: 60_000 }, () => {
  it('finds nothing wrong with dibao', () => {
    const { status, lines } = aidflow(['validate', dibao]);
    expect(lines.at(-1)).toMatch(/^1 programme, 0 errors, /);
    expect(status).toBe(0);
  });

  it('tells where a programme is wrong', () => {
    const copy = join(scratch, 'copy');
    cpSync(dibao, copy, { recursive: true });
    const file = join(copy, 'programme.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^start: .*$/m, 'start: appply'));
    const line = text.slice(0, text.search(/^start: /m)).split('\n').length;
    const { status, stdout, lines } = aidflow(['validate', 'copy']);
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`copy/programme\\.yaml:${line} /start `));
    expect(lines.at(-1)).toMatch(/^1 programme, [1-9]\d* errors?, /);
    const json = JSON.parse(aidflow(['validate', '--json', 'copy']).stdout);
    expect(json.problems[0]).toMatchObject({ file: 'copy/programme.yaml', line });
    for (const command of ['expand', 'bundle', 'graph']) {
      const { status: refused, stdout: nothing, stderr } = aidflow([command, 'copy']);
      expect(refused).toBe(1);
      expect(nothing).toBe('');
      expect(stderr).toContain(`copy/programme.yaml:${line} /start `);
    }
  });

  it('writes shorthands out', () => {
    const { status, stdout } = aidflow(['expand', dibao]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^programme: dibao$/m);
    expect(stdout).not.toMatch(/kind: (notice|supplement|oversight-sample)$/m);
    expect(JSON.parse(aidflow(['expand', '--json', dibao]).stdout)).toMatchObject({ programme: 'dibao' });
  });

  it('makes the same bundle each time, to a file or to standard output', () => {
    const { status, stdout } = aidflow(['bundle', dibao, '-o', 'dibao.json']);
    expect(status).toBe(0);
    const made = JSON.parse(readFileSync(join(scratch, 'dibao.json'), 'utf8'));
    expect(made).toMatchObject({ aidflow: 1, programme: 'dibao' });
    expect(stdout).toContain(made.hash);
    expect(JSON.parse(aidflow(['bundle', dibao]).stdout)).toEqual(made);
  });

  it('draws the procedure', () => {
    const { status, lines } = aidflow(['graph', dibao]);
    expect(status).toBe(0);
    expect(lines[0]).toBe('flowchart TD');
    expect(lines).toContain('  s_accept["受理审查"]');
  });
});

describe('verify', { timeout: 60_000 }, () => {
  it('tells a chain that is whole from one that was changed', async () => {
    const { events, state } = await scenarioRunner().run(confirms);
    if (state === null) throw new Error('the scenario opens a case');
    const path = join(scratch, 'cases.sqlite');
    const store = openSqliteStore(path);
    const { definition: hash, programme } = state;
    await store.putDefinition({
      hash,
      programme,
      version: '1',
      title: '',
      published: state.opened,
      bundle: '{}',
    });
    const nothing = { steps: [], tasks: [], timers: [], outbox: [] };
    expect(await store.commit({ caseId: state.id, expected: 0, events, state, ...nothing })).toEqual({
      ok: true,
    });
    await store.close();

    expect(aidflow(['verify', 'cases.sqlite'])).toMatchObject({
      status: 0,
      lines: ['1 case, 0 broken chains'],
    });

    const database = new DatabaseSync(path);
    database.exec('DROP TRIGGER events_are_not_changed');
    database.exec(`UPDATE events SET event = replace(event, '"reviewer"', '"somebody"') WHERE seq > 3`);
    database.close();
    const { status, stdout, lines } = aidflow(['verify', 'cases.sqlite']);
    expect(status).toBe(1);
    expect(stdout).toContain('store/chain-broken');
    expect(lines.at(-1)).toBe('1 case, 1 broken chain');
  });
});

describe('serve', { timeout: 60_000 }, () => {
  async function serving(...args: string[]) {
    const child = spawn(process.execPath, [bin, 'serve', ...args], { cwd: scratch });
    let said = '';
    for await (const chunk of child.stdout) {
      said += chunk;
      const url = /^Serving .*dibao.* at (http:\S+)$/m.exec(said)?.[1];
      if (url !== undefined) return { url, child };
    }
    throw new Error(`it ended: ${said}`);
  }

  it('answers until it is told to end, and leaves a database that is whole', async () => {
    const { url, child } = await serving('--port', '0', '--data', 'served', '--demo');
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    expect(await (await fetch(`${url}/programmes`)).json()).toContainEqual(
      expect.objectContaining({ programme: 'dibao' }),
    );
    const people = (await (await fetch(`${url}/people`)).json()) as { id: string }[];
    expect(people.map(({ id }) => id)).toContain('clerk');

    const port = new URL(url).port;
    const second = aidflow(['serve', '--port', port, '--data', 'second']);
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toContain('cli/system');

    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(aidflow(['verify', 'served/aidflow.sqlite'])).toMatchObject({
      status: 0,
      lines: ['0 cases, 0 broken chains'],
    });
  });

  it('takes what browsers send from the address by which they reach it', async () => {
    const { url, child } = await serving(
      '--port',
      '0',
      '--data',
      'behind',
      '--demo',
      '--url',
      'https://aid.example/',
    );
    const signIn = async (origin: string) => {
      const headers = { origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ person: 'clerk' });
      return (await fetch(`${url}/session`, { method: 'POST', headers, body })).status;
    };
    expect([await signIn('https://aid.example'), await signIn(new URL(url).origin)]).toEqual([200, 403]);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('lets nobody in without a password unless it is a demonstration', async () => {
    const { url, child } = await serving('--port', '0', '--data', 'closed');
    expect((await fetch(`${url}/people`)).status).toBe(404);
    expect((await fetch(`${url}/inbox`)).status).toBe(401);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('the command line', { timeout: 60_000 }, () => {
  it.each([
    ['an unknown command', ['validte'], 'cli/unknown-command', 'Did you mean "validate"?'],
    ['a command like no other', ['frobnicate'], 'cli/unknown-command', 'There are: validate, '],
    ['help on an unknown command', ['help', 'simulat'], 'cli/unknown-command', 'Did you mean "simulate"?'],
    ['an unknown option', ['validate', '--jsn', '.'], 'cli/usage', 'aidflow validate DIR...'],
    ['a missing folder', ['validate'], 'cli/usage', 'aidflow validate DIR...'],
    ['a missing scenario', ['simulate'], 'cli/usage', 'aidflow simulate FILE|DIR...'],
    ['one folder too many', ['expand', 'a', 'b'], 'cli/usage', 'aidflow expand DIR'],
    ['an option without its value', ['bundle', dibao, '-o'], 'cli/usage', 'aidflow bundle DIR'],
    ['a path that is not there', ['simulate', 'nowhere.yaml'], 'cli/no-file', 'Check the path.'],
    ['a database that is not there', ['verify', 'nowhere.sqlite'], 'cli/no-file', 'Check the path.'],
    ['a port that is none', ['serve', '--port', 'http'], 'cli/usage', 'aidflow serve [--port N]'],
    ['an address that is none', ['serve', '--url', 'aid'], 'cli/usage', '"aid" is no address'],
    ['a folder without a programme', ['validate', 'empty'], 'cli/no-programme', 'programme.yaml'],
  ])('says what is wrong with %s', (_, args, code, hint) => {
    mkdirSync(join(scratch, 'empty'), { recursive: true });
    const { status, stdout, stderr } = aidflow(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(code);
    expect(stderr).toContain(hint);
  });

  it('tells what the system refuses without a stack', () => {
    writeFileSync(
      join(scratch, 'text.sqlite'),
      'no database, and long enough that nobody takes it for an empty one',
    );
    const { status, stdout, stderr } = aidflow(['verify', '--db', 'text.sqlite']);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('cli/system');
    expect(stderr).not.toContain('    at ');
  });

  it('fails when there is no scenario in a folder', () => {
    mkdirSync(join(scratch, 'empty'), { recursive: true });
    const { status, lines, stderr } = aidflow(['simulate', 'empty']);
    expect([status, lines]).toEqual([1, ['0 passed, 0 failed']]);
    expect(stderr).toContain('there is no scenario in empty');
  });

  it('explains itself', () => {
    for (const args of [[], ['help'], ['--help']]) {
      const { status, stdout } = aidflow(args);
      expect(status).toBe(0);
      for (const name of [
        'validate',
        'simulate',
        'expand',
        'graph',
        'export',
        'import',
        'bundle',
        'serve',
        'dossier',
        'verify',
      ]) {
        expect(stdout).toContain(`\n  ${name} `);
      }
    }
    expect(aidflow(['help', 'simulate']).stdout).toContain('--quiet');
    expect(aidflow(['simulate', '--help']).stdout).toContain('--quiet');
  });

  it('tells its version', () => {
    expect(aidflow(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('colours for people only', () => {
    const args = ['simulate', '--quiet', confirms];
    expect(aidflow(args, {}).stdout).not.toContain('\u001b[');
    expect(aidflow(args, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[');
    expect(aidflow(args, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[');
  });
});
