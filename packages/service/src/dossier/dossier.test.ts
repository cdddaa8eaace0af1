/** A case as an archive: whole it verifies, and whatever is done to it is found and named with its place. */
import { createHash } from 'node:crypto';
import { type CaseEvent, hashEvent } from '@aidflow/engine';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { application, codeOf, inOffice, people } from '../fixtures/office.ts';
import type { Manifest } from './layout.ts';
import { verifyDossier } from './verify.ts';
import type { Dossier } from './write.ts';

const { applicant, clerk, officer, auditor, neighbour } = people;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let whole: Dossier;
let masked: Dossier;
let hash = '';
let audit: string[] = [];

/** A case with a document that was granted, with its letter, and seen by an auditor. */
beforeAll(() =>
  inOffice(async (office) => {
    async function* content() {
      yield PNG;
    }
    const up = await office.service.upload(applicant, content(), '病历.png');
    if (!up.ok) throw new Error('no upload');
    const evidence = [{ sha256: up.value.sha256 }];
    const { id, definition } = await office.apply({ ...application, evidence });
    hash = definition;
    await office.act(clerk, id, 'accept.accept');
    await office.service.tick();
    await office.service.advance({ advance: '4d' });
    await office.act(officer, id, 'confirm.approve');
    const export_ = async (actor: typeof officer) => {
      const made = await office.service.dossier(actor, id);
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      return made.value;
    };
    whole = await export_(officer);
    masked = await export_(auditor);
    expect(await codeOf(office.service.dossier(neighbour, id))).toBe('case/unknown');
    audit = (await office.store.audited(2)).map(({ action, by, subject }) => `${action} ${by.id} ${subject}`);
    expect(audit).toEqual([
      `dossier.exported-masked auditor-1 ${id} ${whole.head}`,
      `dossier.exported officer-1 ${id} ${whole.head}`,
    ]);
  }),
);

type Files = Record<string, Uint8Array>;
const textOf = (content: Uint8Array | undefined) => new TextDecoder().decode(content);
const bytes = (text: string) => new TextEncoder().encode(text);

/** The archive with something done to its files; `rehash` lists them anew, as a careful forger would. */
function forged(change: (files: Files) => void, { rehash = true, of = whole } = {}): Uint8Array {
  const files: Files = unzipSync(of.zip);
  change(files);
  if (rehash) {
    const manifest = JSON.parse(textOf(files['manifest.json'])) as Manifest;
    manifest.files = Object.entries(files)
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, content]) => ({
        path,
        size: content.byteLength,
        sha256: createHash('sha256').update(content).digest('hex'),
      }));
    files['manifest.json'] = bytes(JSON.stringify(manifest));
  }
  return zipSync(files);
}

/** `code file:line` of each problem. */
const faults = (zip: Uint8Array, options = {}) =>
  verifyDossier(zip, options).problems.map(({ code, file = '', line }) =>
    `${code} ${file}${line === undefined ? '' : `:${line}`}`.trimEnd(),
  );

/** Rewrites the lines of the events. */
const lines = (change: (all: string[]) => string[]) => (files: Files) => {
  const all = textOf(files['events.jsonl']).trimEnd().split('\n');
  files['events.jsonl'] = bytes(
    change(all)
      .map((line) => `${line}\n`)
      .join(''),
  );
};

