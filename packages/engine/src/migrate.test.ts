/**
 * Moving a case between versions fails in a thousand ways that nobody notices for months: a branch that stands nowhere, a
 * clock that never ends, an answer that finds nobody. So everything that may go wrong is refused before anything moves.
 */
import type { Bundle, ExpandedStep, StepMap } from '@aidflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { end, Office, small, task } from './fixtures/small.ts';
import { Walk } from './fixtures/walk.ts';
import {
  activeSteps,
  type CaseState,
  clocks,
  decide,
  evolve,
  migrate,
  offered,
  type Programme,
  replay,
  replayAcross,
  tasks,
  timers,
  verifyChain,
} from './index.ts';
import { move } from './migrate-position.ts';

type Change = (bundle: Omit<Bundle, 'validators'>) => void;
type Parallel = Extract<ExpandedStep, { kind: 'parallel' }>;

const first = relief();
/** The programme with something changed, and so with another hash. */
const later = (change: Change = () => {}): Programme =>
  relief((bundle) => {
    bundle.hash = 'e'.repeat(64);
    bundle.definition.version = '2';
    change(bundle);
  });

const steps = (bundle: Omit<Bundle, 'validators'>) => bundle.definition.steps;
const inquiry = (bundle: Omit<Bundle, 'validators'>) =>
  steps(bundle).find(({ id }) => id === 'inquiry') as Parallel;
const taskAt = (bundle: Omit<Bundle, 'validators'>, id: string) => {
  const inner = Object.values(inquiry(bundle).branches).flatMap((branch) => branch.steps);
  const found = [...steps(bundle), ...inner].find((step) => step.id === id);
  if (found?.kind !== 'task') throw new Error(`no task "${id}"`);
  return found;
};
const without = (bundle: Omit<Bundle, 'validators'>, id: string) => {
  bundle.definition.steps = steps(bundle).filter((step) => step.id !== id);
};

/** Puts a step under another id, wherever it is named; names of outcomes and branches stay. */
const under =
  (from: string, to: string): Change =>
  (bundle) => {
    const text = JSON.stringify(bundle.definition)
      .replaceAll(new RegExp(`"${from}"(?!:)`, 'g'), `"${to}"`)
      .replaceAll(`"${from}.`, `"${to}.`)
      .replaceAll(`checks.${from}.`, `checks.${to}.`);
    bundle.definition = JSON.parse(text);
  };

const to = (where: Walk | Office, programme: Programme, map: StepMap = { steps: {} }, more: object = {}) => {
  const state = where instanceof Walk ? where.now : where.of();
  return migrate(where.programme, programme, state, {
    map,
    actor: people.officer,
    reasons: '新规施行',
    world: worldAt('2026-03-10'),
    ...more,
  });
};

/** The state after moving; fails loudly where it is refused. */
function moved(where: Walk | Office, programme: Programme, map?: StepMap): CaseState {
  const decision = to(where, programme, map);
  if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
  return decision.state;
}

function refused(where: Walk | Office, programme: Programme, map?: StepMap, more?: object): string[] {
  const decision = to(where, programme, map, more);
  return decision.ok ? [] : decision.problems.map(({ code }) => code);
}

const accepted = () =>
  new Walk(first).apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-03');
const confirming = () =>
  new Walk(first)
    .apply('2026-03-02')
    .inquire('2026-03-03')
    .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11');

