/** Reading Server-Sent Events by fetch, which can carry a host's headers and runs outside browsers, too. */
import { ClientError, type Send } from './request.ts';

/** Milliseconds before connecting again. */
const AGAIN = 2000;

export interface ServerEvent {
  event: string;
  data: string;
}

/** Splits a stream into its events; comments and everything but `event` and `data` is left out. */
export async function* serverEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true }).replaceAll('\r', '');
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const found = parse(text.slice(0, end));
      text = text.slice(end + 2);
      if (found) yield found;
    }
  }
}

function parse(block: string): ServerEvent | undefined {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? undefined : { event, data: data.join('\n') };
}

/** Calls `listener` for each event `case`; connects again until ended or told that nobody is signed in. */
export function subscribe(
  send: Send,
  listener: (change: { case: string; version: number }) => void,
): () => void {
  const ending = new AbortController();

  async function listen(): Promise<void> {
    const response = await send('/api/stream', {
      headers: { accept: 'text/event-stream' },
      signal: ending.signal,
    });
    if (!response.body) return;
    for await (const { event, data } of serverEvents(chunks(response.body))) {
      if (event === 'case') listener(JSON.parse(data) as { case: string; version: number });
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await listen();
      } catch (error) {
        if (error instanceof ClientError && error.problem.status === 401) return;
      }
      if (!ending.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }

  void run();
  return () => ending.abort();
}

/** Not every browser can iterate a stream. */
async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
