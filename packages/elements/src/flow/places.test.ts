import { expect, test } from 'vitest';
import { state } from '../fixtures/case.ts';
import { definition } from '../fixtures/procedure.ts';
import { graphOf } from './graph.ts';
import { openSteps, placesOf, skippedSteps } from './places.ts';

const graph = graphOf(definition, { pass: 'pass', fail: 'fail', unknown: 'unknown' });

test('a step whose condition did not hold is skipped once the case is past it, and not before', () => {
  const at = (value: string, past: string[]) => {
    const steps = Object.fromEntries(past.map((id) => [id, { ...state.steps.accept, rounds: 1 }]));
    return placesOf(graph, { ...state, value, steps: { ...state.steps, ...steps } as typeof state.steps });
  };
  // "county-visit" has a condition and leads to "confirm" when it does not hold.
  expect([...skippedSteps(graph, at('confirm', ['notice']))]).toEqual(['county-visit']);
  expect([...skippedSteps(graph, at('notice', []))]).toEqual([]);
});

test('what a case may still leave: everything it may come to again, nothing when it has ended', () => {
  const open = openSteps(graph, state);
  // From the first opinion a new inquiry is possible, but no new acceptance.
  expect([open.has('opinion'), open.has('visit'), open.has('accept')]).toEqual([true, true, false]);
  expect(openSteps(graph, { ...state, value: 'denied', status: 'ended' }).size).toBe(0);
  expect(openSteps(graph, undefined).size).toBe(graph.nodes.length);
});