describe('the event', () => {
  it('is one, says who moved the case and why, and is chained', () => {
    const walk = accepted();
    const decision = to(walk, later());
    if (!decision.ok) throw new Error();
    expect(decision.events).toHaveLength(1);
    expect(decision.events[0]).toMatchObject({
      type: 'migrate',
      seq: walk.now.version + 1,
      by: { id: 'officer', kind: 'officer' },
      authority: { basis: 'own-role', role: 'officer', division: '620821' },
      reasons: '新规施行',
      detail: {
        migration: { from: first.hash, to: 'e'.repeat(64), map: { steps: {} }, clocks: {}, started: {} },
      },
    });
    expect(verifyChain([...walk.events, ...decision.events])).toBeUndefined();
    expect(decision.state).toMatchObject({ definition: 'e'.repeat(64), version: walk.now.version + 1 });
  });

  it('gives the same bytes when it is applied again, from the case as it is stored', () => {
    const walk = accepted();
    const programme = later(under('visit', 'home-visit'));
    const decision = to(walk, programme, { steps: { visit: 'home-visit' } });
    if (!decision.ok) throw new Error();
    const stored = JSON.parse(JSON.stringify(walk.now));
    const again = evolve(programme, stored, JSON.parse(JSON.stringify(decision.events[0])));
    expect(JSON.stringify(again)).toBe(JSON.stringify(decision.state));
  });

  it('leads nowhere but from one version to the other', () => {
    const walk = accepted();
    const decision = to(walk, later());
    const event = decision.ok ? decision.events[0] : undefined;
    if (!event) throw new Error();
    expect(() => evolve(first, walk.now, event)).toThrow('engine/other-definition');
    const elsewhere = relief((bundle) => {
      bundle.hash = 'd'.repeat(64);
    });
    expect(() => evolve(elsewhere, walk.now, event)).toThrow('engine/other-definition');
    expect(() => evolve(later(), { ...walk.now, version: 0 }, event)).toThrow('engine/event-unknown');
  });
});

describe('replaying a case that has moved', () => {
  const walk = accepted();
  const programme = later(under('visit', 'home-visit'));
  const decision = to(walk, programme, { steps: { visit: 'home-visit' } });
  if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
  const after = decide(
    programme,
    decision.state,
    { do: 'home-visit.submit', actor: people.first },
    worldAt('2026-03-11'),
  );
  if (!after.ok) throw new Error(JSON.stringify(after.problems));
  const events = [...walk.events, ...decision.events, ...after.events];

  it('takes every version that it has run on', () => {
    const programmes = new Map([first, programme].map((one) => [one.hash, one]));
    expect(JSON.stringify(replayAcross(programmes, events))).toBe(JSON.stringify(after.state));
    expect(verifyChain(events)).toBeUndefined();
    expect(replayAcross(programmes, [])).toBeUndefined();
  });

  it('says which one is missing', () => {
    expect(() => replayAcross(new Map([[first.hash, first]]), events)).toThrow('migrate/no-definition');
    expect(() => replay(programme, events)).toThrow('engine/other-definition');
  });
});

