/** Sessions for demonstrations: a random secret goes to the browser, its hash and the person to the store. */
import { createHash, randomBytes } from 'node:crypto';
import type { Core } from './core.ts';

const HOUR = 3_600_000;

export interface Sessions {
  startSession(person: string, hours: number): Promise<string>;
  session(secret: string): Promise<string | undefined>;
  endSession(secret: string): Promise<void>;
}

/** Sessions run on real time: moving the demonstration's clock signs nobody out. */
export function createSessions({ store, realNow }: Core): Sessions {
  const instant = (after = 0) => new Date(realNow() + after).toISOString();
  return {
    async startSession(person, hours) {
      const secret = randomBytes(32).toString('base64url');
      await store.putSession({ id: hashOf(secret), person, expires: instant(hours * HOUR) });
      return secret;
    },
    session: async (secret) => (await store.session(hashOf(secret), instant()))?.person,
    endSession: (secret) => store.endSession(hashOf(secret)),
  };
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
