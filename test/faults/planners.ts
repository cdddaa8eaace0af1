/** Officers who plan, inspect and register while their server dies under them. Each request is repeated until answered. */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@aidflow/engine';
import type { Victim } from './victim.ts';

/** Records that are registered more than once, by whoever comes first. */
const SHARED = 12;

interface Answer {
  state?: { id: string };
  items?: { case: string; step: string }[];
  code?: string;
}

/** Works until `stopped`; answers the keys of records that were acknowledged as made. */
export async function planning(
  victim: Victim,
  random: () => number,
  stopped: () => boolean,
): Promise<string[]> {
  const registered: string[] = [];
  const watches: string[] = [];
  const open = (what: string, data?: JsonObject) =>
    send(victim, 'POST', '/api/cases', {
      programme: 'rounds',
      division: '620821100201',
      do: what,
      ...(data ? { data } : {}),
    });
  const anyKey = () => (random() < 0.5 ? `F${Math.floor(random() * SHARED)}` : randomUUID().slice(0, 8));

  while (!stopped()) {
    const turn = random();
    if (turn < 0.08) {
      const { state } = await open('watch');
      if (state) watches.push(state.id);
    } else if (turn < 0.2) {
      const items = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
        key: anyKey(),
        watch: watches[Math.floor(random() * watches.length)] ?? 'nobody',
        note: randomUUID(),
      }));
      await open('plan', { items });
    } else if (turn < 0.35) {
      const key = anyKey();
      const { state } = await open('register', { key, note: randomUUID() });
      if (state) registered.push(key);
    } else {
      const { items = [] } = await send(victim, 'GET', '/api/inbox?limit=20');
      const looks = items.filter(({ step }) => step === 'look');
      const one = looks[Math.floor(random() * looks.length)];
      if (!one) continue;
      const path = `/api/cases/${encodeURIComponent(one.case)}/commands`;
      await send(victim, 'POST', path, { do: 'look.done' });
    }
  }
  return registered;
}

async function send(
  victim: Victim,
  method: 'GET' | 'POST',
  path: string,
  json?: JsonObject,
): Promise<Answer> {
  const key = randomUUID();
  for (;;) {
    try {
      const response = await fetch(victim.url + path, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': key, 'x-person': 'clerk' },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        signal: AbortSignal.timeout(5000),
      });
      const answer = (await response.json()) as Answer;
      if (response.status >= 500) throw new RangeError(JSON.stringify(answer));
      return answer;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}
