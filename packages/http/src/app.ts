/** The HTTP door: a Hono app over a service. */
import { randomUUID } from 'node:crypto';
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import type { Actor } from '@aidflow/engine';
import type { Service } from '@aidflow/service';
import { type Context, Hono } from 'hono';
import { readJson } from './body.ts';
import { type DemoOptions, demoActor } from './demo.ts';
import { type OriginOptions, originProblem, SECURITY_HEADERS } from './guard.ts';
import { languageOf } from './language.ts';
import { problemResponse, type Speaker } from './problem.ts';
import { type RateOptions, rateLimit } from './rate.ts';
import { requestProblems } from './requests.ts';
import type { Route } from './route.ts';
import { routesFor } from './routes/index.ts';

export interface AppOptions extends OriginOptions {
  service: Service;
  /** Who sends a request: officers come with their grants. Nobody when it cannot be told. */
  authenticate?: (request: Request) => Promise<Actor | undefined>;
  /** Signing in without a password, and a clock that can be moved. Off unless given. */
  demo?: DemoOptions;
  rate?: RateOptions;
  /** Hears of failures; by default they are written to standard error. */
  onError?: (error: unknown, reference: string) => void;
}

/** Somebody of whom nothing is known. */
const NOBODY: Actor = { id: '', kind: 'applicant', name: '', grants: [] };

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Makes the app. Other routes (pages, assets) may be added to it. Throws `TypeError` for a `publicUrl` that is none. */
export function createApp(options: AppOptions): Hono {
  const { service, demo, onError = report } = options;
  if (options.publicUrl !== undefined && !URL.canParse(options.publicUrl)) {
    throw new TypeError(`"${options.publicUrl}" is no address.`);
  }
  const limit = options.rate && rateLimit(options.rate);
  const routes = routesFor(demo);
  const app = new Hono();
  const speakerOf = (context: Context): Speaker => speaker(service, context);

  async function actorOf(context: Context): Promise<Actor | undefined> {
    return (
      (demo && (await demoActor(service, demo, context))) ?? (await options.authenticate?.(context.req.raw))
    );
  }

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });

  app.use('/api/*', async (context, next) => {
    if (!SAFE.includes(context.req.method)) {
      const foreign = originProblem(context.req.raw, options);
      if (foreign) return problemResponse([foreign], speakerOf(context));
    }
    return next();
  });

  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      const speaks = speakerOf(context);
      const known = await actorOf(context);
      const fast = limit?.(known?.id ?? addressOf(context));
      if (fast) return problemResponse([fast], speaks);
      if (route.roles === 'signed-in' && !known) return problemResponse([problem('auth/required')], speaks);
      const checked = await checkedRequest(route, context);
      if (!checked.ok) return problemResponse(checked.problems, speaks);
      return route.handle({
        service,
        actor: known ?? NOBODY,
        signedIn: known !== undefined,
        identify: () => actorOf(context),
        speaker: speaks,
        param: (name) => context.req.param(name) ?? '',
        query: checked.query,
        body: checked.body,
        context,
        demo,
      });
    });
  }

  app.all('/api/*', (context) => {
    const { path, method } = context.req;
    const allowed = routes
      .filter((route) => matches(route.path, path))
      .map((route) => route.method.toUpperCase());
    if (allowed.length === 0)
      return problemResponse([problem('http/not-found', { path })], speakerOf(context));
    const found = problem('http/method', { path, method, allowed });
    return problemResponse([found], speakerOf(context), { allow: allowed.join(', ') });
  });

  app.onError((error, context) => {
    if (error instanceof ProblemError && error.problem.status < 500) {
      return problemResponse([error.problem], speakerOf(context));
    }
    const reference = randomUUID();
    onError(error, reference);
    return problemResponse([problem('http/internal', { reference })], speakerOf(context));
  });
  return app;
}

/** The other end of the connection; empty where there is none, as in tests. */
function addressOf({ env }: Context): string {
  return (env as { incoming?: { socket: { remoteAddress?: string } } }).incoming?.socket.remoteAddress ?? '';
}

function report(error: unknown, reference: string): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${reference} ${text}\n`);
}

function speaker(service: Service, context: Context): Speaker {
  const language = languageOf(context.req.query('lang'), context.req.header('accept-language'));
  return { language, texts: service.texts(language) };
}

type Checked =
  | { ok: true; query: Record<string, string>; body: unknown }
  | { ok: false; problems: Problem[] };

async function checkedRequest(route: Route, context: Context): Promise<Checked> {
  const query = context.req.query();
  const wrong = route.query === undefined ? [] : requestProblems(route.query, query);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  if (route.body === undefined || route.body === 'file') return { ok: true, query, body: undefined };
  const read = await readJson(context.req.raw);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const problems = requestProblems(route.body, read.value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, query, body: read.value };
}

function matches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === found.length &&
    wanted.every((part, index) => part.startsWith(':') || part === found[index])
  );
}
