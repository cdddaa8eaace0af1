/** Loops in which nobody acts and nothing waits: a case would go round in them for ever. */
import { components, reachable, shortestPath, waysFrom } from '../../graph.ts';
import type { FlatStep } from '../../procedure/flat.ts';
import type { ExpandedStep, ParallelStep } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { joined, type Passage, type Procedure, pathExample, pathTo } from '../procedures.ts';

export function checkLoops(context: Context): Finding[] {
  return context.procedures.flatMap((procedure) => {
    const passages = new Automatic(procedure).passages();
    return components(waysFrom(passages)).map((found) => {
      const steps = [...procedure.steps.keys()].filter((id) => found.includes(id));
      const [first = ''] = steps;
      const to = pathTo(procedure, first)?.path ?? [];
      const round = roundFrom(first, found, passages);
      const example = { kind: 'path' as const, path: [...to, ...pathExample(round).path] };
      return finding(
        'lint/automatic-loop',
        context.reading.source,
        context.place(first),
        { steps },
        { example },
      );
    });
  });
}

/** Once round through a component, back to where it began. */
function roundFrom(start: string, members: readonly string[], passages: readonly Passage[]): Passage[] {
  const inside = passages.filter(({ from, to }) => members.includes(from) && members.includes(to));
  const rounds = inside
    .filter(({ from }) => from === start)
    .map((first) => [first, ...(shortestPath(first.to, (node) => node === start, inside) ?? [])]);
  return rounds.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** Kinds of steps that go on by themselves and at once. */
const automatic: ReadonlySet<ExpandedStep['kind']> = new Set(['check', 'effect', 'draw', 'select']);

/** The passages that a case takes without anybody acting or any time going by. */
class Automatic {
  readonly #procedure: Procedure;
  readonly #alone = new Map<string, boolean>();

  constructor(procedure: Procedure) {
    this.#procedure = procedure;
  }

  /** A parallel step is one passage here; how its branches end is part of it. */
  passages(): Passage[] {
    const { steps, reached } = this.#procedure;
    return [...steps.values()]
      .filter(({ step }) => reached.has(step.id))
      .flatMap((flat) => this.#from(flat))
      .filter(({ ends, key }) => !ends || key === '/next');
  }

  #from(flat: FlatStep): Passage[] {
    const { step, parallel } = flat;
    const leaving = this.#procedure.open.filter(({ from }) => from === step.id);
    const skipping = leaving.filter(({ key }) => key === '/otherwise');
    // Rounds refuse to be entered for ever.
    if ('rounds' in step && step.rounds !== undefined) return skipping;
    if (step.kind === 'parallel') {
      if (!this.#joinsAlone(step)) return skipping;
      const { steps } = this.#procedure;
      const to = joined(step.next, parallel, steps);
      const ends = step.next === 'done';
      return [...skipping, { from: step.id, to, key: '/next', event: undefined, ends, closed: false }];
    }
    // A list without members is done at once; enrolment is open until a day comes.
    if (step.kind === 'each' && step.items !== undefined) {
      return leaving.filter(({ key }) => key === '/next' || key === '/otherwise');
    }
    return automatic.has(step.kind) ? leaving : skipping;
  }

  /** Whether a parallel step goes on although nobody acts in its branches. */
  #joinsAlone(step: ParallelStep): boolean {
    const known = this.#alone.get(step.id);
    if (known !== undefined) return known;
    const alone = Object.entries(step.branches).filter(([branch, { steps }]) => {
      const passages = [...this.#procedure.steps.values()]
        .filter((flat) => flat.parallel === step.id && flat.branch === branch)
        .flatMap((flat) => this.#from(flat));
      const reached = reachable([steps[0]?.id ?? ''], waysFrom(passages));
      return passages.some(({ from, ends }) => ends && reached.has(from));
    });
    const answer = alone.length >= branchesNeeded(step);
    this.#alone.set(step.id, answer);
    return answer;
  }
}

/** How many branches must be done for a parallel step to go on. */
export function branchesNeeded({ join, branches }: ParallelStep): number {
  if (typeof join === 'object') return join['at-least'];
  return join === 'any' ? 1 : Object.keys(branches).length;
}
