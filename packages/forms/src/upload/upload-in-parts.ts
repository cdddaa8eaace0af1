import type { FileReference, Upload } from '../types.ts';

/** How parts are sent. */
export interface Parts {
  /** Bytes of a part. What of it was on its way when the line broke is sent again. */
  size?: number;
  /** Milliseconds to wait before each attempt after a break; when they are used up the upload has failed. */
  waits?: readonly number[];
}

/** An answer that no attempt will better, such as "too large". */
class Refused extends Error {}

/** The server has cleaned up what had arrived: the upload begins anew. */
class Gone extends Error {}

const version = '1.0.0';

/** Where a file is on its way to; a person who tries again goes on from there. */
const begun = new WeakMap<File, Map<string, string>>();

/**
 * Sends files by the tus protocol 1.0.0 (core and creation), in parts: after a broken connection it asks how much has
 * arrived and goes on from there, by itself at first, and when a person tries again. The answer to the last part is
 * `{ sha256, name, size, type }`.
 */
export function uploadInParts(url: string, { size = 512 * 1024, waits = defaultWaits }: Parts = {}): Upload {
  return async (file, onProgress, signal) => {
    const known = begun.get(file) ?? new Map<string, string>();
    begun.set(file, known);
    for (let attempt = 0; ; ) {
      let offset = 0;
      try {
        const place = known.get(url);
        const at = place ?? (await create(url, file, signal));
        known.set(url, at);
        if (place !== undefined) offset = await arrived(at, signal);
        for (;;) {
          onProgress(file.size === 0 ? 0 : offset / file.size);
          const answer = await sendPart(at, file, offset, size, onProgress, signal);
          offset = answer.offset;
          attempt = 0;
          if (offset < file.size) continue;
          known.delete(url);
          return answer.reference;
        }
      } catch (error) {
        if (signal.aborted) throw abandon(known.get(url), error);
        if (error instanceof Gone || error instanceof Refused) known.delete(url);
        if (error instanceof Gone) continue;
        const wait = waits[attempt];
        if (error instanceof Refused || wait === undefined) throw error;
        attempt += 1;
        await pause(wait, signal);
      }
    }
  };
}

const defaultWaits = [500, 1000, 2000, 4000, 8000, 15_000];

/** Tells the server that nobody will send the rest. Servers that cannot be told clean up by themselves. */
function abandon(place: string | undefined, error: unknown): unknown {
  if (place !== undefined)
    void fetch(place, { method: 'DELETE', headers: { 'Tus-Resumable': version } }).catch(() => undefined);
  return error;
}

async function create(url: string, file: File, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    signal,
    headers: {
      'Tus-Resumable': version,
      'Upload-Length': String(file.size),
      'Upload-Metadata': `filename ${base64(file.name)},filetype ${base64(file.type)}`,
    },
  });
  const location = response.headers.get('Location');
  if (response.status === 201 && location !== null)
    return new URL(location, new URL(url, document.baseURI)).href;
  throw trouble(response.status);
}

/** Bytes that the server has. */
async function arrived(place: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(place, {
    method: 'HEAD',
    signal,
    cache: 'no-store',
    headers: { 'Tus-Resumable': version },
  });
  const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN);
  if (response.ok && Number.isSafeInteger(offset)) return offset;
  if (response.status === 404 || response.status === 410) throw new Gone();
  throw trouble(response.status);
}

/** A file without bytes has a part, too: its answer names the file. fetch() cannot tell how much has been sent. */
function sendPart(
  place: string,
  file: File,
  offset: number,
  size: number,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ offset: number; reference: FileReference }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PATCH', place);
    request.setRequestHeader('Tus-Resumable', version);
    request.setRequestHeader('Upload-Offset', String(offset));
    request.setRequestHeader('Content-Type', 'application/offset+octet-stream');
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(1, (offset + loaded) / file.size));
    request.onload = () => {
      const next = Number(request.getResponseHeader('Upload-Offset') ?? Number.NaN);
      const ended = next === file.size;
      const reference = ended ? referenceIn(request.responseText, file) : undefined;
      if (request.status >= 300 || !Number.isSafeInteger(next)) reject(trouble(request.status));
      else if (ended && reference === undefined)
        reject(new Refused('The answer to the last part names no file.'));
      else resolve({ offset: next, reference: reference as FileReference });
    };
    request.onerror = () => reject(new Error('The part did not reach the server.'));
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.send(file.slice(offset, offset + size));
  });
}

function referenceIn(text: string, file: File): FileReference | undefined {
  try {
    const { sha256, name = file.name, size = file.size, type = file.type } = JSON.parse(text);
    return typeof sha256 === 'string' ? { sha256, name, size, type } : undefined;
  } catch {
    return undefined;
  }
}

/** 409 (another offset), 423 (locked) and what a server says in trouble pass. */
const trouble = (status: number): Error =>
  status >= 500 || [0, 408, 409, 423, 425, 429].includes(status)
    ? new Error(`The upload was answered with status ${status}.`)
    : new Refused(`The upload was refused with status ${status}.`);

/** Waits, but no longer than until the device is on line again. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      done();
      reject(signal.reason);
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', stop);
  });
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
