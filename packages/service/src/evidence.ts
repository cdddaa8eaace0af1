/** Uploads and who may read them: their uploader, and those who act on a case that names them. */
import type { Actor } from '@aidflow/engine';
import type { FileRecord } from '@aidflow/store';
import { type Answer, done, refuse } from './answer.ts';
import type { Core } from './core.ts';
import type { FileStore } from './files.ts';
import { offersFor } from './offers.ts';
import type { FileView } from './types.ts';

export interface Evidence {
  upload(actor: Actor, content: AsyncIterable<Uint8Array>, name: string): Promise<Answer<FileView>>;
  file(actor: Actor, sha256: string): Promise<Answer<{ file: FileView; content: AsyncIterable<Uint8Array> }>>;
}

/** Characters of a file name that are kept. */
const LONGEST_NAME = 200;

export function createEvidence(core: Core, files: FileStore | undefined): Evidence {
  /** The file as the actor knows it: by the name they gave it, or else by the name it has in a case that they act on. */
  async function known(actor: Actor, sha256: string): Promise<FileRecord | undefined> {
    const own = await core.store.file(sha256, actor.id);
    if (own) return own;
    const world = await core.world();
    for (const caseId of await core.store.fileCases(sha256)) {
      const state = await core.store.load(caseId);
      if (!state || !core.access.maySee(actor, state, world)) continue;
      const { programme } = await core.registry.get(state.definition);
      const offers = offersFor(core.access, programme, state, actor, world);
      if (!core.access.actsOn(actor, state, offers)) continue;
      const found = (await core.store.caseFiles(caseId)).find((file) => file.sha256 === sha256);
      if (found) return found;
    }
    return undefined;
  }

  return {
    async upload(actor, content, name) {
      const shown = cleanName(name);
      if (!files) return refuse('file/type', { name: shown });
      const stored = await files.put(content, shown);
      if (!stored.ok) return stored;
      const record: FileRecord = { ...stored.value, name: shown, by: actor.id, at: core.clock.now() };
      await core.store.putFile(record);
      return done({ ...stored.value, name: shown });
    },
    async file(actor, sha256) {
      const record = await known(actor, sha256);
      if (!record || !files) return refuse('file/unknown', { file: sha256 });
      const { size, type, name } = record;
      return done({ file: { sha256, size, type, name }, content: files.read(sha256) });
    },
  };
}

/** The last part of a path, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean.slice(0, LONGEST_NAME) || 'file';
}