describe('what is kept', () => {
  it('signatures, and the second signer ends the step', () => {
    const walk = accepted().do({ do: 'visit.submit', actor: people.first }, '2026-03-04');
    const programme = later(under('visit', 'home-visit'));
    const state = moved(walk, programme, { steps: { visit: 'home-visit' } });
    expect(state.value).toEqual({ inquiry: { economy: 'verify', visit: 'home-visit' } });
    expect(state.steps['home-visit']).toEqual(walk.now.steps.visit);
    expect(state.steps.visit).toBeUndefined();
    const again = decide(
      programme,
      state,
      { do: 'home-visit.submit', actor: people.first },
      worldAt('2026-03-11'),
    );
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'step/already-signed' }] });
    const second = decide(
      programme,
      state,
      { do: 'home-visit.submit', actor: people.second },
      worldAt('2026-03-11'),
    );
    expect(second.ok && second.state.value).toEqual({ inquiry: { economy: 'verify', visit: 'done' } });
  });

  it('who has acted, under the new name of the step, for duties that are separated', () => {
    const programme = later(under('accept', 'intake'));
    const state = moved(confirming(), programme, { steps: { accept: 'intake' } });
    const clerkAndOfficer = { ...people.clerk, grants: [...people.officer.grants] };
    const answer = decide(
      programme,
      state,
      { do: 'confirm.approve', actor: clerkAndOfficer },
      worldAt('2026-03-12'),
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'authority/separated' }] });
  });

  it('checks under their new names, so that guards find them', () => {
    const programme = later(under('assess', 'judge'));
    const state = moved(confirming(), programme, { steps: { assess: 'judge' } });
    expect(state.checks.judge).toMatchObject({ result: 'pass' });
    const answer = decide(
      programme,
      state,
      { do: 'confirm.approve', actor: people.officer },
      worldAt('2026-03-12'),
    );
    expect(answer.ok).toBe(true);
  });

  it('what happened in steps that are gone, under their old names', () => {
    const programme = later((bundle) => {
      without(bundle, 'special');
      Object.assign(steps(bundle).find(({ id }) => id === 'notice') ?? {}, { next: 'confirm' });
    });
    const walk = confirming();
    expect(moved(walk, programme).steps).toEqual(walk.now.steps);
  });

  it('that a clock stands, which ends when the step is left under its new name', () => {
    const walk = confirming().do({ do: 'confirm.ask', actor: people.officer, reasons: '说明' }, '2026-03-11');
    const programme = later(under('clarify', 'explain'));
    const state = moved(walk, programme, { steps: { clarify: 'explain' } });
    expect(state.clocks.handling?.pauses).toEqual([{ from: '2026-03-11', step: 'explain' }]);
    const after = decide(
      programme,
      state,
      { do: 'explain.supply', actor: people.applicant },
      worldAt('2026-03-13'),
    );
    expect(after.ok && after.state.clocks.handling?.pauses[0]?.to).toBe('2026-03-13');
  });

  it('what was asked in a step, and where it was decided', () => {
    const walk = accepted().do(
      { do: 'ask', actor: people.first, data: { question: '几口人？' } },
      '2026-03-04',
    );
    const programme = later(under('visit', 'home-visit'));
    const state = moved(walk, programme, { steps: { visit: 'home-visit' } });
    expect(state.questions?.map(({ step }) => step)).toEqual(['home-visit']);
    const decided = {
      ...walk.now,
      decided: { outcome: 'approved', at: '', authority: null, reasons: '', step: 'visit' },
    };
    const decision = migrate(first, programme, decided, {
      map: { steps: { visit: 'home-visit' } },
      actor: people.officer,
      reasons: '新规',
      world: worldAt('2026-03-10'),
    });
    expect(decision.ok && decision.state.decided?.step).toBe('home-visit');
  });

  it('that it was in a step before, when it goes back there: the round counts', () => {
    const state = moved(confirming(), later(), { steps: { confirm: 'accept' } });
    expect(state.value).toBe('accept');
    expect(state.steps.accept).toMatchObject({ rounds: 2, signatures: [], actors: ['clerk'] });
    expect(state.steps.accept?.leftAt).toBeUndefined();
    expect(state.steps.confirm).toBeUndefined();
    const again = decide(later(), state, { do: 'accept.accept', actor: people.clerk }, worldAt('2026-03-11'));
    expect(again.ok).toBe(true);
  });

  it('a suspended case stays suspended', () => {
    const walk = accepted().do({ do: 'suspend', actor: people.clerk, reasons: '申请人住院' }, '2026-03-05');
    const state = moved(walk, later());
    expect(state.suspensions).toEqual(walk.now.suspensions);
    const answer = decide(later(), state, { do: 'visit.submit', actor: people.first }, worldAt('2026-03-11'));
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'case/suspended' }] });
    const resumed = decide(later(), state, { do: 'resume', actor: people.clerk }, worldAt('2026-03-11'));
    expect(resumed.ok && resumed.state.clocks.handling?.pauses[0]?.to).toBe('2026-03-11');
  });
});