describe('a dossier', () => {
  test('verifies as a whole against its head, and holds nothing that runs', () => {
    expect(verifyDossier(whole.zip, { head: whole.head }).problems).toEqual([]);
    const files = unzipSync(whole.zip);
    const sha256 = createHash('sha256').update(PNG).digest('hex');
    expect(Object.keys(files).sort()).toEqual(
      [
        `definitions/${hash}.json`,
        `documents/${sha256}.png`,
        'documents.json',
        'events.jsonl',
        'index.en.html',
        'index.html',
        'letters/1.en.html',
        'letters/1.zh.html',
        'letters/letter.css',
        'manifest.json',
        'names.json',
        'state.json',
      ].sort(),
    );
    expect(textOf(files[`definitions/${hash}.json`])).not.toContain('"validators"');
    expect(textOf(files['index.html'])).not.toMatch(/<script|https?:/);
  });

  test('tells in both languages who decided what by which authority', () => {
    const files = unzipSync(whole.zip);
    const zh = textOf(files['index.html']);
    for (const word of ['王小明', '确认 · 予以救助', '示范县', '本级职权', '病历.png', whole.head]) {
      expect(zh.replaceAll('<wbr>', '')).toContain(word);
    }
    const en = textOf(files['index.en.html']);
    expect(en).toContain('<html lang="en">');
    expect(en).toContain('by their own office');
    // Whoever goes from section to section has to tell them apart, and every name has to be there.
    const labels = [...zh.matchAll(/<section aria-labelledby="([^"]+)"/g)].map(([, label = '']) => label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const id of labels.flatMap((label) => label.split(' '))) {
      expect(zh.split(` id="${id}"`).length).toBe(2);
    }
  });

  test('of somebody who only looks is masked, has no document, and is not taken for the record', () => {
    const files = unzipSync(masked.zip);
    for (const [path, content] of Object.entries(files)) {
      const text = textOf(content);
      expect([path, text.includes('王小明'), text.includes(String(application.idNumber))]).toEqual([
        path,
        false,
        false,
      ]);
      expect(path).not.toMatch(/^documents\//);
    }
    expect(faults(masked.zip)).toEqual(['dossier/masked']);
    expect(faults(masked.zip, { masked: true, head: whole.head })).toEqual([]);
    const dropped = forged(
      lines((all) => all.toSpliced(2, 1)),
      { of: masked },
    );
    expect(faults(dropped, { masked: true })).toEqual(['dossier/event-missing events.jsonl']);
  });
});

