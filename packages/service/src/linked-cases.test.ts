/** Cases that open others, hear how they ended, send events and keep records, through the store and back. */
import { bundleHash } from '@aidflow/definition/node';
import { verifyChain } from '@aidflow/engine';
import { describe, expect, test } from 'vitest';
import { codeOf, DAY, inOffice, inspectionBundle, type Office, people, VILLAGE } from './fixtures/office.ts';
import type { ScheduleProgress } from './schedules.ts';

const { clerk, officer, leader, applicant, neighbour, auditor, otherClerk } = people;
const programmes = [await inspectionBundle()];
const atWork = (work: (office: Office) => Promise<void>, more = {}) =>
  inOffice(work, { programmes, ...more });

const facility = (key: string) => ({ key, name: `敬老院${key}`, manager: '孙桂芳' });

/** A plan under way for some facilities, its cases opened. */
async function planned(office: Office, keys: string[], watch?: string) {
  const facilities = keys.map((key) => ({ key, ...(watch === undefined ? {} : { watch }) }));
  const { id } = await office.begin(officer, 'plan', { facilities });
  await office.service.tick();
  return office.state(id);
}

const childOf = (plan: string, index: number) => `${plan}~visits~1~${index}`;

describe('a case for each item', () => {
  test('is opened by a message, stands in an inbox, and says how it ended', () =>
    atWork(async (office) => {
      const plan = await planned(office, ['F1', 'F2']);
      const children = await office.service.children(officer, plan.id, { limit: 10 });
      expect(children).toMatchObject({
        value: {
          items: [
            { id: childOf(plan.id, 1), number: `${plan.number}-1`, steps: ['现场检查'] },
            { id: childOf(plan.id, 2), parent: { case: plan.id, step: 'visits', index: 2 } },
          ],
        },
      });
      const work = await office.service.inbox(clerk, { limit: 10 });
      expect(work).toMatchObject({ value: { items: [{ stepTitle: '现场检查' }, { step: 'look' }] } });

      await office.act(clerk, childOf(plan.id, 1), 'look.good', { grade: 'A' });
      await office.act(clerk, childOf(plan.id, 2), 'look.bad', { grade: 'C' });
      await office.service.tick();
      const after = await office.state(plan.id);
      expect(after.value).toBe('total');
      expect(after.items?.visits?.items.map(({ outcome, returns }) => [outcome, returns])).toEqual([
        ['approved', { grade: 'A', before: 0 }],
        ['correction-ordered', { grade: 'C', before: 0 }],
      ]);
      const types = (await office.store.events(plan.id)).map(({ type }) => type);
      expect(types).toEqual([
        'plan.start',
        'visits.opened',
        'visits.returned',
        'visits.returned',
        'visits.done',
      ]);
      expect(verifyChain(await office.store.events(childOf(plan.id, 1)))).toBeUndefined();
      expect(await office.store.outboxOpen()).toBe(0);
      expect(office.errors).toEqual([]);
    }));

  test('says in its view to whom it belongs, and its case how far it has come', () =>
    atWork(async (office) => {
      const plan = await planned(office, ['F1', 'F2']);
      const child = await office.service.caseView(clerk, childOf(plan.id, 1));
      expect(child).toMatchObject({
        value: {
          parent: { case: plan.id, number: plan.number, step: 'visits', index: 1, may: true },
          steps: [{ id: 'look', title: '现场检查' }],
          history: [{ title: '自动立项' }, { title: '查询台账' }, { title: '查询台账' }],
        },
      });
      await office.act(clerk, childOf(plan.id, 1), 'look.good', { grade: 'A' });
      await office.service.tick();
      const view = await office.service.caseView(officer, plan.id);
      expect(view).toMatchObject({
        value: {
          steps: [{ id: 'visits', items: { total: 2, ended: 1 } }],
          history: [{}, { outcome: '分项立项' }, { outcome: '分项办结' }],
        },
      });
      const retry = view.ok && view.value.offers.find((offer) => offer.do === 'visits.retry');
      expect(retry).toMatchObject({
        may: true,
        reasons: 'required',
        needs: [{ name: 'index', kind: 'choice', options: [{ value: 1, title: `${plan.number}-1` }] }],
      });
      // What belongs to a case is for those who may see that case, and of it what they may see.
      expect(await codeOf(office.service.children(neighbour, plan.id, { limit: 10 }))).toBe('case/unknown');
      expect(await office.service.children(people.otherCounty, plan.id, { limit: 9 })).toMatchObject({
        ok: false,
      });
    }));

  test('can be opened once more alone, and only its second end counts', () =>
    atWork(async (office) => {
      const plan = await planned(office, ['F1', 'F2']);
      await office.act(clerk, childOf(plan.id, 1), 'look.bad', { grade: 'C' });
      await office.service.tick();
      await office.act(officer, plan.id, 'visits.retry', { index: 1 }, '复查');
      await office.service.tick();
      const again = `${childOf(plan.id, 1)}~2`;
      await office.act(clerk, again, 'look.good', { grade: 'B' });
      await office.act(clerk, childOf(plan.id, 2), 'look.good', { grade: 'A' });
      await office.service.tick();
      const after = await office.state(plan.id);
      expect(after.items?.visits?.items.map(({ case: id, returns }) => [id, returns?.grade])).toEqual([
        [again, 'B'],
        [childOf(plan.id, 2), 'A'],
      ]);
    }));

  test('is told and heard once, though its server dies between any two steps', () =>
    atWork(async (office) => {
      const plan = await planned(office, ['F1']);
      const child = childOf(plan.id, 1);
      await office.act(clerk, child, 'look.good', { grade: 'A' });
      // The message lies in the store; another server takes it, and the first comes too late.
      await office.restart(1000, { programmes });
      const [first, second] = [
        office.service,
        await office.start(await office.openStore(), { programmes }, 1000),
      ];
      await Promise.all([first.tick(), second.tick(), first.tick()]);
      const types = (await office.store.events(plan.id)).map(({ type }) => type);
      expect(types.filter((type) => type === 'visits.returned')).toHaveLength(1);
      expect(await office.store.outboxOpen()).toBe(0);
    }));

  test('is called off when nobody waits for it any more', () =>
    atWork(async (office) => {
      const plan = await planned(office, ['F1', 'F2']);
      await office.act(clerk, childOf(plan.id, 1), 'look.good', { grade: 'A' });
      await office.service.advance({ until: '2026-03-25' });
      expect((await office.state(plan.id)).value).toBe('total');
      expect((await office.state(childOf(plan.id, 1))).decided?.outcome).toBe('approved');
      expect(await office.state(childOf(plan.id, 2))).toMatchObject({ status: 'ended' });
      const last = (await office.store.events(childOf(plan.id, 2))).at(-1);
      expect(last).toMatchObject({ type: 'cancel', by: { kind: 'system' } });
      expect(await office.service.inbox(clerk, { limit: 10 })).toMatchObject({ value: { items: [] } });
      expect(await office.store.outboxOpen()).toBe(0);
    }));
});

