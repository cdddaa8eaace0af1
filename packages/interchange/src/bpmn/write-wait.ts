/** A wait: an event that is caught, or several behind a gateway of which the first counts. */
import type { ExpandedStep } from '@aidflow/definition';
import { waysOf } from '../ways.ts';
import { periodText } from '../words.ts';
import type { Trigger } from './flow.ts';
import type { FlowWriter, Scope } from './flow-writer.ts';
import { timerOf } from './parts.ts';

type Wait = Extract<ExpandedStep, { kind: 'wait' }>;

export function writeWait(writer: FlowWriter, step: Wait, scope: Scope): void {
  const ways = waysOf(step);
  const trigger = (event: string): Trigger =>
    event === 'elapsed' ? timerOf(step.for, step.until) : { type: 'message' };
  const [only, more] = ways;
  if (only && !more) {
    const facts = { event: only.event, ...timeFacts(step) };
    writer.node(scope, step, 'intermediateCatchEvent', { trigger: trigger(only.event), facts });
    writer.edge(scope, step.id, only.event, only.to);
    return;
  }
  writer.node(scope, step, 'eventBasedGateway');
  for (const way of ways) {
    const id = `${step.id}.${way.event}`;
    const time = way.event === 'elapsed';
    const timeText = step.for ? periodText(step.for, writer.words) : (step.until ?? '');
    scope.flow.nodes.push({
      id,
      kind: 'intermediateCatchEvent',
      name: time ? timeText : writer.titleOf(way),
      trigger: trigger(way.event),
      facts: { kind: 'event', event: way.event, ...(time ? timeFacts(step) : {}) },
    });
    scope.flow.edges.push({ id: `flow.${id}`, from: step.id, to: id });
    writer.edge(scope, id, 'on', way.to);
  }
}

/** What `fromBpmn` reads back of a time. */
function timeFacts(step: Wait): Record<string, string> {
  if (step.for) return { unit: step.for.unit, days: String(step.for.days) };
  return step.until === undefined ? {} : { until: step.until };
}
