/** The stream of changes: who listens is known for as long as it runs, and nobody is left listening. */
import type { CaseChange } from '@aidflow/service';
import { expect, test } from 'vitest';
import { application, atDoor, type Door, people, VILLAGE } from './fixtures/door.ts';

/** Counts who listens to the service behind a door. */
function listeners(door: Door): () => number {
  const all = new Set<(change: CaseChange) => void>();
  const real = door.service.onChange;
  door.service.onChange = (listener) => {
    all.add(listener);
    const forget = real(listener);
    return () => {
      all.delete(listener);
      forget();
    };
  };
  return () => all.size;
}

/** Reads what has come of a stream until `done` says it is enough or the stream ends. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>, done: (text: string) => boolean) {
  let text = '';
  while (!done(text)) {
    const piece = await reader.read();
    if (piece.done) return { text, ended: true };
    text += new TextDecoder().decode(piece.value);
  }
  return { text, ended: false };
}

const apply = (door: Door) =>
  door.service.openCase(people.applicant, { programme: 'dibao', division: VILLAGE, data: application });

test('asking only for the head of the stream leaves nobody listening', () =>
  atDoor(async (door) => {
    const count = listeners(door);
    const answer = await door.app.request('/api/stream', {
      method: 'HEAD',
      headers: { 'x-person': 'clerk' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(count()).toBe(0);
  }));

test('a stream ends with its session: nothing that happens later is told', () =>
  atDoor(
    async (door) => {
      const count = listeners(door);
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ person: 'clerk-1' });
      const signedIn = await door.app.request('/api/session', { method: 'POST', headers, body });
      const cookie = String(signedIn.headers.get('set-cookie')).split(';')[0] ?? '';
      const stream = await door.app.request('/api/stream', { headers: { cookie } });
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      await read(reader, (text) => text.includes('retry'));
      await apply(door);
      expect((await read(reader, (text) => text.includes('"version":1'))).ended).toBe(false);
      await door.app.request('/api/session', {
        method: 'DELETE',
        headers: { cookie, 'x-requested-with': 'x' },
      });
      await apply(door);
      const rest = await read(reader, (text) => text.includes('event: case'));
      expect(rest).toEqual({ text: '', ended: true });
      expect(count()).toBe(0);
    },
    { demo: { people: Object.values(people) } },
  ));

/** Holds the judging of the first change until it is let go, and tells how the second was judged. */
function judging({ service }: Door) {
  const real = service.maySee;
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const second = Promise.withResolvers<boolean>();
  let judged = 0;
  service.maySee = async (...asked) => {
    const turn = ++judged;
    const answer = await real(...asked);
    if (turn === 1) {
      begun.resolve();
      await held.promise;
    } else second.resolve(answer);
    return answer;
  };
  return { begun: begun.promise, letGo: () => held.resolve(), second: second.promise };
}

test.each([
  { now: 'more', before: '620821101', after: '620821100', told: true },
  { now: 'less', before: '620821100', after: '620821101', told: false },
])('what changes while another change is judged goes by what its reader may see now: $now', (row) => {
  const clerk = { ...people.clerk };
  const actIn = (division: string) => {
    clerk.grants = [{ role: 'clerk', division }];
  };
  return atDoor(
    async (door) => {
      actIn(row.before);
      const stream = await door.app.request('/api/stream');
      const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
      await read(reader, (text) => text.includes('retry'));
      const first = judging(door);
      await apply(door);
      await first.begun;
      actIn(row.after);
      const opened = await apply(door);
      first.letGo();
      expect(await first.second).toBe(row.told);
      if (row.told) {
        const id = opened.ok ? opened.value.state.id : '';
        expect((await read(reader, (text) => text.includes(id))).ended).toBe(false);
      }
      await reader.cancel();
    },
    { authenticate: async () => ({ ...clerk }) },
  );
});
