/**
 * The exported machine in XState alone must go the way that the engine went: after every recorded event of many random
 * cases it stands in the same configuration. AIDFLOW_WALKS says how many cases.
 */
import { type CaseEvent, type CaseState, evolve, type Programme, procedureOf } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AnyActor, type AnyStateMachine, createActor, createMachine, type StateValue } from 'xstate';
import { loadDibao, loadWorkshop } from '../fixtures/load.ts';
import { randomFrom } from '../fixtures/random.ts';
import { dibaoWalker, workshopWalker } from '../fixtures/walkers.ts';
import { type Walker, wander } from '../fixtures/wander.ts';
import { plainEvents } from './plain-events.ts';
import { toXState, type XStateOptions } from './to-xstate.ts';

const WALKS = Number(process.env.AIDFLOW_WALKS ?? 150);
const COMMANDS = 60;
const SECONDS_EACH = 0.5;

let dibao: Programme;
let workshop: Programme;
beforeAll(async () => {
  [dibao, workshop] = [await loadDibao(), await loadWorkshop()];
});

/** The machine of a file, as a tool opens it. */
const opened = (programme: Programme, options: XStateOptions = {}): AnyStateMachine =>
  createMachine(JSON.parse(JSON.stringify(toXState(programme, options))));

/** Where the engine stands after each event. */
function values(programme: Programme, events: readonly CaseEvent[]): StateValue[] {
  let state: CaseState | undefined;
  return events.map((event) => {
    state = evolve(programme, state, event);
    return state.value;
  });
}

/** Where an actor stands after each of the lists of events. */
function followed(actor: AnyActor, sent: readonly (readonly { type: string }[])[]): StateValue[] {
  return sent.map((events) => {
    for (const event of events) actor.send(event);
    return actor.getSnapshot().value;
  });
}

const walkers: [name: string, walker: () => Walker][] = [
  ['dibao', () => dibaoWalker(dibao)],
  ['every kind of step', () => workshopWalker(workshop)],
  ['the case of an item', () => workshopWalker(workshop, 'visits')],
];

describe.each(walkers)('%s', (_, walkerOf) => {
  const timeout = 60_000 + WALKS * SECONDS_EACH * 1000;

  it(`stands where the engine stands on ${WALKS} random walks`, { timeout }, () => {
    const walker = walkerOf();
    const procedure = procedureOf(walker.programme, walker);
    const machine = opened(procedure, { operations: true });
    const met = new Set<string>();
    for (let seed = 1; seed <= WALKS; seed += 1) {
      const events = wander(walker, randomFrom(seed), COMMANDS);
      const sent = plainEvents(walker.programme, events).map(({ send }) => send.map((type) => ({ type })));
      for (const { type } of sent.flat()) met.add(type);
      const actor = createActor(machine).start();
      expect(followed(actor, sent), `seed ${seed}`).toEqual(values(walker.programme, events));
    }
    // Walks that go nowhere prove nothing.
    const ways = machine.events.filter((type) => !/^(return|reopen|xstate)/.test(type));
    const missed = ways.filter((type) => !met.has(type));
    expect(missed.length / ways.length, `never taken: ${missed}`).toBeLessThan(0.2);
  });

  it('with its guards takes the recorded events as they are', () => {
    const walker = walkerOf();
    const procedure = procedureOf(walker.programme, walker);
    const machine = opened(procedure, { guards: true }).provide(procedure.machine.implementations as never);
    for (let seed = 1; seed <= 30; seed += 1) {
      const events = wander(walker, randomFrom(seed), COMMANDS);
      const [first, ...later] = events;
      if (first === undefined) continue;
      const begun = evolve(walker.programme, undefined, first);
      const { value, status: _, ...context } = begun;
      const actor = createActor(machine, { snapshot: machine.resolveState({ value, context }) }).start();
      const stood = followed(
        actor,
        later.map((event) => [event]),
      );
      expect([value, ...stood], `seed ${seed}`).toEqual(values(walker.programme, events));
    }
  });
});

describe('the configuration', () => {
  it('has nothing that JSON cannot say, and needs nothing provided', () => {
    const config = toXState(workshop, { operations: true });
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    expect(JSON.stringify(config)).not.toMatch(/"(guard|entry|exit|actions|always)":/);
  });

  it('asks conditions, joins and signatures as events', () => {
    const { states = {} } = toXState(workshop);
    expect(states['review?']?.on).toEqual({
      'review:applies': { target: '#review' },
      'review:skipped': { target: '#quiet' },
    });
    expect(Object.keys(states.consent?.on ?? {})).toEqual(['consent:vetoed', 'consent:joined']);
    expect(states.look?.states?.site?.states?.go?.on).toMatchObject({
      'go.gone': { target: 'done' },
      'go.gone:signed': {},
    });
  });

  it('tells what a step is beside its name', () => {
    expect(toXState(workshop).states?.inspect).toMatchObject({
      description: '复查',
      meta: { kind: 'task', role: 'officer', level: 'county', within: { days: 10, unit: 'calendar-day' } },
    });
  });

  it('leaves out what may be done in every step unless it is wanted', () => {
    const operations = (options?: XStateOptions) =>
      opened(dibao, options).events.filter((type) => /^(withdraw|cancel|return|reopen)\b/.test(type));
    expect(operations()).toEqual([]);
    expect(operations({ operations: true })).toEqual(
      expect.arrayContaining(['withdraw', 'cancel', 'return:opinion', 'reopen:opinion']),
    );
  });
});