describe('an event for another case', () => {
  test('arrives where the case waits for it, with who sent it', () =>
    atWork(async (office) => {
      const watch = await office.begin(officer, 'watch');
      const plan = await planned(office, ['F1'], watch.id);
      await office.act(clerk, childOf(plan.id, 1), 'look.bad', { grade: 'C' });
      await office.service.tick();
      const told = (await office.store.events(watch.id)).at(-1);
      expect(told).toMatchObject({
        type: 'listen.raised',
        by: { kind: 'system' },
        data: { facility: 'F1' },
        detail: { from: { case: childOf(plan.id, 1), number: `${plan.number}-1` } },
      });
      expect((await office.state(watch.id)).status).toBe('ended');
    }));

  test('is dropped where nobody waits, and holds up nothing', () =>
    atWork(async (office) => {
      const watch = await office.begin(officer, 'watch');
      const plan = await planned(office, ['F1', 'F2', 'F3'], watch.id);
      const nobody = await planned(office, ['F4'], 'no-case');
      for (const id of [1, 2, 3].map((index) => childOf(plan.id, index)).concat(childOf(nobody.id, 1))) {
        await office.act(clerk, id, 'look.bad', { grade: 'C' });
      }
      await office.service.tick();
      const types = (await office.store.events(watch.id)).map(({ type }) => type);
      expect(types).toEqual(['watch.start', 'listen.raised']);
      expect([await office.store.outboxOpen(), office.errors]).toEqual([0, []]);
      expect((await office.state(plan.id)).value).toBe('total');
    }));
});

