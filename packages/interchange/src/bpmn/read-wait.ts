/** Waits: for a time, for an event, or for whichever of several comes first. */
import type { WaitEvent, WaitStep } from '@aidflow/definition';
import { type ModdleElement, textOf } from '../moddle.ts';
import { definitionOf, ownFact } from './net.ts';
import { timeOf } from './read-time.ts';
import { WayIds } from './step-ids.ts';
import type { Region, Walk } from './walk.ts';

type Named = Pick<WaitStep, 'id' | 'title'>;

export function readWait(walk: Walk, named: Named, element: ModdleElement, region: Region): WaitStep {
  const next = after(walk, element, region);
  for (const event of walk.net.border(element)) walk.tell('border', event);
  if (definitionOf(element, 'Timer')) return { ...named, kind: 'wait', ...timeOf(element, walk.tell), next };
  const id = ownFact(element, 'event') ?? 'arrived';
  return { ...named, kind: 'wait', events: { [id]: { title: named.title, to: next, role: 'anyone' } }, next };
}

export function readFirstOf(walk: Walk, named: Named, gateway: ModdleElement, region: Region): WaitStep {
  const events: Record<string, WaitEvent> = {};
  const ids = new WayIds();
  let time: Pick<WaitStep, 'for' | 'until' | 'next'> | undefined;
  for (const [index, { to: event }] of walk.net.leads(gateway).entries()) {
    if (event === undefined) continue;
    walk.pass(event);
    const to = after(walk, event, region);
    if (definitionOf(event, 'Timer') && time === undefined) {
      time = { ...timeOf(event, walk.tell), next: to };
      continue;
    }
    const title = (textOf(event, 'name') || walk.words.done).slice(0, 200);
    events[ids.named(ownFact(event, 'event') ?? textOf(event, 'name'), index + 1)] = {
      title,
      to,
      role: 'anyone',
    };
  }
  const [first] = Object.values(events);
  const next = time?.next ?? first?.to ?? walk.stop(region);
  return { ...named, kind: 'wait', ...time, ...(first === undefined ? {} : { events }), next };
}

function after(walk: Walk, element: ModdleElement, region: Region): string {
  const [lead] = walk.net.leads(element);
  return lead ? walk.target(lead, region) : walk.stop(region);
}
