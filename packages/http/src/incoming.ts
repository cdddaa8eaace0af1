/**
 * The body of a request, read piece by piece. A sender hears an answer only once they have sent everything: a connection
 * that is closed in their face takes the answer with it. So what is refused half-way is read to its end, within limits.
 */

/** Bytes that are read and thrown away after a refusal, and the milliseconds that it may take. */
const MOST = 64 * 1024 * 1024;
const LONGEST = 15_000;

export interface Incoming {
  /** The pieces as they come; leaving off early keeps the rest for `discard`. */
  pieces(): AsyncGenerator<Uint8Array>;
  /** Reads what is left. Beyond the limits the sender is cut off. */
  discard(): Promise<void>;
}

export function incoming(request: Request): Incoming {
  const reader = request.body?.getReader();
  return {
    async *pieces() {
      if (!reader) return;
      for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
    },
    async discard() {
      if (!reader) return;
      const late = setTimeout(() => void reader.cancel().catch(() => {}), LONGEST);
      try {
        let size = 0;
        for (let read = await reader.read(); !read.done; read = await reader.read()) {
          size += read.value.byteLength;
          if (size > MOST) return void (await reader.cancel());
        }
      } catch {
        // The sender has gone: there is nobody left to be told.
      } finally {
        clearTimeout(late);
      }
    },
  };
}
