import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { lint } from '../lint.ts';
import { type Files, parse } from '../parse.ts';
import type { Bundle, Programme } from '../types.ts';
import { bundle, bundleHash, lintProgramme, loadProgramme, loadValidators } from './index.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function folderWith(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-definition-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

function parsed(files: Files): Programme {
  const result = parse(files);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.programme;
}

async function bundled(files: Files = heating): Promise<Bundle> {
  const made = await bundle(parsed(files));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.bundle;
}

describe('the hash of a bundle', () => {
  it('is the same for the same content, however it is written', async () => {
    const { hash } = await bundled();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await bundled()).hash).toBe(hash);
    const other = changed('programme.yaml', 'version: "1"', "# a comment\nversion: '1'   ");
    const turned = changed(
      'programme.yaml',
      'title: 受理岗, level: township',
      'level: township, title: 受理岗',
      other,
    );
    expect((await bundled(turned)).hash).toBe(hash);
  });

  it.each<[string, Files]>([
    ['the procedure', changed('programme.yaml', 'days: 10', 'days: 11')],
    ['a rule', changed('rules.yaml', '"> 0"', '"> 1"')],
    ['a form', changed('application.schema.json', '"minimum": 1', '"minimum": 2')],
    ['a layout', changed('application.layout.yaml', '只算住人的房间。', '只算住人的房间')],
    ['a letter', changed('letters/approval.md', '通知书', '告知书')],
    ['a translation', { ...heating, 'locales/en.json': '{ "申请": "Apply" }' }],
  ])('changes with %s', async (_, files) => {
    expect((await bundled(files)).hash).not.toBe((await bundled()).hash);
  });

  it('is that of everything but itself and the code of the validators', async () => {
    const made = await bundled();
    expect(bundleHash({ ...made, hash: 'x', validators: 'y' } as Bundle)).toBe(made.hash);
    expect(bundleHash({ ...made, title: 'y' })).not.toBe(made.hash);
    expect(bundleHash(JSON.parse(JSON.stringify(made)))).toBe(made.hash);
  });
});

describe('the validators of a bundle', () => {
  it('import nothing and evaluate nothing', async () => {
    const { validators } = await bundled();
    expect(validators).not.toMatch(/\brequire\s*\(|^\s*import\b|\bimport\s*\(|\bnew Function\b|\beval\s*\(/m);
  });

  it('check forms, ours formats included', async () => {
    const { application } = await loadValidators(await bundled());
    expect(application?.({ name: '王', rooms: 2 })).toBe(true);
    expect(application?.({ name: '王', rooms: 2, idNumber: '620821199003070023' })).toBe(true);
    expect(application?.({ name: '王', rooms: 2, idNumber: '620821199003070024' })).toBe(false);
    expect(application?.errors).toMatchObject([{ instancePath: '/idNumber', keyword: 'format' }]);
    expect(application?.({ name: '', rooms: 0, more: 1 })).toBe(false);
    expect(application?.errors).toHaveLength(3);
  });

  it('are loaded once', async () => {
    const made = await bundled();
    expect(loadValidators(made)).toBe(loadValidators({ ...made }));
  });

  it('are there for two forms of one schema', async () => {
    const files = changed(
      'programme.yaml',
      'forms:',
      'forms:\n  second: { title: 再, schema: application.schema.json }',
    );
    expect(Object.keys(await loadValidators(await bundled(files))).sort()).toEqual(['application', 'second']);
  });

  it('name the form whose schema no validator can be made of', async () => {
    const programme = parsed(heating);
    const broken = {
      ...programme.forms.application,
      schema: { type: 'object', properties: { a: { minLength: -1 } } },
    };
    const made = await bundle({ ...programme, forms: { application: broken as Programme['forms'][string] } });
    expect(made).toMatchObject({
      ok: false,
      problems: [
        { code: 'definition/form-schema', file: 'application.schema.json', params: { form: 'application' } },
      ],
    });
  });
});

describe('lintProgramme', () => {
  it('finds what lint finds in the files of a folder', async () => {
    const files = changed('rules.yaml', 'if: { size: "> 0" }', 'if: { size: "< 0" }');
    const { findings, files: read } = await lintProgramme(await folderWith(files));
    expect(findings).toEqual(lint(files));
    expect(findings.map(({ code }) => code)).toContain('lint/row-never');
    expect(read).toEqual(files);
  });

  it('says that there is no programme', async () => {
    const { findings } = await lintProgramme(await folderWith({}));
    expect(findings).toMatchObject([{ code: 'definition/file-missing', severity: 'error' }]);
  });
});

describe('loadProgramme', () => {
  it('reads a folder, and leaves scenarios, hidden files and others alone', async () => {
    const folder = await folderWith({
      ...heating,
      'scenarios/one.yaml': 'not: [a programme',
      '.hidden/x.json': '{',
      'notes.txt': 'x',
    });
    const loaded = await loadProgramme(folder);
    expect(loaded.ok && loaded.bundle.hash).toBe((await bundled()).hash);
    expect(loaded.ok && loaded.files.sort()).toEqual(Object.keys(heating).sort());
  });

  it('gives problems with paths relative to the folder', async () => {
    const loaded = await loadProgramme(
      await folderWith(changed('rules.yaml', 'result: pass', 'result: pas')),
    );
    expect(loaded).toMatchObject({
      ok: false,
      problems: [{ code: 'definition/unknown-value', file: 'rules.yaml', line: 10 }],
    });
  });

  it('does not read a file of 100 MB, nor files of more than 20 MB together', async () => {
    const folder = await folderWith(heating);
    await writeFile(join(folder, 'big.yaml'), '');
    // A file with nothing in it that is 100 MB long.
    await truncate(join(folder, 'big.yaml'), 100_000_000);
    expect(await loadProgramme(folder)).toMatchObject({
      ok: false,
      problems: [
        { code: 'definition/too-large', file: 'big.yaml', params: { variant: 'file', found: 100_000_000 } },
      ],
    });
    await truncate(join(folder, 'big.yaml'), 0);
    for (let number = 0; number < 11; number += 1) {
      await writeFile(join(folder, `more${number}.md`), '');
      await truncate(join(folder, `more${number}.md`), 1_900_000);
    }
    expect(await loadProgramme(folder)).toMatchObject({
      ok: false,
      problems: [{ code: 'definition/too-large', params: { variant: 'folder', limit: 20_000_000 } }],
    });
  });

  it('says what is missing in an empty folder and in none', async () => {
    for (const folder of [await folderWith({}), join(tmpdir(), 'aidflow-there-is-no-such-folder')]) {
      expect(await loadProgramme(folder)).toMatchObject({
        ok: false,
        problems: [{ code: 'definition/file-missing' }],
      });
    }
  });

  it('gives default words of shorthands in the other language', async () => {
    const made = await bundled({ ...heating, 'locales/en.json': '{ "申请": "Apply" }' });
    expect(made.locales.en).toMatchObject({ 申请: 'Apply', 提交补充材料: 'Supply what is missing' });
  });
});