describe('clocks', () => {
  const view = (programme: Programme, state: CaseState) =>
    clocks(programme, state, worldAt('2026-03-10').calendar, worldAt('2026-03-10').now);

  it('go on as they began, with the limit of the later version', () => {
    const programme = later((bundle) => {
      Object.assign(bundle.definition.clocks?.handling ?? {}, { limit: { days: 20, unit: 'working-day' } });
    });
    const state = moved(accepted(), programme);
    // From 3 March: 4-6 March are 3 working days, 9-13 8, 16-20 13, 23-27 18, 30 and 31 March 20.
    expect(view(programme, state)).toMatchObject([
      { clock: 'handling', started: '2026-03-03', due: '2026-03-31' },
    ]);
  });

  it('are dropped where the later version knows none, and the event says so', () => {
    const programme = later((bundle) => {
      delete bundle.definition.clocks;
    });
    const decision = to(accepted(), programme);
    if (!decision.ok) throw new Error();
    expect(decision.events[0]?.detail?.migration?.clocks).toEqual({ handling: null });
    expect(decision.state.clocks).toEqual({});
    expect(view(programme, decision.state)).toEqual([]);
  });

  const withVisits = later((bundle) => {
    bundle.definition.clocks = {
      ...bundle.definition.clocks,
      visits: {
        title: '入户时限',
        limit: { days: 5, unit: 'working-day' },
        starts: ['accept.accept'],
        stops: ['visit.submit'],
      },
    };
  });

  it('that are new do not begin with what lies behind', () => {
    expect(Object.keys(moved(accepted(), withVisits).clocks)).toEqual(['handling']);
  });

  it('that are new begin from it where the map says so', () => {
    const decision = to(accepted(), withVisits, { steps: {}, startClocks: ['visits'] });
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    expect(decision.state.clocks.visits).toEqual({ started: '2026-03-03', pauses: [] });
    expect(decision.events[0]?.detail?.migration?.started).toEqual({
      visits: { started: '2026-03-03', pauses: [] },
    });
    // 4, 5, 6, 9 and 10 March.
    expect(view(withVisits, decision.state).find(({ clock }) => clock === 'visits')).toMatchObject({
      due: '2026-03-10',
    });
  });

  it('do not begin from what has not happened, or is over', () => {
    const early = new Walk(first).apply('2026-03-02');
    expect(refused(early, withVisits, { steps: {}, startClocks: ['visits'] })).toEqual([
      'migrate/clock-not-started',
    ]);
    expect(refused(confirming(), withVisits, { steps: {}, startClocks: ['visits'] })).toEqual([
      'migrate/clock-not-started',
    ]);
  });

  it('of a step follow the step under its new name', () => {
    const timed: Change = (bundle) => {
      taskAt(bundle, 'accept').within = { days: 5, unit: 'working-day' };
    };
    const before = relief(timed);
    const programme = later((bundle) => {
      timed(bundle);
      under('accept', 'intake')(bundle);
    });
    const state = moved(new Walk(before).apply('2026-03-02'), programme, { steps: { accept: 'intake' } });
    expect(state.clocks).toEqual({ intake: { started: '2026-03-02', pauses: [] } });
    const after = decide(
      programme,
      state,
      { do: 'intake.accept', actor: people.clerk },
      worldAt('2026-03-11'),
    );
    expect(after.ok && after.state.clocks.intake?.stopped).toBe('2026-03-11');
  });

  it('of an open step that had none begin only where the map says so, from the day it was entered', () => {
    const programme = later((bundle) => {
      taskAt(bundle, 'accept').within = { days: 5, unit: 'working-day' };
    });
    const walk = new Walk(first).apply('2026-03-02');
    expect(moved(walk, programme).clocks).toEqual({});
    expect(moved(walk, programme, { steps: {}, startClocks: ['accept'] }).clocks).toEqual({
      accept: { started: '2026-03-02', pauses: [] },
    });
  });

  it('stand in the open step from the move on where the later version says so, and end their pause with it', () => {
    const programme = later((bundle) => {
      Object.assign(bundle.definition.clocks?.handling ?? {}, { 'pauses-in': ['confirm'] });
    });
    const state = moved(confirming(), programme);
    expect(state.clocks.handling?.pauses).toEqual([{ from: '2026-03-10', step: 'confirm' }]);
    const after = decide(
      programme,
      state,
      { do: 'confirm.ask', actor: people.officer, reasons: '说明' },
      worldAt('2026-03-12'),
    );
    expect(after.ok && after.state.clocks.handling?.pauses).toEqual([
      { from: '2026-03-10', to: '2026-03-12', step: 'confirm' },
    ]);
  });

  it('stand no longer in a step that does not pause them any more', () => {
    const walk = confirming().do({ do: 'confirm.ask', actor: people.officer, reasons: '说明' }, '2026-03-11');
    const programme = later((bundle) => {
      delete bundle.definition.clocks?.handling?.['pauses-in'];
    });
    expect(moved(walk, programme).clocks.handling?.pauses).toEqual([
      { from: '2026-03-11', to: '2026-03-10', step: 'clarify' },
    ]);
  });

  it('with a computed length get it when they move, and keep one that they had', () => {
    const computed: Change = (bundle) => {
      Object.assign(bundle.definition.clocks?.handling ?? {}, {
        limit: { days: 'application.members * 4', unit: 'working-day' },
      });
    };
    expect(moved(accepted(), later(computed)).clocks.handling?.days).toBe(12);
    const before = relief(computed);
    const walk = new Walk(before)
      .apply('2026-03-02')
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-03');
    expect(moved(walk, later(computed)).clocks.handling?.days).toBe(12);
    expect(moved(walk, later()).clocks.handling?.days).toBeUndefined();
  });
});

