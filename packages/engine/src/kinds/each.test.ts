import type { ExpandedStep, Join } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { end, Office, small, task } from '../fixtures/small.ts';
import { activeSteps, replay, tasks, timers } from '../index.ts';

const cure = (more: object = {}): ExpandedStep =>
  ({
    id: 'hazards',
    kind: 'each',
    title: 'hazards',
    items: 'application.hazards',
    steps: [
      task('mend', { done: 'look' }, { role: 'applicant' }),
      task('look', { pass: 'cured', fail: 'mend' }, { by: 2, role: 'investigator' }),
      { ...end('approved'), id: 'cured' },
    ],
    returns: { rounds: 'case.rounds.mend', name: 'item.name' },
    join: 'all' as Join,
    next: 'close',
    ...more,
  }) as ExpandedStep;

const close = task('close', { ok: 'approved' });
const hazards = { hazards: [{ name: 'exit' }, { name: 'roof' }] };
const child = (index: number, again = '') => `case-1~hazards~1~${index}${again}`;
const mend = (office: Office, id: string) =>
  office
    .do('mend.done', people.applicant, { case: id })
    .do('look.pass', people.first, { case: id })
    .do('look.pass', people.second, { case: id });

describe('a case for each item', () => {
  it('is opened with its item, has its own tasks, and tells how it ended', () => {
    const office = new Office(small([cure(), close])).open(hazards);
    expect([...office.cases.keys()]).toEqual(['case-1', child(1), child(2)]);
    expect(office.of(child(2))).toMatchObject({
      number: '0001-2',
      item: { name: 'roof' },
      procedure: 'hazards',
      parent: { case: 'case-1', step: 'hazards', index: 2 },
      applicant: { id: 'applicant' },
    });
    expect(tasks(office.programme, office.of(child(1))).map(({ step }) => step)).toEqual(['mend']);
    mend(office, child(1));
    expect(activeSteps(office.programme, office.of())).toEqual(['hazards']);
    mend(office, child(2));
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
    expect(office.of().items?.hazards?.items).toMatchObject([
      { index: 1, outcome: 'approved', returns: { rounds: 1, name: 'exit' } },
      { index: 2, outcome: 'approved', returns: { rounds: 1, name: 'roof' } },
    ]);
  });

  it('goes on at once when there are no items', () => {
    const office = new Office(small([cure(), close])).open({ hazards: [] });
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
  });

  it('what is told twice is heard once', () => {
    const office = new Office(small([cure(), close])).open(hazards);
    mend(office, child(1));
    const told = office.sent.find(({ command }) => command.do === 'hazards.returned');
    expect(office.try('hazards.returned', people.system, told?.command)).toBe('each/not-open');
  });

  it('one that is reopened and ends otherwise is heard again while the others run', () => {
    const judged = cure({
      steps: [
        task('judge', { pass: 'good', fail: 'bad' }, { by: 1 }),
        { ...end('approved'), id: 'good' },
        { ...end('denied'), id: 'bad' },
      ],
      returns: {},
    });
    const office = new Office(small([judged, close])).open(hazards);
    office.do('judge.pass', people.clerk, { case: child(1) });
    const reopen = { case: child(1), reasons: 'appeal', data: { to: 'judge' } };
    office.do('reopen', people.officer, reopen).do('judge.fail', people.clerk, { case: child(1) });
    expect(office.of().items?.hazards?.items[0]).toMatchObject({ index: 1, outcome: 'denied' });
    office.do('judge.pass', people.clerk, { case: child(2) });
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
    // The parent has gone on with what it knew.
    office.do('reopen', people.officer, { ...reopen, case: child(2) });
    office.do('judge.fail', people.clerk, { case: child(2) });
    expect(office.of().items?.hazards?.items[1]).toMatchObject({ index: 2, outcome: 'approved' });
    expect(replay(office.programme, office.events.get('case-1') ?? [])).toEqual(office.of());
  });

  it('any one suffices where it says so, and the others are called off', () => {
    const office = new Office(small([cure({ join: 'any' }), close])).open(hazards);
    mend(office, child(2));
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
    expect(office.of(child(1))).toMatchObject({ status: 'ended', decided: { outcome: 'withdrawn' } });
  });

  it('withdrawing calls off what still runs', () => {
    const office = new Office(small([cure(), close])).open(hazards);
    office.do('withdraw', people.applicant);
    expect(office.of(child(1)).status).toBe('ended');
  });

  it('one that has ended can be done again alone', () => {
    const office = new Office(
      small([cure({ within: { days: 5, unit: 'working-day', 'on-overdue': 'denied' } }), close]),
    );
    office.open(hazards);
    mend(office, child(1));
    expect(office.try('hazards.retry', people.clerk, { reasons: 'r', data: { index: 2 } })).toBe(
      'each/not-ended',
    );
    office.do('hazards.retry', people.clerk, { reasons: 'r', data: { index: 1 } });
    expect(office.of(child(1, '~2'))).toMatchObject({ item: { name: 'exit' }, number: '0001-3' });
    mend(office, child(2));
    expect(activeSteps(office.programme, office.of())).toEqual(['hazards']);
    mend(office, child(1, '~2'));
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
  });

  it('replay gives the same bytes, for the case and for those of its items', () => {
    const office = new Office(small([cure(), close])).open(hazards);
    mend(office, child(1));
    for (const [id, events] of office.events) {
      expect(JSON.stringify(replay(office.programme, events))).toBe(JSON.stringify(office.of(id)));
    }
  });
});

