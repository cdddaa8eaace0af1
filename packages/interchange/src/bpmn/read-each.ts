/** A subprocess of which every item has one: its steps are a procedure of their own. */
import type { Join, SourceStep } from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import { ownFacts } from './own-facts.ts';
import { readBorder } from './read-task.ts';
import type { Region, Walk } from './walk.ts';

type Named = Pick<SourceStep, 'id' | 'title'>;

export function readEach(walk: Walk, named: Named, element: ModdleElement, region: Region): SourceStep {
  const { items } = ownFacts(element);
  if (typeof items !== 'string') walk.tell('items', element);
  const { start, steps } = walk.procedure(walk.net.first(element));
  const [lead] = walk.net.leads(element);
  return {
    ...named,
    kind: 'each',
    items: typeof items === 'string' ? items : '[]',
    join: joining(element),
    ...readBorder(walk, element, region, (_, __) => {}),
    steps: steps.toSorted((a, b) => Number(b.id === start) - Number(a.id === start)),
    next: lead ? walk.target(lead, region) : walk.stop(region),
  };
}

/** When enough items are done, as the last number of the condition says it. */
function joining(element: ModdleElement): Join {
  const loop = partOf(element, 'loopCharacteristics');
  const condition = textOf(loop && partOf(loop, 'completionCondition'), 'body');
  const count = Number(condition.match(/>=\s*(\d{1,4})\b/)?.[1] ?? 0);
  if (count === 0) return 'all';
  return count === 1 ? 'any' : { 'at-least': count };
}