describe('waits and deadlines', () => {
  const noticed = (programme: Programme) => new Walk(programme).apply('2026-03-02').inquire('2026-03-03');
  const lasting =
    (days: number | string): Change =>
    (bundle) => {
      Object.assign(steps(bundle).find(({ id }) => id === 'notice') ?? {}, {
        for: { days, unit: 'calendar-day' },
      });
    };
  const over = (programme: Programme, state: CaseState) =>
    timers(programme, state, worldAt('2026-03-10').calendar).find(({ step }) => step === 'notice')?.due;

  it('last from when they began, as long as the later version says', () => {
    const programme = later(lasting(10));
    // Posted on 3 March: 4 to 13 March, over with the 14th.
    expect(over(programme, moved(noticed(first), programme))).toBe('2026-03-13T16:00:00.000Z');
  });

  it('with a computed length keep it, get it when they move, and lose it', () => {
    const computed = lasting('application.members * 3');
    const before = relief(computed);
    expect(noticed(before).now.steps.notice?.days).toBe(9);
    const walk = noticed(before);
    walk.state = { ...walk.now, data: { application: { income: 90_000, members: 5 } } };
    expect(moved(walk, later(computed)).steps.notice?.days).toBe(9);
    expect(moved(noticed(first), later(computed)).steps.notice?.days).toBe(9);
    expect(moved(noticed(before), later()).steps.notice?.days).toBeUndefined();
  });

  it('until a date get the date when they move', () => {
    const programme = later((bundle) => {
      const notice = steps(bundle).find(({ id }) => id === 'notice');
      if (notice?.kind !== 'wait') throw new Error('no notice');
      delete notice.for;
      notice.until = '"2026-04-01"';
    });
    const state = moved(noticed(first), programme);
    expect(state.steps.notice?.until).toBe('2026-04-01');
    expect(over(programme, state)).toBeDefined();
  });
});