it('nothing is done again while everything still runs', () => {
  const office = new Office(small([cure(), close])).open(hazards);
  expect(office.try('hazards.retry', people.clerk, { reasons: 'r', data: { index: 1 } })).toBe(
    'each/nothing-to-retry',
  );
});

it('a list that is too long is refused before anything happens', () => {
  const many = { hazards: Array.from({ length: 10_001 }, () => ({})) };
  const office = new Office(small([cure(), close]));
  const open = { id: 'case-1', number: '1', division: VILLAGE };
  expect(office.try('begin', people.applicant, { data: many, open })).toBe('each/too-many');
  expect(office.cases.size).toBe(0);
});

it('a record without a key is named', () => {
  const keep = {
    id: 'keep',
    kind: 'effect',
    title: 'keep',
    effects: [{ record: { type: 'facility', key: 'application.code' } }],
    next: 'approved',
  } as ExpandedStep;
  const open = { id: 'case-1', number: '1', division: VILLAGE };
  const answer = new Office(small([keep])).try('begin', people.applicant, { data: {}, open });
  expect(answer).toBe('record/no-key');
});

describe('a round', () => {
  const round = (more: object = {}) =>
    cure({
      items: undefined,
      enrol: { title: 'enrol', role: 'applicant', form: 'paper', until: '"2026-03-06"', capacity: '2' },
      steps: [
        task('review', { accept: 'in', refuse: 'out' }),
        { ...end('approved'), id: 'in' },
        { ...end('denied'), id: 'out' },
      ],
      returns: { name: 'item.name' },
      ...more,
    });
  const at = (change = {}) => new Office(small([round(change), close])).open();

  it('takes whoever comes while it is open, and each has a case of their own', () => {
    const office = at();
    office.do('hazards.enrol', people.other, { data: { name: 'first' } });
    expect(office.of(child(1))).toMatchObject({ applicant: { id: 'other' }, item: { name: 'first' } });
    expect(office.try('hazards.enrol', people.other, { data: { name: 'again' } })).toBe('each/enrolled');
    expect(office.try('withdraw', people.applicant, { case: child(1) })).toBe('authority/applicant');
    office.do('hazards.enrol', people.applicant, { data: { name: 'second' } });
    const third = { ...people.other, id: 'third' };
    expect(office.try('hazards.enrol', third, { data: {} })).toBe('each/full');
  });

  it.each(['"many"', 'null'])('has no place where nobody knows how many there are: %s', (capacity) => {
    const enrol = { title: 'enrol', role: 'applicant', form: 'paper', until: '"2026-03-06"', capacity };
    expect(at({ enrol }).try('hazards.enrol', people.other, { data: {} })).toBe('each/full');
  });

  it('closes by itself and goes on when all cases have ended', () => {
    const office = at();
    office.do('hazards.enrol', people.other, { data: { name: 'first' } });
    expect(activeSteps(office.programme, office.of())).toEqual(['hazards']);
    const [timer] = timers(office.programme, office.of(), worldAt('2026-03-02').calendar);
    expect(timer).toMatchObject({ due: '2026-03-05T16:00:00.000Z', event: 'closed' });
    office.now = '2026-03-06';
    office.do('elapse', people.system, { timer: timer?.id });
    expect(office.try('hazards.enrol', people.applicant, { data: {} })).toBe('each/closed');
    office.do('review.accept', people.clerk, { case: child(1) });
    expect(activeSteps(office.programme, office.of())).toEqual(['close']);
    expect(office.try('hazards.enrol', people.applicant, { data: {} })).toBe('step/not-active');
  });
});

