import { describe, expect, it } from 'vitest';
import { people, relief, reliefBundle, VILLAGE, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { activeSteps, type CaseEvent, compile, evolve, explain, replay, verifyChain } from './index.ts';

const programme = relief();
const walk = () => new Walk(programme);

describe('a case from application to award', () => {
  const done = walk()
    .apply('2026-03-02')
    .inquire('2026-03-03')
    .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11')
    .do({ do: 'confirm.approve', actor: people.officer }, '2026-03-12');

  it('judges by the rule, records row, inputs and parameters', () => {
    const judged = done.events.find(({ type }) => type === 'assess.pass');
    expect(judged?.detail?.rule).toEqual({
      rule: 'eligibility',
      row: 'below',
      result: 'pass',
      reason: 'below-standard',
      basis: 'measures',
      inputs: { income: 90_000 },
      values: { amount: 60_000 },
      parameters: { standard: 50_000 },
      date: '2026-03-03',
    });
  });

  it('awards from the month after and issues a numbered letter', () => {
    expect(done.now.award).toEqual({ amount: 60_000, starts: '2026-04' });
    expect(done.now.letters).toMatchObject([
      { id: 'approval', number: '救〔2026〕0001-1号', issued: '2026-03-12', text: { en: '12 March 2026' } },
    ]);
    expect(done.now.letters[0]?.text.zh).toBe('县 600.00 2026年3月12日');
  });

  it('awards for so many months, or once', () => {
    const once = relief(({ definition }) => {
      const step = definition.steps.find(({ id }) => id === 'award');
      if (step?.kind !== 'effect') throw new Error('no award');
      step.effects = [{ award: { amount: '500', starts: 'month-of', months: 'application.members - 2' } }];
    });
    const { now } = new Walk(once)
      .apply('2026-03-02')
      .inquire('2026-03-03')
      .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11')
      .do({ do: 'confirm.approve', actor: people.officer }, '2026-03-12');
    expect(now.award).toEqual({ amount: 500, starts: '2026-03', months: 1 });
  });

  it('is decided, and its clock stands', () => {
    expect(done.now.decided?.outcome).toBe('approved');
    expect(done.now.clocks.handling).toMatchObject({ started: '2026-03-03', stopped: '2026-03-12' });
  });

  it('is the same state when its events are replayed', () => {
    expect(JSON.stringify(replay(programme, done.events))).toBe(JSON.stringify(done.now));
  });

  it('explains the decision by law, rule, authority and signatures', () => {
    const { seq } = done.events.find(({ type }) => type === 'confirm.approve') ?? { seq: 0 };
    const why = explain(programme, done.events, seq);
    expect(why).toMatchObject({
      title: '确认',
      basis: [{ id: 'measures' }],
      rule: { row: 'below' },
      authority: { basis: 'own-role', role: 'officer', division: '620821' },
      signatures: [{ by: { id: 'officer' }, outcome: 'approve' }],
      data: { application: { income: 90_000, members: 3 } },
    });
  });

  it('has a chain in which a changed, a missing and a swapped event are found', () => {
    const { events } = done;
    expect(verifyChain(events)).toBeUndefined();
    const changed = events.map((event) =>
      event.seq === 3 ? { ...event, at: '2026-01-01T00:00:00Z' } : event,
    );
    expect(verifyChain(changed)?.params?.seq).toBe(3);
    expect(verifyChain(events.filter(({ seq }) => seq !== 4))?.params?.seq).toBe(4);
    expect(verifyChain([events[1], events[0], ...events.slice(2)] as typeof events)?.params?.seq).toBe(1);
  });
});

it('what is only tried out goes the same way, without a chain', () => {
  const tried = (date: string) => worldAt(date, { unrecorded: true });
  const apart = (events: readonly CaseEvent[]) => events.map(({ hash: _, previous: __, ...rest }) => rest);
  const kept = walk().apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-03');
  const open = { id: 'case-1', number: '0001', division: VILLAGE };
  const trial = walk()
    .do(
      { do: 'apply', actor: people.applicant, data: { income: 90_000, members: 3 }, open },
      tried('2026-03-02'),
    )
    .do({ do: 'accept.accept', actor: people.clerk }, tried('2026-03-03'));
  expect(apart(trial.events)).toEqual(apart(kept.events));
  expect(trial.events.map(({ hash }) => hash).join('')).toBe('');
  expect(verifyChain(trial.events)?.code).toBe('store/chain-broken');
});

describe('what stands in the way', () => {
  const accepted = () =>
    walk().apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');

  it('an inquiry waits for both branches and for both investigators', () => {
    const one = accepted()
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-03')
      .do({ do: 'verify.answer', actor: people.system, data: { vehicles: 0 } }, '2026-03-03');
    expect(activeSteps(programme, one.now)).toEqual(['visit']);
    expect(one.refused({ do: 'visit.submit', actor: people.first }, '2026-03-03')).toBe(
      'step/already-signed',
    );
  });

  it('an answer that fails the check, or no answer, goes to a person', () => {
    const car = accepted().do(
      { do: 'verify.answer', actor: people.system, data: { vehicles: 1 } },
      '2026-03-03',
    );
    expect(car.now.checks.verify).toMatchObject({ result: 'fail', reason: 'has-vehicle', row: 'some' });
    expect(activeSteps(programme, car.now)).toContain('recheck');
    const down = accepted().do({ do: 'verify.fail', actor: people.system, reasons: 'down' }, '2026-03-03');
    expect(down.now.checks.verify).toMatchObject({ result: 'unknown', reason: 'down' });
    expect(activeSteps(programme, down.now)).toContain('recheck');
  });

  it('an answer that no row covers is unknown and never passes', () => {
    const odd = accepted().do({ do: 'verify.answer', actor: people.system, data: {} }, '2026-03-03');
    expect(odd.now.checks.verify).toMatchObject({ result: 'unknown', reason: 'rule/no-row' });
  });

  it('an objection takes the case back; the notice starts anew in a second round', () => {
    const objected = walk()
      .apply('2026-03-02')
      .inquire('2026-03-03')
      .do({ do: 'notice.object', actor: people.other, reasons: 'has a shop' }, '2026-03-09')
      .do({ do: 'verify.answer', actor: people.system, data: { vehicles: 0 } }, '2026-03-10')
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-10')
      .do({ do: 'visit.submit', actor: people.second }, '2026-03-10');
    expect(objected.now.steps.notice?.rounds).toBe(2);
    expect(objected.now.steps.visit?.signatures).toHaveLength(2);
    const early = { do: 'elapse', timer: 'step:notice:2', actor: people.system };
    expect(objected.refused(early, '2026-03-17')).toBe('timer/not-due');
    expect(objected.refused({ ...early, timer: 'step:notice:1' }, '2026-03-20')).toBe('timer/unknown');
    // 10 March and seven days: over when the 17th is, at midnight in Shanghai.
    expect(objected.refused(early, worldAt('2026-03-17T15:59:59.999Z'))).toBe('timer/not-due');
    expect(objected.refused(early, worldAt('2026-03-17T16:00:00Z'))).toBe('accepted');
  });

  const commands: [name: string, command: Parameters<Walk['refused']>[0], code: string][] = [
    ['an unknown step', { do: 'nothing.accept', actor: people.clerk }, 'step/unknown'],
    ['a step without a name', { do: '.accept', actor: people.clerk }, 'step/unknown'],
    ['a step that is not open', { do: 'confirm.approve', actor: people.officer }, 'step/not-active'],
    ['an unknown outcome', { do: 'accept.maybe', actor: people.clerk }, 'step/unknown-outcome'],
    [
      'a prototype name as outcome',
      { do: 'accept.constructor', actor: people.clerk },
      'step/unknown-outcome',
    ],
    [
      'an outcome left out where there are two',
      { do: 'accept', actor: people.clerk },
      'step/unknown-outcome',
    ],
    [
      'no reasons where they are asked',
      { do: 'accept.refuse', actor: people.clerk, reasons: ' ' },
      'step/reasons-required',
    ],
    [
      'data where there is no form',
      { do: 'accept.accept', actor: people.clerk, data: { a: 1 } },
      'form/unexpected',
    ],
    [
      'opening it again',
      { do: 'apply', actor: people.applicant, open: { id: 'x', number: '1', division: VILLAGE } },
      'case/open',
    ],
    [
      'an answer nobody asked for',
      { do: 'verify.answer', actor: people.system, data: {} },
      'connector/not-asked',
    ],
    ['an unknown timer', { do: 'elapse', timer: 'no', actor: people.system }, 'timer/unknown'],
    [
      'the clerk of another township',
      { do: 'accept.accept', actor: people.clerkElsewhere },
      'authority/jurisdiction',
    ],
    ['an officer without the role', { do: 'accept.accept', actor: people.leader }, 'authority/role'],
    ['a stranger who withdraws it', { do: 'withdraw', actor: people.other }, 'authority/applicant'],
    ['a declaration without the relation', { do: 'declare-relative', actor: people.clerk }, 'form/required'],
    [
      'an extension of a clock that does not run',
      { do: 'extend.handling', actor: people.officer, reasons: 'x' },
      'clock/not-running',
    ],
    [
      'an extension of no clock',
      { do: 'extend.nothing', actor: people.officer, reasons: 'x' },
      'clock/unknown',
    ],
  ];
  it.each(commands)('%s is refused and changes nothing', (_, command, code) => {
    const before = walk().apply('2026-03-02');
    const state = JSON.stringify(before.now);
    expect(before.refused(command, '2026-03-02')).toBe(code);
    expect(JSON.stringify(before.now)).toBe(state);
  });

  const openings: [name: string, division: string, data: Record<string, number>, code: string][] = [
    ['a township in place of a village', '620821100', { income: 0, members: 1 }, 'division/invalid'],
    ['letters in a division', '62082110020x', { income: 0, members: 1 }, 'division/invalid'],
    ['a form that is not filled in', VILLAGE, { income: 0 }, 'form/required'],
  ];
  it.each(openings)('%s opens no case', (_, division, data, code) => {
    const open = { id: 'case-1', number: '1', division };
    expect(walk().refused({ do: 'apply', actor: people.applicant, data, open }, '2026-03-02')).toBe(code);
  });
});

describe('what a programmer gets wrong is said, too', () => {
  const done = walk().apply('2026-03-02').inquire('2026-03-03');
  const last = done.events.at(-1) as CaseEvent;

  it('a command before the case is open, an event that is not there', () => {
    expect(walk().refused({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')).toBe('case/not-open');
    expect(() => explain(programme, done.events, 99)).toThrow('case/no-event');
  });

  it('an event that has no place in this state', () => {
    expect(() => evolve(programme, done.now, { ...last, type: 'accept.accept', seq: 99 })).toThrow(
      'engine/event-unknown',
    );
  });

  it('a state of another definition', () => {
    const other = { ...done.now, definition: 'a'.repeat(64) };
    expect(() => evolve(programme, other, last)).toThrow('engine/other-definition');
  });

  it('a form without a validator', () => {
    const bare = new Walk(compile({ ...reliefBundle(), validators: '' }, {}));
    const open = { id: 'case-1', number: '1', division: VILLAGE };
    const command = { do: 'apply', actor: people.applicant, data: { income: 0, members: 1 }, open };
    expect(bare.refused(command, '2026-03-02')).toBe('form/undeclared');
  });
});

describe('guards, rounds and ends', () => {
  const rich = () => walk().apply('2026-03-02', 150_000).inquire('2026-03-03');

  it('an award that the rule does not give is refused; a denial needs reasons', () => {
    expect(rich().refused({ do: 'confirm.approve', actor: people.officer }, '2026-03-04')).toBe('step/guard');
    expect(rich().refused({ do: 'confirm.deny', actor: people.officer }, '2026-03-04')).toBe(
      'step/reasons-required',
    );
    const denied = rich().do({ do: 'confirm.deny', actor: people.officer, reasons: 'income' }, '2026-03-04');
    expect(denied.now).toMatchObject({ status: 'ended', decided: { outcome: 'denied', reasons: 'income' } });
    expect(denied.refused({ do: 'withdraw', actor: people.applicant }, '2026-03-05')).toBe('case/ended');
  });

  it('a step is entered as often as its definition allows', () => {
    const ask = { do: 'confirm.ask', actor: people.officer, reasons: 'papers' };
    const asked = rich().do(ask, '2026-03-04').do({ do: 'clarify', actor: people.applicant }, '2026-03-06');
    expect(asked.refused(ask, '2026-03-07')).toBe('step/rounds');
  });

  it('an answer that does not come lets the case lapse, not a day early', () => {
    const asked = rich().do({ do: 'confirm.ask', actor: people.officer, reasons: 'papers' }, '2026-03-04');
    const late = { do: 'elapse', timer: 'step:clarify:1', actor: people.system };
    // Ten working days after Wednesday 4 March end with Wednesday 18 March.
    expect(asked.refused(late, '2026-03-18')).toBe('timer/not-due');
    expect(asked.do(late, '2026-03-19').now.decided?.outcome).toBe('lapsed');
  });

  it('a case may be withdrawn until it is decided', () => {
    const gone = rich().do({ do: 'withdraw', actor: people.applicant }, '2026-03-04');
    expect(gone.now).toMatchObject({ status: 'ended', decided: { outcome: 'withdrawn' } });
  });

  it('a loop of automatic steps is stopped', () => {
    const loop = relief(({ definition }) => {
      const step = definition.steps.find(({ id }) => id === 'publish');
      if (step?.kind === 'effect') step.next = 'publish';
    });
    const open = new Walk(loop)
      .apply('2026-03-02')
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')
      .do({ do: 'verify.answer', actor: people.system, data: { vehicles: 0 } }, '2026-03-02')
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-02');
    expect(open.refused({ do: 'visit.submit', actor: people.second }, '2026-03-02')).toBe('engine/endless');
  });
});
