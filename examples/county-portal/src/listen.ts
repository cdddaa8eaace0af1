import { type Served, serve } from '@aidflow/http';
import type { Hono } from 'hono';

/** Ports that are tried one after the other when nobody asked for one. */
const tries = 20;

/** Serves on the port, or on the next free one where `exact` is not asked for. */
export async function listen(app: Hono, port: number, exact: boolean): Promise<Served> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await serve(app, { port: port === 0 ? 0 : port + turn });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || exact || turn + 1 >= tries) throw error;
    }
  }
}