describe('records', () => {
  test('are made once and never twice, and whoever comes second is told since when', () =>
    atWork(async (office) => {
      await office.begin(clerk, 'register', facility('F1'));
      const again = await office.service.openCase(clerk, {
        programme: 'inspection',
        division: VILLAGE,
        data: facility('F1'),
      });
      expect(again).toMatchObject({
        ok: false,
        problems: [{ code: 'record/exists', params: { type: 'facility', key: 'F1', created: '2026-03-02' } }],
      });
      const cases = await office.service.cases(officer, { limit: 10 });
      expect(cases).toMatchObject({ value: { items: [{ status: 'ended' }] } });
    }));

  test('answer a definition’s question from the store', () =>
    atWork(async (office) => {
      await office.begin(clerk, 'register', facility('F1'));
      const plan = await planned(office, ['F1', 'F2']);
      const answer = async (index: number) => (await office.state(childOf(plan.id, index))).answers.known;
      expect(await answer(1)).toEqual({
        records: [
          {
            type: 'facility',
            key: 'F1',
            state: 'active',
            data: { name: '敬老院F1', manager: '孙桂芳' },
            created: '2026-03-02',
            validTo: null,
            division: VILLAGE,
            history: [
              {
                at: '2026-03-02',
                case: expect.any(String),
                state: 'active',
                data: { name: '敬老院F1', manager: '孙桂芳' },
              },
            ],
          },
        ],
        count: 1,
      });
      expect(await answer(2)).toEqual({ records: [], count: 0 });
      expect(office.connector.requests).toEqual([]);
    }));

  test('that cannot be told leave the check to a person', async () => {
    const bundle = structuredClone(await inspectionBundle());
    const visits = bundle.definition.steps.find(({ id }) => id === 'visits');
    const known = visits?.kind === 'each' ? visits.steps[0] : undefined;
    if (known?.kind === 'check') known.request = { type: '"facility"', where: '{ "no field": 1 }' };
    bundle.hash = bundleHash(bundle);
    await atWork(
      async (office) => {
        const plan = await planned(office, ['F1']);
        const events = await office.store.events(childOf(plan.id, 1));
        expect(events.map(({ type }) => type)).toEqual(['open', 'known.ask', 'known.unknown']);
        expect(events.at(-1)?.reasons).toBe('Records have no field "no field".');
        expect(office.errors).toEqual([]);
      },
      { programmes: [bundle] },
    );
  });

  test('are listed for officers of their place, masked for who has not acted on them', () =>
    atWork(async (office) => {
      await office.begin(clerk, 'register', facility('F1'));
      await office.begin(clerk, 'register', facility('F2'));
      const plan = await planned(office, ['F1']);
      await office.act(clerk, childOf(plan.id, 1), 'look.bad', { grade: 'C' });
      const list = async (actor: Parameters<Office['act']>[0], query = {}) => {
        const page = await office.service.records(actor, { type: 'facility', limit: 10, ...query });
        return page.ok ? page.value.items.map(({ key, data, masked }) => [key, data.manager, masked]) : [];
      };
      expect(await list(clerk)).toEqual([
        ['F1', '孙桂芳', false],
        ['F2', '孙桂芳', false],
      ]);
      expect(await list(auditor)).toEqual([
        ['F1', '孙**', true],
        ['F2', '孙**', true],
      ]);
      expect(await list(clerk, { state: 'rectifying' })).toEqual([['F1', '孙桂芳', false]]);
      expect(await list(clerk, { where: { grade: 'C' } })).toEqual([['F1', '孙桂芳', false]]);
      for (const stranger of [otherClerk, leader, people.otherCounty, applicant]) {
        expect(await list(stranger)).toEqual([]);
      }
      const [first] = await office.service
        .records(officer, { type: 'facility', key: 'F1', limit: 1 })
        .then((page) => (page.ok ? page.value.items : []));
      expect(first).toMatchObject({
        typeTitle: '机构台账',
        stateTitle: '整改中',
        closed: false,
        divisionName: '甲镇一村',
        version: 2,
      });
    }));
});