describe('branches', () => {
  /** Inquiry with another way to join its branches. */
  const joining =
    (join: Parallel['join']): Change =>
    (bundle) => {
      inquiry(bundle).join = join;
    };
  const visited = () =>
    accepted()
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-04')
      .do({ do: 'visit.submit', actor: people.second }, '2026-03-04');

  const neighbours: Change = (bundle) => {
    inquiry(bundle).branches.neighbours = {
      title: '邻里访问',
      steps: [
        {
          id: 'neighbours',
          kind: 'task',
          title: '邻里访问',
          level: 'township',
          role: 'investigator',
          outcomes: { submit: { title: '提交', to: 'done' } },
        },
      ],
    };
  };

  it('that are done stay done, whatever joins them', () => {
    expect(moved(visited(), later()).value).toEqual({ inquiry: { economy: 'verify', visit: 'done' } });
    const programme = later(joining('veto'));
    const state = moved(visited(), programme);
    expect(state.branches).toEqual({ inquiry: { visit: 'done' } });
    const after = decide(
      programme,
      state,
      { do: 'verify.answer', actor: people.system, data: { vehicles: 0 } },
      worldAt('2026-03-11'),
    );
    expect(after.ok && activeSteps(programme, after.state)).toEqual(['notice']);
  });

  it('are refused where nothing would be left to wait for', () => {
    expect(refused(visited(), later(joining('any')))).toEqual(['migrate/nothing-left']);
    expect(refused(visited(), later(joining({ 'at-least': 1 })))).toEqual(['migrate/nothing-left']);
  });

  it('that are new need to be told where the case begins', () => {
    const programme = later(neighbours);
    expect(refused(accepted(), programme)).toEqual(['migrate/branch-new']);
    const begun = moved(accepted(), programme, {
      steps: {},
      branches: { 'inquiry/neighbours': 'neighbours' },
    });
    expect(begun.value).toEqual({ inquiry: { economy: 'verify', visit: 'visit', neighbours: 'neighbours' } });
    expect(begun.steps.neighbours).toMatchObject({ rounds: 1, signatures: [] });
    expect(tasks(programme, begun).map(({ step }) => step)).toEqual(['visit', 'neighbours']);
    const skipped = moved(accepted(), programme, { steps: {}, branches: { 'inquiry/neighbours': 'done' } });
    expect(skipped.value).toEqual({ inquiry: { economy: 'verify', visit: 'visit', neighbours: 'done' } });
  });

  it('that are unknown are refused', () => {
    const map = { steps: {}, branches: { 'inquiry/neighbours': 'done' } };
    expect(refused(accepted(), later(), map)).toEqual(['migrate/unknown-branch']);
    const elsewhere = { steps: {}, branches: { 'inquiry/neighbours': 'confirm' } };
    expect(refused(accepted(), later(neighbours), elsewhere)).toEqual(['migrate/unknown-branch']);
  });

  const flat: Change = (bundle) => {
    const visit = taskAt(bundle, 'visit');
    bundle.definition.steps = steps(bundle).map((step) =>
      step.id === 'inquiry'
        ? ({ ...visit, outcomes: { submit: { title: '提交', to: 'assess' } } } as ExpandedStep)
        : step,
    );
    taskAtTop(bundle, 'accept').outcomes.accept = { title: '受理', to: 'visit' };
    Object.assign(steps(bundle).find(({ id }) => id === 'notice') ?? {}, { events: {} });
  };
  const taskAtTop = (bundle: Omit<Bundle, 'validators'>, id: string) => {
    const found = steps(bundle).find((step) => step.id === id);
    if (found?.kind !== 'task') throw new Error(`no task "${id}"`);
    return found;
  };

  it('that are gone end in one step where the map leads all of them', () => {
    const walk = accepted().do(
      { do: 'verify.answer', actor: people.system, data: { vehicles: 1 } },
      '2026-03-04',
    );
    const programme = later(flat);
    const state = moved(walk, programme, { steps: { inquiry: null, verify: null, recheck: 'visit' } });
    expect(state.value).toBe('visit');
    expect(state.steps.inquiry?.leftAt).toBe(worldAt('2026-03-10').now);
    expect(tasks(programme, state).map(({ step }) => step)).toEqual(['visit']);
  });

  it('that are gone otherwise stand in the way', () => {
    const walk = accepted().do(
      { do: 'verify.answer', actor: people.system, data: { vehicles: 1 } },
      '2026-03-04',
    );
    expect(refused(walk, later(flat))).toEqual(['migrate/step-gone']);
    const apart = later((bundle) => {
      const { economy } = inquiry(bundle).branches;
      const recheck = economy?.steps.pop();
      if (recheck?.kind !== 'task') throw new Error('no recheck');
      recheck.outcomes.settle = { title: '核实', to: 'confirm', reasons: 'required' };
      bundle.definition.steps.push(recheck);
    });
    expect(refused(walk, apart)).toContain('migrate/branch-gone');
  });

  it('may have another name', () => {
    const programme = later((bundle) => {
      const { economy, visit } = inquiry(bundle).branches;
      if (economy && visit) inquiry(bundle).branches = { economy, home: visit };
    });
    expect(moved(accepted(), programme).value).toEqual({ inquiry: { economy: 'verify', home: 'visit' } });
    // The end of a branch is only known by its name.
    expect(refused(visited(), programme)).toEqual(['migrate/branch-new']);
    const told = moved(visited(), programme, { steps: {}, branches: { 'inquiry/home': 'done' } });
    expect(told.value).toEqual({ inquiry: { economy: 'verify', home: 'done' } });
  });

  it('never leave a case in two places', () => {
    const value = { inquiry: { economy: 'recheck', visit: 'visit' } };
    expect(() => move(later(), value, { steps: { recheck: 'confirm', visit: 'accept' } })).toThrow(
      'migrate/two-places',
    );
  });
});

