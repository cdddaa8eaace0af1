/**
 * Clients that go on sending commands whatever happens to the server. Each command carries a marker of its own, so that
 * it can be found in the events, and a key, under which it is repeated until it is answered or given up.
 */
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@aidflow/engine';
import type { Victim } from './victim.ts';

export interface Sent {
  marker: string;
  /** `done` was acknowledged, `refused` was answered with a problem, `given-up` was never answered. */
  fate: 'done' | 'refused' | 'given-up';
  caseId?: string;
  version?: number;
  /** How often it was sent. */
  tries: number;
}

/** One household member who is the applicant; the marker stands in the address. */
function application(marker: string): JsonObject {
  return {
    applicant: { name: '张兰', idNumber: '62082119780512002X', mobile: '13800000001' },
    area: 'rural',
    registered: '620821100201',
    address: `示范县甲镇一村${marker}`,
    members: [{ name: '张兰', idNumber: '62082119780512002X', relation: 'self' }],
    housing: 'own',
    bank: { holder: '张兰', number: '6217000000000000012' },
    consent: true,
    truth: true,
  };
}

interface Order {
  path: string;
  person: string;
  body: (marker: string) => JsonObject;
}

const order = (
  caseId: string,
  person: string,
  what: string,
  more: (marker: string) => JsonObject,
): Order => ({
  path: `/api/cases/${caseId}/commands`,
  person,
  body: (marker) => ({ do: what, ...more(marker) }),
});

const visit = (marker: string) => ({
  data: {
    date: '2026-03-16',
    seen: [{ name: '张兰', relation: '本人' }],
    housing: 'sound',
    living: marker,
    agrees: true,
  },
});

/** What can be done in a case after so many commands of its own have been acknowledged. */
const stages: ((caseId: string) => Order)[] = [
  (id) => order(id, 'clerk', 'accept.accept', (marker) => ({ data: { remark: marker } })),
  (id) => order(id, 'visitorA', 'visit.submit', visit),
  (id) => order(id, 'visitorB', 'visit.submit', visit),
];

/** Sends until `stopped`; every answer and every silence is in `sent`. */
export async function work(
  victim: Victim,
  random: () => number,
  sent: Sent[],
  stopped: () => boolean,
): Promise<void> {
  const cases: { id: string; stage: number }[] = [];
  while (!stopped()) {
    const mine = cases[Math.floor(random() * cases.length)];
    if (!mine || random() < 0.2) {
      const result = await send(victim, random, {
        path: '/api/cases',
        person: 'applicant',
        body: (marker) => ({ programme: 'dibao', division: '620821100201', data: application(marker) }),
      });
      sent.push(result);
      if (result.fate === 'done' && result.caseId !== undefined) cases.push({ id: result.caseId, stage: 0 });
      continue;
    }
    const stage = stages[mine.stage];
    if (stage && random() < 0.5) {
      const result = await send(victim, random, stage(mine.id));
      sent.push(result);
      if (result.fate !== 'given-up') mine.stage++;
    } else {
      const complaint = order(mine.id, 'clerk', 'complain', (reasons) => ({ reasons }));
      sent.push(await send(victim, random, complaint));
    }
  }
}

/** Repeats a request under its key until it is answered; one in five gives up at the first silence. */
async function send(victim: Victim, random: () => number, { path, person, body }: Order): Promise<Sent> {
  const marker = randomUUID();
  const patience = random() < 0.2 ? 1 : 2000;
  for (let tries = 1; tries <= patience; tries++) {
    try {
      const response = await fetch(victim.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': marker, 'x-person': person },
        body: JSON.stringify(body(marker)),
        signal: AbortSignal.timeout(5000),
      });
      const answer = (await response.json()) as { state?: { id: string; version: number }; code?: string };
      if (answer.state) {
        return { marker, fate: 'done', caseId: answer.state.id, version: answer.state.version, tries };
      }
      if (response.status >= 500) throw new Error(`Unexpected: ${JSON.stringify(answer)}`);
      return { marker, fate: 'refused', tries };
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Unexpected')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
  return { marker, fate: 'given-up', tries: patience };
}
