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

/** The host alone is compared: behind a proxy that ends TLS, this server sees http where the browser sees https. */
function isOwn(origin: string, request: Request): boolean {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Headers that a page of another site cannot send without asking first. */
const OWN_HEADERS = ['x-requested-with', 'x-file-name', 'idempotency-key'];

/**
 * Refuses what another site could make a signed-in browser send: a request that changes something has to come from
 * this origin (or one of `origins`) and be of a kind that no plain form can send.
 */
export function originProblem(request: Request, origins: readonly string[]): Problem | undefined {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const known = origin === null || origins.includes(origin) || isOwn(origin, request);
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none';
  if (!known || (foreignSite && !(origin !== null && origins.includes(origin)))) {
    return problem('http/origin', { origin: origin ?? site ?? 'elsewhere' });
  }
  const isJson = (request.headers.get('content-type') ?? '').startsWith('application/json');
  if (isJson || OWN_HEADERS.some((name) => request.headers.has(name))) return undefined;
  return problem('http/origin', { origin: origin ?? 'a plain form' });
}
