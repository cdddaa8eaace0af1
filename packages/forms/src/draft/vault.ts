/**
 * Drafts on this device: encrypted by a key that the browser keeps and never hands out, so that a copy of the
 * database is of no use elsewhere. Whoever can use the browser can resume a draft; whoever has only the disk cannot.
 */
import type { JsonObject } from '../types.ts';

interface StoredDraft {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  /** Milliseconds since 1970. */
  saved: number;
  expires: number;
}

export interface Draft {
  value: JsonObject;
  /** Milliseconds since 1970. */
  saved: number;
}

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
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('drafts');
    opening.result.createObjectStore('keys');
  };
  const database = await answer(opening);
  try {
    return await answer(work(database.transaction(name, mode).objectStore(name)));
  } finally {
    database.close();
  }
}

async function key(): Promise<CryptoKey> {
  const kept = await withStore<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('draft'));
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Two tabs may make one at the same time: the first that is written is the one that both use.
  await withStore('keys', 'readwrite', (store) => store.add(made, 'draft')).catch(() => undefined);
  return (await withStore<CryptoKey | undefined>('keys', 'readonly', (store) => store.get('draft'))) ?? made;
}

/** Encrypts and keeps a draft under `name` for `days`. */
export async function saveDraft(name: string, value: JsonObject, days: number): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt(sealFor(name, iv), await key(), plain);
  const saved = Date.now();
  const stored: StoredDraft = { iv, data, saved, expires: saved + days * 86_400_000 };
  await withStore('drafts', 'readwrite', (store) => store.put(stored, name));
}

/** The draft under `name`, unless it has expired or cannot be read; either way such a one is removed. */
export async function loadDraft(name: string): Promise<Draft | undefined> {
  const stored = await withStore<StoredDraft | undefined>('drafts', 'readonly', (store) => store.get(name));
  if (stored === undefined) return undefined;
  try {
    if (stored.expires <= Date.now()) throw new Error('The draft has expired.');
    const plain = await crypto.subtle.decrypt(sealFor(name, stored.iv), await key(), stored.data);
    return { value: JSON.parse(new TextDecoder().decode(plain)) as JsonObject, saved: stored.saved };
  } catch {
    await forgetDraft(name);
    return undefined;
  }
}

export async function forgetDraft(name: string): Promise<void> {
  await withStore('drafts', 'readwrite', (store) => store.delete(name));
}

/** A draft belongs to its name: one that was moved to another cannot be read. */
const sealFor = (name: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(name),
});
