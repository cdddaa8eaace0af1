/** Words for what happened, in the language of the definition. */
import {
  type CaseEvent,
  type OperationId,
  operationIds,
  operationTitle,
  type Programme,
} from '@aidflow/engine';

/** `accept.return` -> step `accept`, outcome `return`; no step for the operations that every case has. */
export function splitType(type: string): { step: string; outcome: string } {
  const dot = type.lastIndexOf('.');
  return dot < 0 ? { step: '', outcome: type } : { step: type.slice(0, dot), outcome: type.slice(dot + 1) };
}

/** Types of events that belong to no step and are no operation, and one that is called otherwise than its operation. */
const others: Record<string, { zh: string; en: string }> = {
  open: { zh: '自动立项', en: 'Opened by itself' },
  cancel: { zh: '上级办件终止，本件撤销', en: 'Called off with the case it belongs to' },
  migrate: { zh: '转到新版本', en: 'Moved to another version' },
  'clock.breached': { zh: '办理期限届满', en: 'Time limit passed' },
};

/** What happens in a step without anybody choosing it. */
const automatic: Record<string, { zh: string; en: string }> = {
  opened: { zh: '分项立项', en: 'Cases opened' },
  enrol: { zh: '报名', en: 'Enrolled' },
  closed: { zh: '报名截止', en: 'Enrolment closed' },
  returned: { zh: '分项办结', en: 'A case has ended' },
  retry: { zh: '重新办理分项', en: 'A case is opened once more' },
  passed: { zh: '通过', en: 'Carried' },
  failed: { zh: '未通过', en: 'Not carried' },
  'no-quorum': { zh: '未达法定人数', en: 'No quorum' },
  ballot: { zh: '投票', en: 'Ballot' },
  record: { zh: '登记表决结果', en: 'Result recorded' },
  close: { zh: '投票结束', en: 'Ballot closed' },
  selected: { zh: '已选定', en: 'Chosen' },
  empty: { zh: '无人选中', en: 'Nothing chosen' },
};

/**
 * Title of the step or operation of an event, and of the outcome. `programme` is the procedure on which it happened.
 * What the definition has no words for is said in `language`, its own when left out.
 */
export function eventTitle(
  programme: Programme,
  { type }: Pick<CaseEvent, 'type'>,
  language: string = programme.definition.language,
): { title: string; outcome?: string } {
  const spoken = language.startsWith('zh') ? 'zh' : 'en';
  const other = others[type]?.[spoken] ?? operationOf(type, language);
  if (other !== undefined) return { title: other };
  const { step: id, outcome } = splitType(type);
  const step = programme.steps.get(id);
  const title = step?.title ?? id;
  const chosen =
    step?.kind === 'task'
      ? step.outcomes[outcome]?.title
      : step?.kind === 'wait'
        ? step.events?.[outcome]?.title
        : step?.kind === 'each' || step?.kind === 'vote' || step?.kind === 'select'
          ? automatic[outcome]?.[spoken]
          : undefined;
  return chosen === undefined ? { title } : { title, outcome: chosen };
}

function operationOf(type: string, language: string): string | undefined {
  const id = type === 'clock.extended' ? 'extend' : type;
  return operationIds.includes(id as OperationId) ? operationTitle(id as OperationId, language) : undefined;
}
