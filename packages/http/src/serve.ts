/** Serving an app on a port of this machine, and ending in good order. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';

export interface ServeOptions {
  /** 0 takes a free one. */
  port: number;
  /** The loopback interface unless told otherwise. */
  host?: string;
  /** Milliseconds that open requests are given when the server is closed. */
  grace?: number;
}

export interface Served {
  url: string;
  port: number;
  /** Takes no new requests, lets open ones end, then cuts what is left (streams do not end by themselves). */
  close(): Promise<void>;
}

export async function serve(
  app: Hono,
  { port, host = '127.0.0.1', grace = 1000 }: ServeOptions,
): Promise<Served> {
  const server: ServerType = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, grace);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