describe('one byte', () => {
  test('changed in any file is found, and the file named', () => {
    for (const path of Object.keys(unzipSync(whole.zip)).filter((one) => one !== 'manifest.json')) {
      const zip = forged(
        (files) => {
          const content = Uint8Array.from(files[path] as Uint8Array);
          const middle = content.byteLength >> 1;
          content[middle] = (content[middle] as number) ^ 1;
          files[path] = content;
        },
        { rehash: false },
      );
      expect(faults(zip)).toContain(`dossier/file-changed ${path}`);
    }
  });

  test('changed anywhere in the archive never goes further than a problem', () => {
    for (let at = 0; at < whole.zip.byteLength; at += 97) {
      const zip = Uint8Array.from(whole.zip);
      zip[at] = (zip[at] as number) ^ 0x55;
      for (const { code } of verifyDossier(zip).problems) expect(code).toMatch(/^dossier\//);
    }
    expect(faults(bytes('PK no archive'))).toEqual(['dossier/unreadable']);
    expect(faults(zipSync({ a: bytes('b') }))).toEqual(['dossier/unreadable']);
  });
});

describe('with a manifest made anew', () => {
  test('an event that was taken out is missing', () => {
    const found = faults(forged(lines((all) => all.toSpliced(1, 1))));
    expect(found).toContain('dossier/event-missing events.jsonl');
    expect(found).toContain('dossier/replay events.jsonl');
  });

  test('the last event that was taken out is missed by all that know the end', () => {
    expect(faults(forged(lines((all) => all.slice(0, -1))), { head: whole.head })).toEqual(
      expect.arrayContaining([
        'dossier/event-missing events.jsonl',
        'dossier/head events.jsonl',
        'dossier/head manifest.json',
        'dossier/head state.json',
      ]),
    );
  });

  test('two events that were swapped are out of order', () => {
    const swap = lines(([one = '', two = '', ...rest]) => [two, one, ...rest]);
    expect(faults(forged(swap))).toContain('dossier/event-order events.jsonl:2');
  });

  test('an event that says something else has another hash', () => {
    const change = lines((all) => all.map((line) => line.replace('"income":50000', '"income":10000')));
    const found = faults(forged(change));
    expect(found).toContain('dossier/event-changed events.jsonl:1');
    expect(found).toContain('dossier/state state.json');
    expect(found).toContain('dossier/page index.html');
  });

  test('its hash made anew, the next does not follow on it', () => {
    const change = lines((all) =>
      all.map((line, index) => {
        if (index > 0) return line;
        const event = JSON.parse(line.replace('"income":50000', '"income":10000')) as CaseEvent;
        return JSON.stringify({ ...event, hash: hashEvent(event) });
      }),
    );
    expect(faults(forged(change))).toContain('dossier/event-unlinked events.jsonl:2');
  });

  test('the whole chain made anew does not end in the head that is known from elsewhere', () => {
    const rechain = lines((all) => {
      let previous = '0'.repeat(64);
      return all.map((line) => {
        const event = { ...(JSON.parse(line) as CaseEvent), previous };
        if (event.seq === 2) event.by = { ...event.by, name: '别人' };
        previous = hashEvent(event);
        return JSON.stringify({ ...event, hash: previous });
      });
    });
    expect(faults(forged(rechain), { head: whole.head })).toContain('dossier/head events.jsonl');
  });

  test.each<[string, string, (files: Files) => void]>([
    ['dossier/file-missing state.json', 'no state', (files) => delete files['state.json']],
    ['dossier/file-missing names.json', 'no names', (files) => delete files['names.json']],
    [
      'dossier/page letters/2.zh.html',
      'another letter',
      (files) => {
        files['letters/2.zh.html'] = bytes('granted');
      },
    ],
    [
      'dossier/page letters/1.zh.html',
      'a letter that says more',
      (files) => {
        files['letters/1.zh.html'] = bytes(textOf(files['letters/1.zh.html']).replace('</main>', '!</main>'));
      },
    ],
    [
      'dossier/page index.html',
      'an index that says something else',
      (files) => {
        files['index.html'] = bytes(
          textOf(files['index.html']).replaceAll('officer-1', 'officer-9').replace('示范县', '某县'),
        );
      },
    ],
    [
      'dossier/state state.json',
      'another amount',
      (files) => {
        files['state.json'] = bytes(textOf(files['state.json']).replace('"amount":50000', '"amount":90000'));
      },
    ],
    [
      'dossier/malformed state.json',
      'a key twice',
      (files) => {
        files['state.json'] = bytes(textOf(files['state.json']).replace('{', '{"status":"active",'));
      },
    ],
    [
      'dossier/document-unnamed documents/x.png',
      'a document more',
      (files) => {
        files['documents/x.png'] = PNG;
      },
    ],
    [
      'dossier/document-gone documents.json',
      'a document less',
      (files) => {
        for (const path of Object.keys(files)) if (path.startsWith('documents/')) delete files[path];
        files['documents.json'] = bytes('[]');
      },
    ],
  ])('%s: %s', (expected, _, change) => {
    expect(faults(forged(change))).toContain(expected);
  });

  test('a definition that says something else is not the one on which the case ran', () => {
    const path = `definitions/${hash}.json`;
    const change = (files: Files) => {
      files[path] = bytes(textOf(files[path]).replace('临时救助办法', '其他办法'));
    };
    expect(faults(forged(change))).toEqual([`dossier/definition ${path}`]);
  });

  test('a document that was exchanged is not the one with that hash', () => {
    let path = '';
    const change = (files: Files) => {
      path = Object.keys(files).find((one) => one.startsWith('documents/')) ?? '';
      files[path] = bytes('another');
    };
    expect(faults(forged(change))).toEqual([`dossier/document ${path}`]);
  });

  test('a file that is not listed is named', () => {
    const add = (files: Files) => {
      files['../readme.txt'] = bytes('run me');
    };
    expect(faults(forged(add, { rehash: false }))).toEqual(['dossier/file-unlisted ../readme.txt']);
  });
});

test('an archive that claims more than a dossier may hold is not unpacked: dossier/size', () => {
  const zip = zipSync({ 'manifest.json': bytes('{}') }, { level: 0 });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // The size in the central directory, 24 bytes after its signature.
  for (let at = 0; at < zip.byteLength - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
  }
  expect(faults(zip)).toEqual(['dossier/size']);
});
