import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

/** Nothing from elsewhere, nothing inline, nothing evaluated: what a form has to live with on a careful site. */
export const policy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Answers some of the requests; undefined for those of others. */
export type Door = (request: Request) => Promise<Response | undefined>;

export const json = (data: unknown, status = 200): Response => Response.json(data, { status });

/** The names and values of a form that was sent, as a site receives them. */
export async function received(request: Request): Promise<[string, string][]> {
  const data = await request.formData();
  return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
}

function asRequest(message: IncomingMessage): Request {
  const { method = 'GET' } = message;
  const bare = method === 'GET' || method === 'HEAD';
  return new Request(`http://${message.headers.host ?? '127.0.0.1'}${message.url ?? '/'}`, {
    method,
    headers: new Headers(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
    ...(bare ? {} : { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }),
  });
}

/** A site of these files, by name, and of whatever the doors answer. It listens nowhere yet. */
export function createSite(files: ReadonlyMap<string, string>, ...doors: readonly Door[]): Server {
  const fileAt = (path: string): Response => {
    const name = path === '/' ? 'index.html' : path.slice(1);
    const text = files.get(name);
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    return text === undefined
      ? new Response('404', { status: 404 })
      : new Response(text, { headers: { 'Content-Type': type } });
  };
  const answer = async (request: Request): Promise<Response> => {
    for (const door of doors) {
      const response = await door(request);
      if (response !== undefined) return response;
    }
    return fileAt(new URL(request.url).pathname);
  };
  return createServer(async (message, reply) => {
    const response = await answer(asRequest(message)).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      return new Response('400', { status: 400 });
    });
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    reply.writeHead(response.status, Object.fromEntries(headers));
    if (response.body === null) reply.end();
    else Readable.fromWeb(response.body as import('node:stream/web').ReadableStream).pipe(reply);
  });
}

/** Serves it on this machine and says where; on port 8080 or the PORT of the environment. */
export function startSite(site: Server, title: string): void {
  site.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
    const { port } = site.address() as AddressInfo;
    process.stdout.write(`${title}: http://127.0.0.1:${port}/\n`);
  });
}