describe('is refused', () => {
  it('for cases that have ended', () => {
    const walk = new Walk(first)
      .apply('2026-03-02')
      .do({ do: 'accept.refuse', actor: people.clerk, reasons: '不属本镇' }, '2026-03-03');
    expect(refused(walk, later())).toEqual(['migrate/ended']);
  });

  it('to the same version, and to another programme', () => {
    expect(refused(accepted(), first)).toEqual(['migrate/same']);
    const other = later((bundle) => {
      bundle.programme = 'heating';
    });
    expect(refused(accepted(), other)).toEqual(['migrate/other-programme']);
    const decision = migrate(later(), first, accepted().now, {
      map: { steps: {} },
      actor: people.officer,
      reasons: '新规',
      world: worldAt('2026-03-10'),
    });
    expect(decision).toMatchObject({ ok: false, problems: [{ code: 'engine/other-definition' }] });
  });

  it.each([
    ['a township', people.leader, 'authority/level'],
    ['another county', people.officerElsewhere, 'authority/jurisdiction'],
    ['the applicant', people.applicant, 'authority/own-case'],
    ['the system', people.system, 'authority/role'],
  ])('to %s', (_, actor, code) => {
    expect(refused(accepted(), later(), undefined, { actor })).toEqual([code]);
  });

  it('to whom something bars from the case', () => {
    const walk = accepted().do(
      { do: 'declare-relative', actor: people.officer, data: { relation: '兄弟' } },
      '2026-03-04',
    );
    expect(refused(walk, later())).toEqual(['authority/barred']);
  });

  it('without reasons', () => {
    expect(refused(accepted(), later(), undefined, { reasons: ' ' })).toEqual(['step/reasons-required']);
  });

  it('where the step is gone and the map does not say where to', () => {
    const programme = later(under('visit', 'home-visit'));
    expect(refused(accepted(), programme)).toEqual(['migrate/step-gone']);
    expect(refused(accepted(), programme, { steps: { visit: null } })).toEqual(['migrate/step-gone']);
  });

  it('where the map speaks of what there is not', () => {
    expect(refused(accepted(), later(), { steps: { nowhere: 'visit' } })).toEqual(['migrate/unknown-step']);
    expect(refused(accepted(), later(), { steps: { visit: 'nowhere' } })).toContain('migrate/unknown-step');
    expect(refused(accepted(), later(), { steps: {}, startClocks: ['nothing'] })).toEqual([
      'migrate/unknown-clock',
    ]);
  });

  it('where the step is of another kind', () => {
    expect(refused(confirming(), later(), { steps: { confirm: 'notice' } })).toEqual([
      'migrate/kind-differs',
    ]);
  });

  it('where the later version allows fewer rounds than there were', () => {
    const programme = later((bundle) => {
      taskAt(bundle, 'accept').rounds = { max: 1, refused: '只能受理一次' };
    });
    const walk = new Walk(first).apply('2026-03-02');
    expect(refused(walk, programme)).toEqual([]);
    const again = {
      ...walk.now,
      steps: { ...walk.now.steps, accept: { ...walk.now.steps.accept, rounds: 2 } },
    };
    const decision = migrate(first, programme, again as CaseState, {
      map: { steps: {} },
      actor: people.officer,
      reasons: '新规',
      world: worldAt('2026-03-10'),
    });
    expect(decision).toMatchObject({ ok: false, problems: [{ code: 'migrate/rounds' }] });
  });

  it('while an answer is outstanding that would find nobody', () => {
    expect(accepted().now.steps.verify?.asked).toBe(true);
    const renamed = later(under('verify', 'verification'));
    expect(refused(accepted(), renamed, { steps: { verify: 'verification' } })).toEqual(['migrate/waiting']);
    const otherSystem = later((bundle) => {
      const check = inquiry(bundle).branches.economy?.steps[0];
      if (check?.kind === 'check') check.connector = 'tax';
    });
    expect(refused(accepted(), otherSystem)).toEqual(['migrate/waiting']);
  });

  it('while cases of items are open that would return to a name that is gone', () => {
    const hazards = (id: string): ExpandedStep[] => [
      {
        id,
        kind: 'each',
        title: '隐患',
        items: 'application.hazards',
        steps: [task('mend', { done: 'cured' }, { role: 'applicant' }), { ...end('approved'), id: 'cured' }],
        join: 'all',
        next: 'close',
      } as ExpandedStep,
      task('close', { ok: 'approved' }),
    ];
    const office = new Office(small(hazards('hazards'))).open({ hazards: [{ name: '出口' }] });
    const renamed = small(hazards('dangers'), undefined, 'e'.repeat(64));
    expect(refused(office, renamed, { steps: { hazards: 'dangers' } })).toEqual(['migrate/children-open']);
    const kept = small(hazards('hazards'), undefined, 'e'.repeat(64));
    const state = moved(office, kept);
    expect(state.items).toEqual(office.of().items);
    // The case of the item moves, too, on its own procedure.
    const child = office.of('case-1~hazards~1~1');
    const decision = migrate(office.programme, kept, child, {
      map: { steps: {} },
      actor: people.officer,
      reasons: '新规',
      world: worldAt('2026-03-10'),
    });
    expect(decision.ok && activeSteps(kept, decision.state)).toEqual(['mend']);
  });

  it('where data do not fit the later version, by form with pointers, unless nothing needs the form any more', () => {
    const asking = (bundle: Omit<Bundle, 'validators'>) => {
      const { application } = bundle.forms;
      if (application)
        application.schema = { ...application.schema, required: ['income', 'members', 'phone'] };
    };
    const strict = { ...later(asking) };
    const application = Object.assign(
      () => {
        application.errors = [
          {
            instancePath: '',
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: 'phone' },
          },
        ];
        return false;
      },
      { errors: [] as unknown[] },
    );
    Object.assign(strict, { validators: { application } });
    const decision = to(accepted(), strict);
    expect(decision).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'migrate/form-invalid',
          pointer: '/data/application/phone',
          params: { form: '申请', pointers: ['/data/application/phone'] },
        },
      ],
    });
    // From the review on nothing reads the application any more.
    const late = {
      ...accepted().now,
      value: 'review',
      steps: {
        ...accepted().now.steps,
        review: { rounds: 1, enteredAt: '2026-03-10T01:00:00Z', signatures: [], actors: [] },
      },
    };
    const passed = migrate(first, strict, late as CaseState, {
      map: { steps: {} },
      actor: people.officer,
      reasons: '新规',
      world: worldAt('2026-03-10'),
    });
    expect(passed.ok).toBe(true);
  });

  it('as a whole: a case that is refused is as it was', () => {
    const walk = accepted();
    const before = JSON.stringify(walk.now);
    refused(walk, later(under('visit', 'home-visit')));
    refused(walk, later(), { steps: { visit: 'confirm' } });
    expect(JSON.stringify(walk.now)).toBe(before);
  });
});

