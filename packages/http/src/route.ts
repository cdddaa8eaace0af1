/** The route table: each row says what a route is for, what goes in and out, and who may ask; from it come routing, checks and OpenAPI. */
import type { JsonSchema } from '@aidflow/definition';
import type { Actor } from '@aidflow/engine';
import type { Service } from '@aidflow/service';
import type { Context } from 'hono';
import type { DemoOptions } from './demo.ts';
import type { Speaker } from './problem.ts';
import type { RequestSchema } from './schemas/requests.ts';

/** One request, checked and ready to be answered. */
export interface Exchange {
  service: Service;
  /** On routes for anyone who is not signed in: somebody without name and rights. */
  actor: Actor;
  signedIn: boolean;
  /** Who it is now, for answers that go on: a session may have ended meanwhile, a role been taken away. */
  identify(): Promise<Actor | undefined>;
  speaker: Speaker;
  /** Part of the path by its name in the table. */
  param(name: string): string;
  query: Record<string, string>;
  /** Fits the schema that the route names. */
  body: unknown;
  context: Context;
  demo: DemoOptions | undefined;
}

export interface RouteAnswer {
  description: string;
  /** Name of an answer schema, or a schema. */
  schema?: string | JsonSchema;
  /** `application/json` when left out. */
  type?: string;
}

export interface Route {
  method: 'get' | 'post' | 'delete';
  /** As in `/api/cases/:id`. */
  path: string;
  /** Operation id. */
  id: string;
  summary: string;
  /** Who may ask at all; what they may see or do is decided case by case. */
  roles: 'anyone' | 'signed-in';
  /** Only there when a demonstration asks for it. */
  only?: 'demo' | 'clock';
  query?: RequestSchema;
  body?: RequestSchema | 'file';
  /** Takes the header `Idempotency-Key`, without which it does nothing. */
  keyed?: true;
  /** Takes the header `If-Match`. */
  versioned?: true;
  answers: Record<string, RouteAnswer>;
  handle(exchange: Exchange): Promise<Response>;
}

/** JSON that no cache keeps: nearly everything here is somebody's business. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