describe('a round', () => {
  const open = async (office: Office) => (await office.begin(officer, 'recruit')).id;

  test('is found by everybody while it is open, and takes as many as it can', () =>
    atWork(async (office) => {
      const round = await open(office);
      expect(await office.service.enrolments()).toMatchObject([
        { case: round, do: 'class.enrol', form: 'signup', until: '2026-03-10', enrolled: 0 },
      ]);
      expect(await office.service.enrolments('620822')).toEqual([]);
      const enrol = (actor: typeof applicant, name: string) =>
        office.service.command(actor, round, { do: 'class.enrol', data: { name } });
      // Who enrols need not see the round.
      expect(await enrol(applicant, '王小明')).toMatchObject({ ok: true, value: { case: round } });
      expect(await codeOf(enrol(applicant, '王小明'))).toBe('each/enrolled');
      expect(await codeOf(enrol(neighbour, '赵强'))).toBe('ok');
      const third = { ...neighbour, id: 'applicant-3' };
      expect(await codeOf(enrol(third, '孙桂芳'))).toBe('each/full');
      expect(await codeOf(office.service.command(third, round, { do: 'class.retry' }))).toBe('case/unknown');
      await office.service.tick();
      expect(await office.service.enrolments()).toEqual([]);
      // The place is theirs: they follow their own case, and nobody else's.
      const mine = await office.service.cases(applicant, { limit: 10 });
      expect(mine).toMatchObject({ value: { items: [{ id: `${round}~class~1~1`, steps: ['培训'] }] } });
      expect(await codeOf(office.service.caseView(applicant, `${round}~class~1~2`))).toBe('case/unknown');
    }));

  test('masks those who enrolled before those who do not act in it', () =>
    atWork(async (office) => {
      const round = await open(office);
      // They enrol under the name of the family register.
      await office.service.command(applicant, round, { do: 'class.enrol', data: { name: '张大山' } });
      await office.service.command(neighbour, round, { do: 'class.enrol', data: { name: '李桂花' } });
      await office.service.tick();
      for (const id of [round, `${round}~class~1~1`, `${round}~class~1~2`]) {
        const seen = [
          await office.service.caseView(auditor, id),
          await office.service.events(auditor, id),
          await office.service.children(auditor, round, { limit: 10 }),
        ];
        expect(JSON.stringify(seen)).toContain('masked');
        expect(JSON.stringify(seen)).not.toMatch(/王小明|赵强|张大山|李桂花/);
      }
    }));

  test('closes on its day and goes on when everybody has ended', () =>
    atWork(async (office) => {
      const round = await open(office);
      await office.service.command(applicant, round, { do: 'class.enrol', data: { name: '王小明' } });
      await office.service.tick();
      await office.act(clerk, `${round}~class~1~1`, 'train.pass');
      await office.service.tick();
      expect((await office.state(round)).value).toBe('class');
      await office.service.advance({ until: '2026-03-10' });
      expect((await office.state(round)).value).toBe('total');
    }));
});

