/**
 * Drafts on this device: encrypted by a key that the browser keeps and never hands out, so that a copy of the
 * database is of no use elsewhere. Whoever can use the browser can resume a draft; whoever has only the disk cannot.
 */
import type { JsonObject } from '../types.ts';

/** Who wrote a draft when: may be read without the key. */
export interface DraftStamp {
  /** The page that wrote it. */
  by: string;
  /** Milliseconds since 1970. */
  saved: number;
}

interface StoredDraft extends DraftStamp {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  /** Milliseconds since 1970. */
  expires: number;
}

/** What is encrypted. */
export interface DraftContent {
  value: JsonObject;
  /** What the fields were called, by pointer with `*` for every item: a later form may not have them any more. */
  names: Readonly<Record<string, string>>;
}

export interface Draft extends DraftContent, DraftStamp {}

const databaseName = 'aidflow-drafts';

/** Whether drafts can be kept: pages without TLS have no encryption, and then nothing is written down. */
export const canKeepDrafts = (): boolean =>
  typeof indexedDB !== 'undefined' && globalThis.crypto?.subtle !== undefined;

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(
  name: 'drafts' | 'keys',
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('drafts');
    opening.result.createObjectStore('keys');
  };
  const database = await answer(opening);
  try {
    return await work(database.transaction(name, mode).objectStore(name));
  } finally {
    database.close();
  }
}

async function key(): Promise<CryptoKey> {
  const read = () =>
    withStore('keys', 'readonly', (store) => answer<CryptoKey | undefined>(store.get('draft')));
  const kept = await read();
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may make one at the same time: the first that is written is the one that both use.
  await withStore('keys', 'readwrite', (store) => answer(store.add(made, 'draft'))).catch(() => undefined);
  return (await read()) ?? made;
}

/**
 * Encrypts and keeps a draft under `name` for `days`, unless another page has written there since `known` (its time,
 * or 0). Answers the stamp of what is kept now.
 */
export async function saveDraft(
  name: string,
  { value, names }: DraftContent,
  { days, by, known }: { days: number; by: string; known: number },
): Promise<DraftStamp> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ value, names } satisfies DraftContent));
  const data = await crypto.subtle.encrypt(sealFor(name, iv), await key(), plain);
  return withStore('drafts', 'readwrite', async (store) => {
    const there = await answer<StoredDraft | undefined>(store.get(name));
    const now = Date.now();
    if (there !== undefined && there.by !== by && there.saved > known && there.expires > now) return there;
    // Never the same twice, so that "since" has a meaning.
    const saved = Math.max(now, (there?.saved ?? 0) + 1);
    await answer(
      store.put({ iv, data, by, saved, expires: now + days * 86_400_000 } satisfies StoredDraft, name),
    );
    return { by, saved };
  });
}

/** The draft under `name`, unless it has expired or cannot be read; either way such a one is removed. */
export async function loadDraft(name: string): Promise<Draft | undefined> {
  const stored = await withStore('drafts', 'readonly', (store) =>
    answer<StoredDraft | undefined>(store.get(name)),
  );
  if (stored === undefined) return undefined;
  try {
    if (stored.expires <= Date.now()) throw new Error('The draft has expired.');
    const plain = await crypto.subtle.decrypt(sealFor(name, stored.iv), await key(), stored.data);
    const { value, names } = JSON.parse(new TextDecoder().decode(plain)) as DraftContent;
    return { value, names, by: stored.by, saved: stored.saved };
  } catch {
    await forgetDraft(name);
    return undefined;
  }
}

export async function forgetDraft(name: string): Promise<void> {
  await withStore('drafts', 'readwrite', (store) => answer(store.delete(name)));
}

/** A draft belongs to its name: one that was moved to another cannot be read. */
const sealFor = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});
