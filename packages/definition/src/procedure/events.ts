/** The events that the steps of a procedure raise. */
import type { ExpandedStep } from '../types.ts';

/** The types of the events that a step may raise: `STEP.NAME`. */
export const eventsOf = (step: ExpandedStep): string[] =>
  namesOfEvents(step).map((name) => `${step.id}.${name}`);

function namesOfEvents(step: ExpandedStep): string[] {
  switch (step.kind) {
    case 'task':
      // The first of several signatures begins it; the outcome itself comes with the last.
      return [...Object.keys(step.outcomes), 'begun', ...given(step.within?.['on-overdue'], 'elapsed')];
    case 'check':
      return ['pass', 'fail', 'unknown', ...given(step.connector, 'ask')];
    case 'wait':
      return [...Object.keys(step.events ?? {}), ...given(step.for ?? step.until, 'elapsed')];
    case 'draw':
      return ['chosen', 'rest'];
    case 'select':
      return ['selected', ...given(step.empty, 'empty')];
    case 'vote':
      return [
        ...(step.ballots === undefined ? ['record'] : ['ballot', 'close', 'elapsed']),
        ...['passed', 'failed'],
        ...given(step['no-quorum'], 'no-quorum'),
      ];
    case 'each':
      return [
        ...['opened', 'returned', 'retry', 'done'],
        ...given(step.enrol, 'enrol', 'closed'),
        ...given(step.within?.['on-overdue'], 'elapsed'),
      ];
    case 'effect':
      return ['done'];
    case 'parallel':
    case 'end':
      return [];
  }
}

const given = (part: unknown, ...names: string[]): string[] => (part === undefined ? [] : names);
