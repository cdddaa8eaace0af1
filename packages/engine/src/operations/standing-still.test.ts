import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, worldAt } from '../fixtures/relief.ts';
import { Office, small, task } from '../fixtures/small.ts';
import { clocks, migrate, replay, timers } from '../index.ts';

const because = { reasons: 'because' };
const { calendar } = worldAt('2026-03-02');

const asking = (pass: string): ExpandedStep =>
  ({
    id: 'verify',
    kind: 'check',
    title: 'verify',
    connector: 'household',
    pass,
    fail: 'denied',
    unknown: 'denied',
  }) as ExpandedStep;

/** Suspended on 2 March, answered on the 4th, resumed on the 30th. */
function answeredMeanwhile(more: object): Office {
  const within = { days: 5, unit: 'working-day', ...more };
  const office = new Office(small([asking('look'), task('look', { ok: 'approved' }, { within })])).open();
  office.do('suspend', people.clerk, because);
  office.now = '2026-03-04';
  office.do('verify.answer', people.system, { data: {} });
  return office;
}

function resumed(office: Office): Office {
  office.now = '2026-03-30';
  return office.do('resume', people.clerk);
}

describe('an answer that arrives while the case is suspended', () => {
  it('starts no clock that would run before the case is resumed', () => {
    const office = answeredMeanwhile({});
    expect(clocks(office.programme, office.of(), calendar, worldAt('2026-03-20').now)).toMatchObject([
      { clock: 'look', state: 'paused', left: 5 },
    ]);
    // 30 March is not counted; five working days, with 6 April off: the 7th.
    expect(clocks(office.programme, resumed(office).of(), calendar, worldAt('2026-03-30').now)).toMatchObject(
      [{ clock: 'look', state: 'running', left: 5, due: '2026-04-07' }],
    );
    expect(replay(office.programme, office.events.get('case-1') ?? [])).toEqual(office.of());
  });

  it('starts no deadline that would run before, either', () => {
    const office = resumed(answeredMeanwhile({ 'on-overdue': 'denied' }));
    expect(timers(office.programme, office.of(), calendar)).toMatchObject([
      { step: 'look', due: '2026-04-07T16:00:00.000Z' },
    ]);
  });

  it('may end it, and it can be reopened then', () => {
    const office = new Office(small([task('see', { ok: 'verify' }), asking('approved')])).open();
    office.do('see.ok', people.clerk).do('suspend', people.clerk, because);
    office.do('verify.answer', people.system, { data: {} });
    expect(office.of().status).toBe('ended');
    office.do('reopen', people.officer, { ...because, data: { to: 'see' } });
    expect(office.try('see.ok', people.clerk)).toBe('accepted');
  });
});

it('a clock stands until everything that was asked, in whichever branch, is answered', () => {
  const both = {
    id: 'both',
    kind: 'parallel',
    title: 'both',
    join: 'all',
    branches: {
      desk: { title: 'desk', steps: [task('read', { ok: 'done' })] },
      field: { title: 'field', steps: [task('visit', { ok: 'done' }, { role: 'investigator' })] },
    },
    next: 'approved',
  } as ExpandedStep;
  const programme = small([both], (definition) => {
    definition.operations = { ask: { pauses: ['handling'] } };
    definition.clocks = {
      handling: {
        title: 'handling',
        limit: { days: 10, unit: 'working-day' },
        starts: ['begin.submit'],
        stops: [],
      },
    };
  });
  const office = new Office(programme).open();
  office.do('ask', people.clerk, { data: { question: 'income?' } });
  office.now = '2026-03-03';
  office.do('ask', people.first, { data: { question: 'at home?' } });
  office.now = '2026-03-04';
  office.do('reply', people.applicant, { data: { answer: 'work' } });
  const state = () => clocks(programme, office.of(), calendar, worldAt(office.now).now)[0]?.state;
  expect(state()).toBe('paused');
  office.now = '2026-03-05';
  office.do('reply', people.applicant, { data: { answer: 'yes' } });
  expect(state()).toBe('running');
  // Asked on the 2nd, answered on the 5th: nothing counts until then. Ten working days from there: the 19th.
  expect(clocks(programme, office.of(), calendar, worldAt(office.now).now)[0]?.due).toBe('2026-03-19');
});

it('a clock that begins when a suspended case moves to another version stood since then', () => {
  const steps = [task('look', { ok: 'approved' })];
  const handling = {
    title: 'handling',
    limit: { days: 10, unit: 'working-day' as const },
    starts: ['begin.submit'],
    stops: [],
  };
  const later = small(
    steps,
    (definition) => Object.assign(definition, { clocks: { handling } }),
    'e'.repeat(64),
  );
  const office = new Office(small(steps)).open();
  office.now = '2026-03-03';
  office.do('suspend', people.clerk, because);
  const moved = migrate(office.programme, later, office.of(), {
    map: { steps: {}, startClocks: ['handling'] },
    actor: people.officer,
    reasons: 'because',
    world: worldAt('2026-03-10'),
  });
  if (!moved.ok) throw new Error(moved.problems[0]?.code);
  expect(clocks(later, moved.state, calendar, worldAt('2026-03-10').now)).toMatchObject([
    { started: '2026-03-02', state: 'paused', left: 9, pauses: [{ from: '2026-03-03', cause: 'suspend' }] },
  ]);
});
