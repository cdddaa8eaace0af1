/** Changes as they happen, by Server-Sent Events. */
import type { CaseChange } from '@aidflow/service';
import { streamSSE } from 'hono/streaming';
import type { Route } from '../route.ts';

/** Milliseconds between signs of life, so that proxies keep the connection and dead ones are noticed. */
const HEARTBEAT = 20_000;
/** Changes that a slow reader may be behind before the oldest are left out; the reader asks for the present anyway. */
const BEHIND = 1000;

export const streamRoute: Route = {
  method: 'get',
  path: '/api/stream',
  id: 'stream',
  summary: 'Events `case` with `{ case, version }` for each change of a case that the actor may see.',
  roles: 'signed-in',
  answers: { 200: { description: 'The stream.', type: 'text/event-stream', schema: { type: 'string' } } },
  async handle({ service, actor, identify, context }) {
    const headers = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    if (context.req.method === 'HEAD') {
      return new Response(null, { headers: { ...headers, 'content-type': 'text/event-stream' } });
    }
    const response = streamSSE(context, async (stream) => {
      const waiting: CaseChange[] = [];
      let wake = () => {};
      // Whoever has signed out, or become somebody else, hears no more.
      const reader = async () => {
        const present = await identify();
        return present?.id === actor.id ? present : undefined;
      };
      const forget = service.onChange((change) => {
        if (waiting.push(change) > BEHIND) waiting.shift();
        wake();
      });
      stream.onAbort(() => wake());
      try {
        await stream.write('retry: 2000\n\n');
        while (!stream.aborted && !stream.closed) {
          if ((await reader()) === undefined) return;
          for (let change = waiting.shift(); change; change = waiting.shift()) {
            // Asked for each change: one may come while another is judged, and rights end meanwhile.
            const present = await reader();
            if (present === undefined) return;
            if (!(await service.maySee(present, change.state))) continue;
            const { case: id, version } = change;
            await stream.writeSSE({ event: 'case', data: JSON.stringify({ case: id, version }) });
          }
          const woken = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(resolve, HEARTBEAT, false);
            wake = () => {
              clearTimeout(timer);
              resolve(true);
            };
            if (waiting.length > 0 || stream.aborted) wake();
          });
          if (!woken) await stream.write(': alive\n\n');
        }
      } finally {
        forget();
      }
    });
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  },
};
