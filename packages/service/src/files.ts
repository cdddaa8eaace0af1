/** Uploaded files on the disk, each under the hash of its content, so that it is stored once and cannot be changed. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, done, type Refusal, refuse } from './answer.ts';
import { fileType, SNIFFED } from './file-type.ts';

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const DAY = 86_400_000;

export interface StoredFile {
  sha256: string;
  size: number;
  type: string;
}

export interface FileStore {
  /** Stores a picture or PDF while it streams in; its hash, size and type by content. */
  put(content: AsyncIterable<Uint8Array>, name: string): Promise<Answer<StoredFile>>;
  read(sha256: string): AsyncIterable<Uint8Array>;
  /** Removes what uploads left that broke off with the process, when it is older than a day. */
  sweep(): Promise<void>;
}

/** Keeps files below `folder`, which is made when needed. */
export function createFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async put(content, name) {
      await mkdir(incoming, { recursive: true });
      const temporary = join(incoming, randomUUID());
      const file = await open(temporary, 'wx', 0o600);
      try {
        const written = await write(file, content, name);
        if (!written.ok) return written;
        await file.sync();
        const place = placeOf(written.value.sha256);
        await mkdir(join(folder, written.value.sha256.slice(0, 2)), { recursive: true });
        await rename(temporary, place);
        await syncFolder(join(folder, written.value.sha256.slice(0, 2)));
        return written;
      } finally {
        await file.close();
        await rm(temporary, { force: true });
      }
    },
    read: (sha256) => createReadStream(placeOf(sha256)),
    async sweep() {
      for (const name of await readdir(incoming).catch(() => [])) {
        const place = join(incoming, name);
        const found = await stat(place).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs > DAY) await rm(place, { force: true });
      }
    },
  };
}

async function write(
  file: FileHandle,
  content: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Answer<StoredFile>> {
  const hash = createHash('sha256');
  const tooLarge = (): Refusal => refuse('file/size', { name, max: LARGEST_FILE / 1024 / 1024 });
  let start = new Uint8Array();
  let type: string | undefined;
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > LARGEST_FILE) return tooLarge();
    if (type === undefined) {
      start = Buffer.concat([start, chunk]).subarray(0, SNIFFED);
      type = fileType(start);
      // Refused as soon as it shows, so that nothing else is written to the disk than what is taken.
      if (type === undefined && start.byteLength >= SNIFFED) return refuse('file/type', { name });
    }
    hash.update(chunk);
    await file.write(chunk);
  }
  if (size === 0) return refuse('file/empty', { name });
  if (type === undefined) return refuse('file/type', { name });
  return done({ sha256: hash.digest('hex'), size, type });
}

/** The new name is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
