/** Where cases never come, get stuck, or wait for what may never be. */
import { reachable, reversed, waysFrom } from '../../graph.ts';
import type { ExpandedStep, ParallelStep } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import { joined, type Procedure, pathExample, pathTo } from '../procedures.ts';
import { branchesNeeded } from './loops.ts';

export function checkWays(context: Context): Finding[] {
  return context.procedures.flatMap((procedure) => [
    ...unreachable(context, procedure),
    ...stuck(context, procedure),
    ...joins(context, procedure),
    ...waits(context, procedure),
  ]);
}

function unreachable(context: Context, procedure: Procedure): Finding[] {
  const { steps, passages, reached } = procedure;
  return [...steps.values()].flatMap(({ step }) => {
    if (reached.has(step.id) || isStanding(step)) return [];
    // What lies behind a lost step is lost for the same reason: only where a case could turn to it is told.
    const gates = passages.filter(({ from, to }) => to === step.id && reached.has(from));
    const [found] = gates
      .map((gate) => ({ gate, path: pathTo(procedure, gate.from)?.path ?? [] }))
      .sort((one, other) => one.path.length - other.path.length);
    if (found === undefined) return [];
    const { gate, path } = found;
    const example = { kind: 'path' as const, path: [...path, ...pathExample([gate]).path] };
    const params = { step: step.id, closed: `${gate.from}.${gate.event ?? 'otherwise'}` };
    return [
      finding('lint/unreachable-step', context.reading.source, context.place(step.id), params, { example }),
    ];
  });
}

/** Ends that no step leads to, but what every case can do without being told. */
const isStanding = (step: ExpandedStep): boolean => step.kind === 'end' && step.outcome === 'withdrawn';

function stuck(context: Context, procedure: Procedure): Finding[] {
  const ends = [...procedure.steps.values()].flatMap(({ step }) => (step.kind === 'end' ? [step.id] : []));
  const leading = reachable(ends, reversed(waysFrom(procedure.open)));
  const lost = [...procedure.steps.keys()].filter((id) => procedure.reached.has(id) && !leading.has(id));
  return lost.flatMap((id) => {
    const example = pathTo(procedure, id);
    // Of steps that are lost behind each other the first is told.
    const last = example?.path.at(-1);
    if (last !== undefined && lost.includes(last.step)) return [];
    return [finding('lint/no-way-out', context.reading.source, context.place(id), { step: id }, { example })];
  });
}

function joins(context: Context, procedure: Procedure): Finding[] {
  const { source } = context.reading;
  return [...procedure.steps.values()].flatMap(({ step, parallel }) => {
    if (step.kind !== 'parallel' || !procedure.reached.has(step.id)) return [];
    const branches = Object.entries(step.branches);
    const needed = branchesNeeded(step);
    const lost = branches.filter(([id]) => !endsSomewhere(step, id, parallel, procedure));
    if (branches.length - lost.length >= needed) return [];
    return lost.map(([id, { steps }]) => {
      const example = pathTo(procedure, steps[0]?.id ?? '');
      const place = context.place(step.id, `/branches/${id}`);
      return finding('lint/branch-never-done', source, place, { parallel: step.id, branch: id }, { example });
    });
  });
}

/** Whether some step of a branch, or of what lies inside of it, ends the branch. */
function endsSomewhere(
  step: ParallelStep,
  branch: string,
  parallel: string | undefined,
  { steps, open, reached }: Procedure,
): boolean {
  const ends = ['done', 'veto'].map((target) => joined(target, step.id, steps));
  const nexts = [...ends, joined(step.next, parallel, steps)];
  const inside = (id: string | undefined): boolean => {
    const flat = id === undefined ? undefined : steps.get(id);
    if (flat === undefined) return false;
    return (flat.parallel === step.id && flat.branch === branch) || inside(flat.parallel);
  };
  return open.some(
    ({ from, to, ends: does }) => does && reached.has(from) && nexts.includes(to) && inside(from),
  );
}

function waits(context: Context, procedure: Procedure): Finding[] {
  return [...procedure.steps.values()].flatMap(({ step, parallel }) => {
    if (step.kind !== 'wait' || step.for !== undefined || step.until !== undefined) return [];
    if (!procedure.reached.has(step.id) || isCutShort(parallel, procedure)) return [];
    const events = Object.keys(step.events ?? {}).map((id) => `${step.id}.${id}`);
    const params = { step: step.id, events };
    const example = pathTo(procedure, step.id);
    return [
      finding('lint/endless-wait', context.reading.source, context.place(step.id), params, { example }),
    ];
  });
}

/** Whether other branches may end the one that a step lies in. */
function isCutShort(parallel: string | undefined, { steps }: Pick<Procedure, 'steps'>): boolean {
  const outer = steps.get(parallel ?? '');
  if (outer?.step.kind !== 'parallel') return false;
  return outer.step.join !== 'all' || isCutShort(outer.parallel, { steps });
}