describe('on random walks', () => {
  const programme = later();
  const actors = [people.clerk, people.first, people.second, people.officer, people.applicant, people.leader];
  const choices = fc.array(fc.nat({ max: 100_000 }), { minLength: 5, maxLength: 60 });

  it('a case that moves to the same definition under another hash goes on as if it had not', () => {
    fc.assert(
      fc.property(choices, fc.nat({ max: 60 }), (numbers, at) => {
        const stayed = new Walk(first).apply('2026-03-02');
        let other: CaseState | undefined;
        for (const [index, choice] of numbers.entries()) {
          if (stayed.now.status === 'ended') break;
          const world = worldAt(`2026-03-${String(3 + (index % 25)).padStart(2, '0')}`);
          if (index >= at && other === undefined) {
            const decision = migrate(first, programme, stayed.now, {
              map: { steps: {} },
              actor: people.officer,
              reasons: '新版本',
              world,
            });
            // An officer who has declared a relative may not move the case.
            if (!decision.ok) break;
            other = decision.state;
            expect({ ...other, definition: '', version: 0, head: '', updated: '' }).toEqual({
              ...stayed.now,
              definition: '',
              version: 0,
              head: '',
              updated: '',
            });
          }
          const actor = actors[choice % actors.length] ?? people.clerk;
          const offers = offered(first, stayed.now, actor, world);
          if (other) {
            expect(offered(programme, other, actor, world)).toEqual(offers);
            expect(timers(programme, other, world.calendar)).toEqual(
              timers(first, stayed.now, world.calendar),
            );
          }
          const may = offers.filter((offer) => offer.may && offer.step !== undefined);
          const offer = may[choice % Math.max(may.length, 1)];
          const asked = activeSteps(first, stayed.now).find((id) => stayed.now.steps[id]?.asked);
          const command =
            asked && choice % 2 === 0
              ? { do: `${asked}.answer`, actor: people.system, data: { vehicles: choice % 3 } }
              : offer && { do: offer.do, actor, reasons: '理由' };
          if (!command) continue;
          const answer = decide(first, stayed.now, command, world);
          const alike = other && decide(programme, other, command, world);
          if (alike) {
            expect(alike.ok).toBe(answer.ok);
            if (alike.ok) other = alike.state;
          }
          if (answer.ok) stayed.do(command, world);
        }
      }),
      { numRuns: 80 },
    );
  });
});
