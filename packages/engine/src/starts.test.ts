import { describe, expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from './fixtures/relief.ts';
import { type Actor, type Command, decide, nationalCalendar, replay, scheduledRuns } from './index.ts';

/** Besides applications the clerk opens inspections, and so does a schedule. */
const programme = relief(({ definition }) => {
  definition.starts = ['inspect'];
  definition.steps.push({
    id: 'inspect',
    kind: 'task',
    title: '检查',
    level: 'township',
    role: 'clerk',
    outcomes: {
      unfit: { title: '不合格', to: 'order' },
      fit: { title: '合格', to: 'approved' },
    },
  });
  definition.steps.push({
    id: 'order',
    kind: 'task',
    title: '责令改正',
    role: 'officer',
    outcomes: { issue: { title: '下达', to: 'denied' } },
  });
  definition.schedules = [
    { id: 'yearly', title: '年检', yearly: { month: 3, day: 2 }, start: 'inspect' },
    { id: 'applications', title: '申请', yearly: { month: 3, day: 2 } },
  ];
});

const world = worldAt('2026-03-02');
const open = { id: 'case-1', number: '0001', division: VILLAGE };
const decided = (command: Command, state?: Parameters<typeof decide>[1]) => {
  const answer = decide(programme, state, command, world);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
};

describe('a case of a programme with several starts', () => {
  it('begins with the step that is done, by whoever may act in it', () => {
    const { state, events } = decided({ do: 'inspect.unfit', actor: people.clerk, open });
    expect(state.value).toBe('order');
    expect(Object.keys(state.steps)).not.toContain('apply');
    expect(replay(programme, events)).toEqual(state);
    const other = decide(programme, undefined, { do: 'inspect', actor: people.leader, open }, world);
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'authority/role' }] });
  });

  it('still begins with its start', () => {
    const data = { income: 1, members: 1 };
    const { state } = decided({ do: 'apply', actor: people.applicant, data, open });
    expect([state.value, state.procedure]).toEqual(['accept', undefined]);
  });

  it('begins where a schedule says', () => {
    const runs = scheduledRuns(
      programme,
      [],
      { after: '2026-03-01', until: '2026-03-02', division: VILLAGE },
      nationalCalendar(),
    );
    const places = runs.map(({ command }) => decided(command).state.value);
    expect(places).toEqual(['apply', 'inspect']);
    const { state } = decided(runs[1]?.command as Command);
    expect(decided({ do: 'inspect.unfit', actor: people.clerk }, state).state.value).toBe('order');
  });

  it('is not the own case of the officer who opened it', () => {
    const both: Actor = { ...people.clerk, grants: [...people.clerk.grants, ...people.officer.grants] };
    const { state } = decided({ do: 'inspect.unfit', actor: both, open });
    expect(decided({ do: 'order', actor: both }, state).state.status).toBe('ended');
  });
});
