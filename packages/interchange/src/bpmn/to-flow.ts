/**
 * How a procedure is said in BPMN. A step keeps its id; what BPMN needs beside it is named after it: `STEP.choice` asks its
 * condition, `STEP.ways` chooses its outcome, `STEP.join` and `STEP.BRANCH.join` close branches, `STEP.overdue` is its time.
 */
import type { Definition } from '@aidflow/definition';
import { wordsIn } from '../words.ts';
import type { Flow } from './flow.ts';
import { FlowWriter, type Scope } from './flow-writer.ts';
import { withMerges } from './merge.ts';

export function toFlow(definition: Definition): Flow {
  const writer = new FlowWriter(wordsIn(definition.language));
  const flow: Flow = { nodes: [], edges: [] };
  const scope: Scope = { flow, steps: new Map(), ends: {} };
  writer.write(definition.steps, scope);
  const starts = [definition.start, ...(definition.starts ?? []).filter((id) => id !== definition.start)];
  for (const id of starts.toReversed()) writer.begin(id, scope);
  return withMerges(flow);
}
