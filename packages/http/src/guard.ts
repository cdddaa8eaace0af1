/** What every answer and every request that changes something has to do with: headers of safety, and where it came from. */
import { type Problem, problem } from '@aidflow/definition';

export const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
};

/** Where requests that change something may come from. */
export interface OriginOptions {
  /** Address under which browsers know this server. Without it only a page on this machine is one of its own. */
  publicUrl?: string | undefined;
  /** Origins besides its own. */
  origins?: readonly string[] | undefined;
}

/** Names that no name server can make lead elsewhere. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether an `Origin` is known. What the request says its host is proves nothing, for a name of somebody else may have
 * been made to lead here; only of this machine's own names it tells the port.
 */
export function isKnownOrigin(
  origin: string,
  request: Request,
  { publicUrl, origins = [] }: OriginOptions = {},
): boolean {
  if (origins.includes(origin)) return true;
  if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!URL.canParse(origin)) return false;
  const found = new URL(origin);
  return found.host === host && LOOPBACK.includes(found.hostname);
}

/** Headers that a page of another site cannot send without asking first. */
const OWN_HEADERS = ['x-requested-with', 'x-file-name', 'idempotency-key'];

/**
 * Refuses what another site could make a signed-in browser send: a request that changes something has to come from
 * this origin (or one of `origins`) and be of a kind that no plain form can send.
 */
export function originProblem(request: Request, options: OriginOptions): Problem | undefined {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const known = origin === null || isKnownOrigin(origin, request, options);
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none';
  if (!known || (foreignSite && !(origin !== null && options.origins?.includes(origin)))) {
    return problem('http/origin', { origin: origin ?? site ?? 'elsewhere' });
  }
  const isJson = (request.headers.get('content-type') ?? '').startsWith('application/json');
  if (isJson || OWN_HEADERS.some((name) => request.headers.has(name))) return undefined;
  return problem('http/origin', { origin: origin ?? 'a plain form' });
}