describe('items that were cases before', () => {
  const round = (): ExpandedStep[] => [
    {
      id: 'bids',
      kind: 'each',
      title: 'bids',
      enrol: { title: 'bid', role: 'applicant', form: 'paper', until: '"2026-03-10"' },
      steps: [task('check', { fit: 'bid' }), { ...end('approved'), id: 'bid' }],
      join: 'all',
      next: 'best',
    } as ExpandedStep,
    {
      id: 'best',
      kind: 'select',
      title: 'best',
      method: 'rank',
      from: 'items.bids',
      keys: [{ value: 'each.item.score', order: 'descending' }],
      quota: '1',
      next: 'build',
    } as ExpandedStep,
    {
      id: 'build',
      kind: 'each',
      title: 'build',
      items: 'selected.best.chosen',
      steps: [task('ready', { done: 'built' }, { role: 'applicant' }), { ...end('approved'), id: 'built' }],
      join: 'all',
      next: 'approved',
    } as ExpandedStep,
  ];

  it('stay with the one who applied, and where they are', () => {
    const office = new Office(small(round())).open();
    const elsewhere = VILLAGE.replace(/201$/, '202');
    office.do('bids.enrol', people.applicant, { data: { score: 1, division: VILLAGE } });
    office.do('bids.enrol', people.other, { data: { score: 2, division: elsewhere } });
    for (const index of [1, 2]) office.do('check.fit', people.clerk, { case: `case-1~bids~1~${index}` });
    office.now = '2026-03-10';
    office.do('elapse', people.system, { timer: 'step:bids:1' });
    const built = office.of('case-1~build~1~1');
    expect([built.applicant.id, built.division]).toEqual(['other', elsewhere]);
    office.do('ready.done', people.other, { case: built.id });
    expect(office.of().status).toBe('ended');
  });
});

it('a case that somebody enrolled for sees what the definition adds', () => {
  const posts = {
    id: 'posts',
    kind: 'each',
    title: 'posts',
    enrol: {
      title: 'apply',
      role: 'applicant',
      form: 'paper',
      until: '"2026-03-10"',
      item: { age: 'application.limits[post = paper.post][1].age', post: '"P" + paper.post' },
    },
    steps: [task('check', { fit: 'kept' }), { ...end('approved'), id: 'kept' }],
    join: 'all',
    next: 'approved',
  } as ExpandedStep;
  const office = new Office(small([posts])).open({
    limits: [
      { post: 'A', age: 30 },
      { post: 'B', age: 35 },
    ],
  });
  office.do('posts.enrol', people.applicant, { data: { post: 'B', name: 'x' } });
  office.do('posts.enrol', people.other, { data: { post: 'A', name: 'y' } });
  expect(office.of('case-1~posts~1~1').item).toEqual({ post: 'PB', name: 'x', age: 35 });
  expect(office.of('case-1~posts~1~2').item).toEqual({ post: 'PA', name: 'y', age: 30 });
  expect(replay(office.programme, office.events.get('case-1') ?? [])).toEqual(office.of());
});
