/** Branches that part at a gateway, up to where they come together. */
import type { Join, SourceStep, TaskStep } from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import { isEnd, isGateway, ownFact } from './net.ts';
import { WayIds } from './step-ids.ts';
import type { Region, Walk } from './walk.ts';

type Named = Pick<SourceStep, 'id' | 'title'>;
type Branches = Record<string, { title: string; steps: SourceStep[] }>;

export function readParallel(walk: Walk, named: Named, split: ModdleElement, region: Region): SourceStep {
  const join = walk.block(split)?.join;
  const branches = readBranches(walk, split, join, region);
  if (join) walk.pass(join);
  if (Object.keys(branches).length === 0)
    branches.done = { title: named.title, steps: [nothing(walk, named, split)] };
  const next = join ? afterJoin(walk, join, region) : walk.stop(region);
  return { ...named, kind: 'parallel', join: joining(walk, join), branches, next };
}

function readBranches(
  walk: Walk,
  split: ModdleElement,
  join: ModdleElement | undefined,
  outer: Region,
): Branches {
  const branches: Branches = {};
  const ids = new WayIds();
  for (const [index, lead] of walk.net.leads(split).entries()) {
    const inner: Region = { open: [], procedure: outer.procedure, branch: { split, join, outer } };
    const first = walk.target(lead, inner);
    // A branch in which nothing happens is waited for by nobody.
    if (first === 'done') continue;
    const title = textOf(lead.flow, 'name') || textOf(lead.to, 'name') || String(index + 1);
    const steps = walk.steps(inner).toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
    branches[ids.of(lead.flow, index + 1)] = { title: title.slice(0, 200), steps };
  }
  return branches;
}

/** Branches need something in one of them. */
function nothing({ ids, roles, words }: Walk, { id, title }: Named, split: ModdleElement): TaskStep {
  const outcomes = { done: { title: words.done, to: 'done' } };
  return { id: ids.more(`${id}-done`), title, kind: 'task', ...roles.of(split), outcomes };
}

/** What follows a join; one that parts again is the split of the next branches, and any other node is met itself. */
function afterJoin(walk: Walk, join: ModdleElement, region: Region): string {
  const leads = walk.net.leads(join);
  const [lead] = leads;
  if (!isGateway(join) || leads.length > 1) return walk.targetOf(join, region);
  return lead ? walk.target(lead, region) : walk.stop(region);
}

/** When it goes on. Ours mark a join of whichever comes first; elsewhere such a gateway passes on every branch. */
function joining({ tell }: Walk, join: ModdleElement | undefined): Join {
  if (join === undefined || join.$type === 'bpmn:ParallelGateway' || isEnd(join)) return 'all';
  if (join.$type === 'bpmn:ExclusiveGateway' && ownFact(join, 'kind') === 'join') return 'any';
  const condition = textOf(partOf(join, 'activationCondition'), 'body');
  const count = Number(condition.match(/>=\s*(\d{1,2})$/)?.[1] ?? 0);
  if (join.$type === 'bpmn:ComplexGateway' && count > 0) return { 'at-least': count };
  if (join.$type !== 'bpmn:InclusiveGateway') tell('join', join);
  return 'all';
}
