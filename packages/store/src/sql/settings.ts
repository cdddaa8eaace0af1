/** The small rest: definitions by hash, settings, sequences, sessions, idempotency keys. */
import type { StoredDefinition, StoredResponse, StoredSession } from '../contract.ts';
import type { Queries } from './queries.ts';

export function definitionQueries({ dialect, all, one, run }: Queries) {
  return {
    /** A hash names its content: putting it again changes nothing, not even its date. */
    async putDefinition(definition: StoredDefinition): Promise<void> {
      const { hash, programme, version, title, published, bundle } = definition;
      await run(
        `INSERT INTO definitions (hash, programme, version, title, published, bundle) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        hash,
        programme,
        version,
        title,
        published,
        bundle,
      );
    },

    async definition(hash: string): Promise<StoredDefinition | undefined> {
      return one<StoredDefinition>(
        'SELECT hash, programme, version, title, published, bundle FROM definitions WHERE hash = ?',
        hash,
      );
    },

    async definitions(): Promise<Omit<StoredDefinition, 'bundle'>[]> {
      return all(
        `SELECT hash, programme, version, title, published FROM definitions ORDER BY published, ${dialect.inserted}`,
      );
    },
  };
}

export function settingQueries({ all, one, run }: Queries) {
  return {
    async setting(key: string): Promise<string | undefined> {
      return (await one<{ value: string }>('SELECT value FROM settings WHERE key = ?', key))?.value;
    },

    async setSetting(key: string, value: string): Promise<void> {
      await run(
        'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        value,
      );
    },

    async sequence(name: string, count = 1): Promise<number> {
      const [taken] = await all<{ next: number }>(
        `INSERT INTO sequences (name, next) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET next = sequences.next + ? RETURNING next`,
        name,
        1 + count,
        count,
      );
      return (taken?.next ?? 1 + count) - count;
    },

    async replay(
      actor: string,
      key: string,
    ): Promise<(StoredResponse & { fingerprint: string }) | undefined> {
      return one(
        'SELECT fingerprint, case_id AS "caseId", version, at FROM idempotency WHERE actor = ? AND key = ?',
        actor,
        key,
      );
    },

    async forgetKeys(before: string): Promise<number> {
      return run('DELETE FROM idempotency WHERE at < ?', before);
    },

    async putSession({ id, person, expires }: StoredSession): Promise<void> {
      await run('INSERT INTO sessions (id, person, expires) VALUES (?, ?, ?)', id, person, expires);
    },

    async session(id: string, now: string): Promise<StoredSession | undefined> {
      return one('SELECT id, person, expires FROM sessions WHERE id = ? AND expires > ?', id, now);
    },

    async endSession(id: string): Promise<void> {
      await run('DELETE FROM sessions WHERE id = ?', id);
    },
  };
}
