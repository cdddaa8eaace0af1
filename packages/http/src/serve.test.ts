/** Through a real server on the loopback interface, by the client that browsers use. */
import { createServer } from 'node:net';
import type { JsonObject } from '@aidflow/engine';
import { expect, test } from 'vitest';
import { ClientError, createClient } from './client/index.ts';
import { application, atDoor, type Door, type PersonName, VILLAGE } from './fixtures/door.ts';
import { serve } from './serve.ts';

const request = { programme: 'dibao', division: VILLAGE, data: application };

async function served(
  door: Door,
  work: (as: (name?: PersonName) => ReturnType<typeof createClient>) => Promise<void>,
) {
  const server = await serve(door.app, { port: 0, grace: 200 });
  try {
    await work((name) =>
      createClient({ baseUrl: server.url, headers: name === undefined ? {} : { 'x-person': name } }),
    );
  } finally {
    await server.close();
  }
}

test('the client opens, acts and reads', () =>
  atDoor((door) =>
    served(door, async (as) => {
      const opened = await as('applicant').open(request);
      const { id, version } = opened.state;
      const [item] = (await as('clerk').inbox({ limit: 1 })).items;
      expect(item?.case).toBe(id);
      const accepted = await as('clerk').command(id, { do: 'accept.accept', data: {} }, { version });
      expect(accepted.state.version).toBe(4);
      expect((await as('clerk').case(id)).steps.map((step) => step.id)).toEqual(['verification', 'visit']);
      expect((await as('clerk').explain(id, 2)).event.seq).toBe(2);
      expect((await as('clerk').cases({ q: opened.state.number })).items).toHaveLength(1);
      expect(await as().notices()).toEqual([]);
      expect(await as().divisions('620821')).toEqual([
        { code: '620821100', name: '甲镇', level: 'township' },
      ]);
      const [programme] = await as().programmes();
      expect((await as().definition(String(programme?.hash))).programme).toBe('dibao');
      const content = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])], {
        type: 'image/jpeg',
      });
      const shares: number[] = [];
      const file = await as('applicant').upload(content, { onProgress: (share) => shares.push(share) });
      expect([file.type, shares]).toEqual(['image/jpeg', [0, 1]]);
    }),
  ));

test('the client grants, acts on many cases, and reads records, rounds and copies', () =>
  atDoor((door) =>
    served(door, async (as) => {
      const delegation = {
        programme: 'dibao',
        action: 'confirm',
        from: '620821',
        to: '620821100',
        effective: '2026-03-01',
        document: '1号',
      };
      const { id } = await as('officer').grantDelegation(delegation);
      expect((await as('officer').delegations()).map((one) => one.id)).toEqual([id]);
      expect((await as('officer').revokeDelegation(id, { document: '2号' })).inForce).toBe(false);
      const grants = [{ role: 'clerk', division: '620821100' }];
      const absent = {
        absent: 'clerk-1',
        substitute: 'clerk-2',
        grants,
        from: '2026-03-16',
        document: '3号',
      };
      const standIn = await as('clerk').grantStandIn(absent);
      expect(await as('clerk').standIns()).toEqual([standIn]);
      await as('clerk').revokeStandIn(standIn.id, { document: '4号' });

      const { state } = await as('applicant').open(request);
      const answers = await as('clerk').batch([
        { case: state.id, do: 'copy', data: { to: 'officer-2', name: '外县' } },
        { case: 'x', do: 'complain' },
      ]);
      expect(answers.map((answer) => (answer.ok ? answer.value.version : answer.problem.code))).toEqual([
        2,
        'case/unknown',
      ]);
      expect((await as('otherCounty').copies()).items.map((copy) => copy.case)).toEqual([state.id]);

      const open = (what: string, data?: JsonObject) =>
        as('officer').open({ programme: 'course', division: VILLAGE, do: what, ...(data ? { data } : {}) });
      await open('found', { key: 'S1', name: '一校' });
      const records = await as('officer').records({ type: 'school', where: { name: '一校' } });
      expect(records.items.map(({ key }) => key)).toEqual(['S1']);
      const round = await open('recruit');
      expect((await as().enrolments()).map((one) => one.case)).toEqual([round.state.id]);
      await as('applicant').object({ case: round.state.id }, { do: 'class.enrol', data: { name: '张兰' } });
      await door.service.tick();
      const [child] = (await as('officer').children(round.state.id)).items;
      expect((await as('applicant').case(String(child?.id))).parent?.case).toBe(round.state.id);
    }),
  ));

test('the client rejects with the problem and the newer version', () =>
  atDoor((door) =>
    served(door, async (as) => {
      const { state } = await as('applicant').open(request);
      await as('clerk').command(state.id, { do: 'complain', reasons: 'x' });
      const late = await as('clerk')
        .command(state.id, { do: 'accept.accept', data: {} }, { version: 1 })
        .catch((error) => error);
      expect(late).toBeInstanceOf(ClientError);
      expect(late).toMatchObject({ newer: 2, problem: { code: 'http/precondition-failed', status: 412 } });
    }),
  ));

test('the client tries again when there was no answer, and the act counts once', () =>
  atDoor((door) =>
    served(door, async () => {
      const server = await serve(door.app, { port: 0 });
      let cut = 0;
      const flaky: typeof fetch = async (url, init) => {
        const response = await fetch(url, init);
        // The server has done it, and its answer is lost.
        if (init?.method === 'POST' && cut++ === 0) throw new TypeError('fetch failed');
        return response;
      };
      const client = createClient({
        baseUrl: server.url,
        fetch: flaky,
        headers: { 'x-person': 'applicant' },
      });
      const { state } = await client.open(request);
      expect(state.number).toBe('DIBAO-2026-000001');
      expect((await client.cases()).items).toHaveLength(1);
      expect(cut).toBe(2);
      await server.close();
    }),
  ));

test('changes are streamed to those who may see the case, and only to them', () =>
  atDoor((door) =>
    served(door, async (as) => {
      const heard: Record<string, unknown[]> = { clerk: [], neighbour: [] };
      const ends = (['clerk', 'neighbour'] as const).map((name) =>
        as(name).subscribe((change) => heard[name]?.push(change)),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { state } = await as('applicant').open(request);
      await as('clerk').command(state.id, { do: 'accept.accept', data: {} });
      for (let n = 0; n < 40 && (heard.clerk?.length ?? 0) < 2; n++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      expect(heard).toEqual({
        clerk: [
          { case: state.id, version: 1 },
          { case: state.id, version: 4 },
        ],
        neighbour: [],
      });
      for (const end of ends) end();
    }),
  ));

test('a server that is closed lets the open request end', () =>
  atDoor(async (door) => {
    door.app.get('/slow', async (context) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return context.text('done');
    });
    const server = await serve(door.app, { port: 0 });
    const slow = fetch(`${server.url}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = server.close();
    expect(await (await slow).text()).toBe('done');
    await closed;
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  }));

test('a port that is taken is an error of the caller', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  await atDoor(async (door) => {
    await expect(serve(door.app, { port })).rejects.toThrow('EADDRINUSE');
  });
  other.close();
});
