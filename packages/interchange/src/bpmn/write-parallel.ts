/** Branches: between two gateways where all of them have to end, else a subprocess that ends as a whole. */
import type { ExpandedStep } from '@aidflow/definition';
import type { Flow, FlowKind } from './flow.ts';
import type { FlowWriter, Scope } from './flow-writer.ts';
import { enoughOf, escapesOf } from './parts.ts';

type Parallel = Extract<ExpandedStep, { kind: 'parallel' }>;

/** All branches are waited for, and none can be left for a step outside. */
export const isInline = (step: ExpandedStep): step is Parallel =>
  step.kind === 'parallel' && step.join === 'all' && escapesOf(step).length === 0;

export function writeParallel(writer: FlowWriter, step: Parallel, scope: Scope): void {
  if (isInline(step)) writeInline(writer, step, scope);
  else writeBoxed(writer, step, scope);
}

function writeInline(writer: FlowWriter, step: Parallel, scope: Scope): void {
  const join = `${step.id}.join`;
  writer.node(scope, step, 'parallelGateway');
  scope.flow.nodes.push({ id: join, kind: 'parallelGateway', facts: { kind: 'join' } });
  writeBranches(writer, step, step.id, join, scope);
  writer.edge(scope, join, 'joined', step.next);
}

/** Each branch from a split to a join, which waits for every edge: several ways of one branch are merged before it. */
function writeBranches(writer: FlowWriter, step: Parallel, split: string, join: string, scope: Scope): void {
  for (const [branch, { title, steps }] of Object.entries(step.branches)) {
    const done = `${step.id}.${branch}.join`;
    const inside = { ...scope, ends: { ...scope.ends, done } };
    scope.flow.nodes.push({ id: done, kind: 'exclusiveGateway', facts: { kind: 'merge' } });
    scope.flow.edges.push({ id: `flow.${done}`, from: done, to: join });
    for (const inner of steps) writer.step(inner, inside);
    writer.edge(inside, split, branch, steps[0]?.id ?? 'done', { name: title });
  }
}

/**
 * Branches of which not all are waited for, or that can be left for a step outside. A veto and a way outside are errors
 * that are caught at the border.
 */
function writeBoxed(writer: FlowWriter, step: Parallel, scope: Scope): void {
  const inner: Flow = { nodes: [], edges: [] };
  const id = (part: string) => `${step.id}.${part}`;
  const veto = step['on-veto'];
  const thrown = new Map<string, string>();
  const thrower = (code: string, name: string): string => {
    const end = id(`to.${code}`);
    if (!thrown.has(code))
      inner.nodes.push({ id: end, kind: 'endEvent', name, trigger: { type: 'error', code } });
    thrown.set(code, name);
    return end;
  };
  const inside: Scope = {
    flow: inner,
    steps: new Map(),
    ends: veto === undefined ? {} : { veto: thrower('veto', writer.words.veto) },
    exit: (target) => thrower(target, scope.steps.get(target)?.title ?? target),
  };
  for (const { steps } of Object.values(step.branches)) for (const one of steps) writer.know(one, inside);
  writeFrame(step, inner, id);
  writeBranches(writer, step, id('split'), id('join'), inside);
  writer.node(scope, step, 'subProcess', { inner });
  writer.edge(scope, step.id, 'joined', step.next);
  for (const [code, name] of thrown) {
    const caught = id(`to.${code}.caught`);
    scope.flow.nodes.push({
      id: caught,
      kind: 'boundaryEvent',
      name,
      attachedTo: step.id,
      trigger: { type: 'error', code },
    });
    writer.edge(scope, caught, 'caught', code === 'veto' && veto !== undefined ? veto : code);
  }
}

/** What every such subprocess has: where the branches part, where they meet, and an end that ends what still runs. */
function writeFrame(step: Parallel, { nodes, edges }: Flow, id: (part: string) => string): void {
  const enough = typeof step.join === 'object' ? enoughOf(step.join) : undefined;
  const joining: FlowKind =
    step.join === 'any' ? 'exclusiveGateway' : enough ? 'complexGateway' : 'parallelGateway';
  nodes.push(
    { id: id('start'), kind: 'startEvent' },
    { id: id('split'), kind: 'parallelGateway', facts: { kind: 'split' } },
    {
      id: id('join'),
      kind: joining,
      facts: { kind: 'join' },
      ...(enough === undefined ? {} : { enough, text: enough }),
    },
    { id: id('done'), kind: 'endEvent', trigger: { type: 'terminate' } },
  );
  edges.push(
    { id: `flow.${id('start')}`, from: id('start'), to: id('split') },
    { id: `flow.${id('join')}`, from: id('join'), to: id('done') },
  );
}
