import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActor, transition } from 'xstate';
import { operationData } from './fixtures/operation-data.ts';
import { people, relief, VILLAGE, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import {
  type Actor,
  activeSteps,
  type CaseState,
  decide,
  offered,
  type Programme,
  replay,
  timers,
} from './index.ts';

const programme = relief();

describe('the machine', () => {
  it('runs in a plain XState actor from the recorded events alone', () => {
    const walk = new Walk(programme)
      .apply('2026-03-02')
      .inquire('2026-03-03')
      .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11')
      .do({ do: 'confirm.approve', actor: people.officer }, '2026-03-12');
    const { value: _, status: __, ...facts } = replay(programme, walk.events.slice(0, 1)) as CaseState;
    const start = programme.machine.resolveState({ value: 'accept', context: facts } as never);
    const actor = createActor(programme.machine, { snapshot: start, input: {} } as never).start();
    for (const event of walk.events.slice(1)) actor.send(event as never);
    expect(actor.getSnapshot()).toMatchObject({ value: walk.now.value, context: { head: walk.now.head } });
  });

  it('answers to the pure transition helper like to the engine', () => {
    const walk = new Walk(programme).apply('2026-03-02');
    const { value, status: _, ...context } = walk.now;
    const before = programme.machine.resolveState({ value, context } as never);
    walk.do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
    let snapshot = before;
    for (const event of walk.events.slice(1))
      [snapshot] = transition(programme.machine, snapshot, event as never);
    expect(snapshot.value).toEqual(walk.now.value);
  });
});

describe('on random walks', () => {
  const actors: Actor[] = Object.values(people).filter(({ kind }) => kind !== 'system');
  const data = (form: string | undefined) => (form ? { data: { income: 90_000, members: 3 } } : {});

  /** Does everything that is offered or due, as the numbers choose, and checks each answer against the offers. */
  function wander(choices: number[], visit: (programme: Programme, state: CaseState) => void): Walk {
    const walk = new Walk(programme).apply('2026-03-02');
    let day = 0;
    for (const choice of choices) {
      const now = new Date(Date.parse('2026-03-02T01:00:00Z') + day * 86_400_000).toISOString();
      const world = worldAt(now);
      if (walk.now.status === 'ended') break;
      visit(programme, walk.now);
      const asked = activeSteps(programme, walk.now).find((id) => walk.now.steps[id]?.asked);
      const due = timers(programme, walk.now, world.calendar).filter((timer) => timer.due <= now);
      if (asked && choice % 3 === 0) {
        walk.do({ do: `${asked}.answer`, actor: people.system, data: { vehicles: choice % 2 } }, world);
      } else if (due[0] && choice % 3 === 1) {
        walk.do({ do: 'elapse', timer: due[0].id, actor: people.system }, world);
      } else {
        const actor = actors[choice % actors.length] as Actor;
        const offers = offered(programme, walk.now, actor, world);
        const offer = offers[(choice >> 4) % offers.length];
        if (!offer || offer.do === 'withdraw' || offer.do === 'declare-relative') {
          day += choice % 9;
          continue;
        }
        const filled = operationData(programme, walk.now, offer.do, choice);
        const command = {
          do: offer.do,
          actor,
          reasons: 'because',
          ...(filled ? { data: filled } : data(offer.form)),
        };
        const result = decide(programme, walk.now, command, world);
        expect(result.ok).toBe(offer.may);
        if (!result.ok) expect(result.problems[0]).toEqual(offer.problem);
        else walk.do(command, world);
      }
      day += choice % 2;
    }
    return walk;
  }

  const choices = fc.array(fc.nat({ max: 100_000 }), { minLength: 20, maxLength: 120 });

  it('every offer is accepted, every refusal gives the reason offered, and replay gives the same bytes', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        const walk = wander(numbers, () => {});
        expect(JSON.stringify(replay(programme, walk.events))).toBe(JSON.stringify(walk.now));
      }),
      { numRuns: 60 },
    );
  });

  it('an open case always has a way on: something offered to somebody, a timer, or an answer awaited', () => {
    fc.assert(
      fc.property(choices, (numbers) => {
        wander(numbers, (_, state) => {
          const world = worldAt('2026-05-01');
          const someone = actors.some((actor) =>
            offered(programme, state, actor, world).some(
              ({ may, step, do: what }) => may && (step || what === 'resume' || what === 'transfer'),
            ),
          );
          const waiting = activeSteps(programme, state).some((id) => state.steps[id]?.asked);
          const timed = timers(programme, state, world.calendar).length > 0;
          expect(someone || waiting || timed).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('a draw is repeatable and takes its share', () => {
    const approve = (id: string) => {
      const walk = new Walk(programme);
      const open = { id, number: '1', division: VILLAGE };
      walk.do({ do: 'apply', actor: people.applicant, data: { income: 0, members: 1 }, open }, '2026-03-02');
      return walk
        .inquire('2026-03-03')
        .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11')
        .do({ do: 'confirm.approve', actor: people.officer }, '2026-03-12')
        .events.find(({ detail }) => detail?.draw)?.detail?.draw;
    };
    const draws = Array.from({ length: 200 }, (_, index) => approve(`case-${index}`));
    expect(approve('case-7')).toEqual(draws[7]);
    const chosen = draws.filter((one) => one?.chosen).length;
    // 200 draws at 0.3: 60 expected, four standard deviations are 26.
    expect(Math.abs(chosen - 60)).toBeLessThan(26);
    expect(draws.every((one) => one?.chosen === (one?.fraction ?? 1) < 0.3)).toBe(true);
  });
});
