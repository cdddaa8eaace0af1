/** The procedure after expansion as a graph, and the events its steps raise. */
import type { ExpandedStep } from '../types.ts';
import { waysOf } from './steps.ts';

export interface FlatStep {
  step: ExpandedStep;
  /** The parallel step whose branch it lies in. */
  parallel: string | undefined;
}

/** Every step, those of branches included. */
export function flatSteps(steps: readonly ExpandedStep[], parallel?: string): FlatStep[] {
  return steps.flatMap((step) => {
    if (step.kind === 'each') return [{ step, parallel }, ...flatSteps(step.steps)];
    const inner =
      step.kind === 'parallel'
        ? Object.values(step.branches).flatMap((branch) => flatSteps(branch.steps, step.id))
        : [];
    return [{ step, parallel }, ...inner];
  });
}

/** From each step the steps it may lead to. A branch that is done leads on from its parallel step. */
export function expandedWays(steps: readonly FlatStep[]): Map<string, string[]> {
  const next = new Map<string, string>();
  for (const { step } of steps) if (step.kind === 'parallel') next.set(step.id, step.next);
  const ways = new Map<string, string[]>();
  for (const { step, parallel } of steps) {
    const targets = step.kind === 'parallel' ? [] : waysOf(step).map(({ target }) => target);
    if (step.kind === 'parallel') {
      for (const branch of Object.values(step.branches)) targets.push(branch.steps[0]?.id ?? step.next);
      if (step.otherwise !== undefined) targets.push(step.otherwise);
    }
    // Skipping goes on with next where nothing else is said.
    if ('when' in step && step.when !== undefined && step.otherwise === undefined && 'next' in step) {
      targets.push(step.next ?? '');
    }
    ways.set(
      step.id,
      targets.map((target) => (target === 'done' ? (next.get(parallel ?? '') ?? target) : target)),
    );
  }
  return ways;
}

/** The types of the events that a step may raise. */
export function eventsOf(step: ExpandedStep): string[] {
  const names = (): string[] => {
    switch (step.kind) {
      case 'task':
        return [
          ...Object.keys(step.outcomes),
          ...(step.within?.['on-overdue'] === undefined ? [] : ['elapsed']),
        ];
      case 'check':
        return ['pass', 'fail', 'unknown', ...(step.connector === undefined ? [] : ['ask'])];
      case 'wait':
        return [...Object.keys(step.events ?? {}), 'elapsed'];
      case 'draw':
        return ['chosen', 'rest'];
      case 'select':
        return ['selected', ...(step.empty === undefined ? [] : ['empty'])];
      case 'vote':
        return [
          ...(step.ballots === undefined ? ['record'] : ['ballot', 'close', 'elapsed']),
          ...['passed', 'failed', 'no-quorum'],
        ];
      case 'each':
        return [
          ...['opened', 'returned', 'retry', 'done'],
          ...(step.enrol === undefined ? [] : ['enrol', 'closed']),
          ...(step.within === undefined ? [] : ['elapsed']),
        ];
      case 'effect':
        return ['done'];
      case 'parallel':
      case 'end':
        return [];
    }
  };
  return names().map((name) => `${step.id}.${name}`);
}
