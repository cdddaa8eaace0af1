/** The ways that lead out of a step, each with the event by which it is taken and the words for it. */
import type { ExpandedStep } from '@aidflow/definition';

export interface Way {
  /** What follows the dot of `STEP.EVENT`. */
  event: string;
  /** Id of a step, or `done` or `veto` where a branch ends. */
  to: string;
  /** In the language of the programme; a way that nobody chooses has none. */
  title?: string;
}

/** The ways of a step in the order of the definition. Those of branches and of items are theirs. */
export function waysOf(step: ExpandedStep): Way[] {
  switch (step.kind) {
    case 'task':
      return [...chosen(step.outcomes), ...overdue(step.within)];
    case 'wait':
      return [
        ...chosen(step.events ?? {}),
        ...(step.for || step.until ? [{ event: 'elapsed', to: step.next }] : []),
      ];
    case 'check':
      return [
        { event: 'pass', to: step.pass },
        { event: 'fail', to: step.fail },
        { event: 'unknown', to: step.unknown },
      ];
    case 'draw':
      return [
        { event: 'chosen', to: step.chosen },
        { event: 'rest', to: step.rest },
      ];
    case 'select':
      return [{ event: 'selected', to: step.next }, ...optional('empty', step.empty)];
    case 'vote':
      return [
        { event: 'passed', to: step.passed },
        { event: 'failed', to: step.failed },
        ...optional('no-quorum', step['no-quorum']),
      ];
    case 'each':
      return [{ event: 'done', to: step.next }, ...overdue(step.within)];
    case 'parallel':
      return [{ event: 'joined', to: step.next }, ...optional('vetoed', step['on-veto'])];
    case 'effect':
      return [{ event: 'done', to: step.next }];
    case 'end':
      return [];
  }
}

/** Where a step leads that is passed over because its condition does not hold; undefined when it has none. */
export function skipTarget(step: ExpandedStep): string | undefined {
  if (step.kind === 'end' || step.when === undefined) return undefined;
  return step.otherwise ?? ('next' in step ? step.next : undefined);
}

const chosen = (choices: Record<string, { title: string; to: string }>): Way[] =>
  Object.entries(choices).map(([event, { title, to }]) => ({ event, to, title }));

const optional = (event: string, to: string | undefined): Way[] => (to === undefined ? [] : [{ event, to }]);

const overdue = (within: { 'on-overdue'?: string } | undefined): Way[] =>
  optional('elapsed', within?.['on-overdue']);
