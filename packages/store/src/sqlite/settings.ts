/** The small rest: definitions by hash, settings, sequences, sessions, idempotency keys. */
import type { DatabaseSync } from 'node:sqlite';
import type { StoredDefinition, StoredResponse, StoredSession } from '../contract.ts';
import { all, one } from './rows.ts';

export function prepareDefinitions(database: DatabaseSync) {
  // A hash names its content: putting it again changes nothing, not even its date.
  const put = database.prepare(`
    INSERT INTO definitions (hash, programme, version, title, published, bundle) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`);
  const find = database.prepare('SELECT * FROM definitions WHERE hash = ?');
  const list = database.prepare(
    'SELECT hash, programme, version, title, published FROM definitions ORDER BY published, rowid',
  );

  return {
    async putDefinition(definition: StoredDefinition): Promise<void> {
      const { hash, programme, version, title, published, bundle } = definition;
      put.run(hash, programme, version, title, published, bundle);
    },

    async definition(hash: string): Promise<StoredDefinition | undefined> {
      return one<StoredDefinition>(find, hash);
    },

    async definitions(): Promise<Omit<StoredDefinition, 'bundle'>[]> {
      return all(list);
    },
  };
}

export function prepareSettings(database: DatabaseSync) {
  const find = database.prepare('SELECT value FROM settings WHERE key = ?');
  const put = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const take = database.prepare(`
    INSERT INTO sequences (name, next) VALUES (?1, 1 + ?2)
    ON CONFLICT DO UPDATE SET next = next + ?2 RETURNING next - ?2 AS first`);
  const replay = database.prepare(
    'SELECT fingerprint, case_id AS caseId, version, at FROM idempotency WHERE actor = ? AND key = ?',
  );
  const forget = database.prepare('DELETE FROM idempotency WHERE at < ?');
  const putSession = database.prepare('INSERT INTO sessions (id, person, expires) VALUES (?, ?, ?)');
  const session = database.prepare('SELECT id, person, expires FROM sessions WHERE id = ? AND expires > ?');
  const endSession = database.prepare('DELETE FROM sessions WHERE id = ?');

  return {
    async setting(key: string): Promise<string | undefined> {
      return one<{ value: string }>(find, key)?.value;
    },

    async setSetting(key: string, value: string): Promise<void> {
      put.run(key, value);
    },

    async sequence(name: string, count = 1): Promise<number> {
      const taken = one<{ first: number }>(take, name, count);
      return taken?.first ?? 1;
    },

    async replay(
      actor: string,
      key: string,
    ): Promise<(StoredResponse & { fingerprint: string }) | undefined> {
      return one(replay, actor, key);
    },

    async forgetKeys(before: string): Promise<number> {
      return Number(forget.run(before).changes);
    },

    async putSession({ id, person, expires }: StoredSession): Promise<void> {
      putSession.run(id, person, expires);
    },

    async session(id: string, now: string): Promise<StoredSession | undefined> {
      return one(session, id, now);
    },

    async endSession(id: string): Promise<void> {
      endSession.run(id);
    },
  };
}
