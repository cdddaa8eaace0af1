/** Words for what happened, in the language of the definition. */
import type { CaseEvent, Programme } from '@aidflow/engine';

/** `accept.return` -> step `accept`, outcome `return`; no step for the operations that every case has. */
export function splitType(type: string): { step: string; outcome: string } {
  const dot = type.lastIndexOf('.');
  return dot < 0 ? { step: '', outcome: type } : { step: type.slice(0, dot), outcome: type.slice(dot + 1) };
}

const standing: Record<string, string> = {
  withdraw: '撤回申请',
  'declare-relative': '申报亲属关系并回避',
  complain: '投诉',
  'clock.extended': '延长办理期限',
  'clock.breached': '办理期限届满',
};

/** Title of the step or operation of an event, and of the outcome where a person chose one. */
export function eventTitle(
  programme: Programme,
  { type }: Pick<CaseEvent, 'type'>,
): { title: string; outcome?: string } {
  const known = standing[type];
  if (known !== undefined) return { title: known };
  const { step: id, outcome } = splitType(type);
  const step = programme.steps.get(id);
  const title = step?.title ?? id;
  const chosen =
    step?.kind === 'task'
      ? step.outcomes[outcome]?.title
      : step?.kind === 'wait'
        ? step.events?.[outcome]?.title
        : undefined;
  return chosen === undefined ? { title } : { title, outcome: chosen };
}
