import { createHash } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@aidflow/engine';
import { describe, expect, test } from 'vitest';
import { LARGEST_FILE } from './files.ts';
import { application, codeOf, inOffice, type Office, people } from './fixtures/office.ts';

const { applicant, auditor, clerk, leader, neighbour } = people;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 9]);
const PDF = Buffer.from('%PDF-1.7 and the rest');

async function* pieces(...chunks: Uint8Array[]) {
  yield* chunks;
}

async function upload(office: Office, content: Buffer, name = '证件.png', actor = applicant) {
  const result = await office.service.upload(actor, pieces(content), name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** Every file below the office's folder for files. */
async function onDisk(office: Office): Promise<string[]> {
  const found = await readdir(join(office.folder, 'files'), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('an upload', () => {
  test.each([
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['application/pdf', PDF],
  ])('of %s is stored under the hash of its content', (type, content) =>
    inOffice(async (office) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(await upload(office, content)).toEqual({ sha256, size: content.length, type, name: '证件.png' });
      expect(await onDisk(office)).toEqual([sha256]);
      const found = await office.service.file(applicant, sha256);
      const chunks: Uint8Array[] = [];
      if (found.ok) for await (const chunk of found.value.content) chunks.push(chunk);
      expect(Buffer.concat(chunks)).toEqual(content);
    }),
  );

  test.each<[string, string, Uint8Array[]]>([
    ['file/type', 'text that calls itself a picture', [Buffer.from('<script>alert(1)</script>')]],
    ['file/type', 'less than a signature', [Buffer.from([0xff, 0xd8])]],
    ['file/type', 'a signature that begins late', [Buffer.from(' '), PNG]],
    ['file/empty', 'nothing', []],
    ['file/size', 'too much', [PNG, ...Array(11).fill(Buffer.alloc(1024 * 1024))]],
  ])('is refused with %s for %s, and nothing stays on the disk', (code, _, chunks) =>
    inOffice(async (office) => {
      expect(await codeOf(office.service.upload(applicant, pieces(...chunks), '照片.jpg'))).toBe(code);
      expect(await onDisk(office)).toEqual([]);
    }),
  );

  test('of exactly the largest size is taken, in pieces of any size', () =>
    inOffice(async (office) => {
      const rest = Buffer.alloc(LARGEST_FILE - PNG.length);
      const chunks = [PNG.subarray(0, 1), PNG.subarray(1, 5), PNG.subarray(5), rest];
      const result = await office.service.upload(applicant, pieces(...chunks), 'a.png');
      expect(result).toMatchObject({ ok: true, value: { size: LARGEST_FILE, type: 'image/png' } });
    }));

  test('keeps the last part of its name only', () =>
    inOffice(async (office) => {
      expect((await upload(office, PNG, '../../etc/pass\u0000wd')).name).toBe('passwd');
      expect((await upload(office, JPEG, 'C:\\docs\\')).name).toBe('file');
    }));
});

test('what an upload left that broke off with the process is swept away after a day', () =>
  inOffice(async (office) => {
    const incoming = join(office.folder, 'files', 'incoming');
    await mkdir(incoming, { recursive: true });
    for (const name of ['old', 'young']) await writeFile(join(incoming, name), 'x');
    const before = new Date(Date.now() - 25 * 3_600_000);
    await utimes(join(incoming, 'old'), before, before);
    const running = office.service.run();
    for (let n = 0; n < 40 && (await onDisk(office)).length > 1; n++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await running.stop();
    expect(await onDisk(office)).toEqual(['young']);
  }));

describe('a file', () => {
  test('can be named by its uploader alone, until a case holds it', () =>
    inOffice(async (office) => {
      const { sha256 } = await upload(office, PNG);
      const data = { ...application, evidence: [{ sha256 }] };
      const request = { programme: 'relief', division: '620821100201', data };
      const stolen = await office.service.openCase(neighbour, request);
      expect(stolen).toMatchObject({
        problems: [{ code: 'file/unknown', pointer: '/data/evidence/0/sha256' }],
      });
      const { id } = await office.apply(data);
      const view = await office.service.caseView(clerk, id);
      expect(view).toMatchObject({ value: { files: [{ sha256, name: '证件.png' }] } });
      expect(await office.service.caseView(leader, id)).toMatchObject({ value: { files: [] } });
    }));

  test('is called by everybody as they called it themselves, though another had the same bytes before', () =>
    inOffice(async (office) => {
      const { sha256 } = await upload(office, PNG, '王小明的病历.png');
      await upload(office, PNG, 'b.png', neighbour);
      const names = async (actor: Actor) => {
        const found = await office.service.file(actor, sha256);
        return found.ok ? found.value.file.name : undefined;
      };
      expect([await names(applicant), await names(neighbour)]).toEqual(['王小明的病历.png', 'b.png']);
      const data = { ...application, evidence: [{ sha256 }] };
      const { id } = await office.apply(data, neighbour);
      const view = await office.service.caseView(clerk, id);
      expect(view).toMatchObject({ value: { files: [{ sha256, name: 'b.png' }] } });
      expect(await names(clerk)).toBe('b.png');
    }));

  test('is read by its uploader and by those who act on the case', () =>
    inOffice(async (office) => {
      const { sha256 } = await upload(office, PNG);
      await office.apply({ ...application, evidence: [{ sha256 }] });
      const codes = await Promise.all(
        [applicant, clerk, leader, auditor, neighbour].map((actor) =>
          codeOf(office.service.file(actor, sha256)),
        ),
      );
      expect(codes).toEqual(['ok', 'ok', 'file/unknown', 'file/unknown', 'file/unknown']);
      expect(await codeOf(office.service.file(applicant, '../cases.db'))).toBe('file/unknown');
    }));
});