describe('a schedule', () => {
  const reviews = async (office: Office) => {
    const page = await office.service.cases(officer, { limit: 100, step: 'review' });
    const items = page.ok ? page.value.items : [];
    return Promise.all(items.map(async ({ id }) => (await office.state(id)).schedule));
  };

  test('opens a case for each record on its day, once', () =>
    atWork(async (office) => {
      await office.begin(clerk, 'register', facility('F1'));
      await office.service.advance({ until: '2026-03-31' });
      expect(await reviews(office)).toEqual([]);
      // The yearly one falls on 1 April, the record's own 90 days later.
      await office.service.advance({ until: '2026-06-15' });
      expect(await reviews(office)).toEqual([
        { id: 'quarter', record: 'F1', due: '2026-05-31', late: false },
        { id: 'spring', due: '2026-04-01', late: false },
      ]);
      await office.service.tick();
      await office.restart(1000, { programmes });
      await office.service.tick();
      expect(await reviews(office)).toHaveLength(2);
      const page = await office.service.cases(officer, { limit: 10, step: 'review' });
      const [quarter] = page.ok ? page.value.items : [];
      expect(quarter?.number).toMatch(/^INSPECTION-2026-00000\d$/);
      // A record may be a person: its key stands in no address.
      expect(quarter?.id).toMatch(/^run-[0-9a-f]{32}$/);
      expect(office.errors).toEqual([]);
    }));

  test('is made late when nobody was at work on its day, and says so', () =>
    atWork(async (office) => {
      await office.service.tick();
      await office.restart(40 * DAY, { programmes });
      await office.service.tick();
      expect(await reviews(office)).toEqual([{ id: 'spring', due: '2026-04-01', late: true }]);
    }));

  test('leaves out what is no longer in force or does not fit', () =>
    atWork(async (office) => {
      await office.begin(clerk, 'register', facility('F1'));
      const plan = await planned(office, ['F1']);
      await office.act(clerk, childOf(plan.id, 1), 'look.bad', { grade: 'C' });
      await office.service.advance({ until: '2026-07-01' });
      expect((await reviews(office)).map((run) => run?.id)).toEqual(['spring']);
    }));

  test('says once what is wrong with its records, makes the other runs, and looks again', async () => {
    const bundle = structuredClone(await inspectionBundle());
    const quarter = bundle.definition.schedules?.find(({ id }) => id === 'quarter');
    if (quarter) quarter.every = { days: 'record.data.every', unit: 'calendar-day' };
    bundle.hash = bundleHash(bundle);
    const told: ScheduleProgress[] = [];
    const onProgress = (progress: ScheduleProgress) => told.push(progress);
    await atWork(
      async (office) => {
        await office.begin(clerk, 'register', facility('F1'));
        await office.begin(clerk, 'register', facility('F2'));
        await office.service.tick();
        await office.restart(31 * DAY, { programmes: [bundle], onProgress });
        await office.service.tick();
        expect(await reviews(office)).toEqual([{ id: 'spring', due: '2026-04-01', late: true }]);
        expect([...new Set(office.errors.map(String))]).toEqual(['Error: quarter: clock/no-period']);
        expect(told[0]).toMatchObject({ made: 1, failed: 2 });
      },
      { programmes: [bundle] },
    );
  });

  test('that cannot be made is made on a later day, by one of two servers', () => {
    const told: ScheduleProgress[] = [];
    const onProgress = (progress: ScheduleProgress) => told.push(progress);
    return atWork(async (office) => {
      await office.service.tick();
      await office.restart(31 * DAY, { programmes, onProgress });
      const { commitAll } = office.store;
      office.store.commitAll = async () => {
        throw new TypeError('F1 does not fit');
      };
      await office.service.tick();
      expect(await reviews(office)).toEqual([]);
      // Neither a record nor what was wrong with it is written down.
      expect(office.errors.map(String)).toEqual(['Error: TypeError']);
      office.store.commitAll = commitAll;

      await office.restart(35 * DAY, { programmes, onProgress });
      const second = await office.start(await office.openStore(), { programmes }, 35 * DAY);
      await Promise.all([office.service.tick(), second.tick()]);
      expect(await reviews(office)).toEqual([{ id: 'spring', due: '2026-04-01', late: true }]);
      const none = { programme: 'inspection', made: 0, late: 0, failed: 0 };
      expect(told[0]).toEqual({ ...none, failed: 1 });
      expect([[], [{ ...none, made: 1, late: 1 }]]).toContainEqual(told.slice(1));
    });
  });
});
