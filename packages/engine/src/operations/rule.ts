/** How a definition forbids or narrows an operation: by roles, a condition, how often, and how soon again. */
import type { Definition, OperationRule } from '@aidflow/definition';
import { covers, holds } from '@aidflow/definition';
import { type Refusal, refuse } from '../act.ts';
import { localDate } from '../days.ts';
import { dueDate } from '../due-date.ts';
import { periodIn } from '../period.ts';
import { scopeOf } from '../scope.ts';
import type { Asked, OperationId } from './operation.ts';
import { operationTitle } from './titles.ts';

/** An applicant may urge once a day unless a definition says otherwise. */
const DEFAULTS: Partial<Record<OperationId, OperationRule>> = {
  urge: { every: { days: 1, unit: 'calendar-day' } },
};

/** Why the definition refuses the operation, or nothing. */
export function ruledOut(id: OperationId, asked: Asked): Refusal | undefined {
  const { programme, state, world } = asked;
  const rule = ruleOf(programme.definition, id);
  if (!rule) return undefined;
  const operation = operationTitle(id, programme.definition.language);
  if (rule.forbid) return refuse('operation/forbidden', { operation, refused: rule.refused ?? '' });
  if (rule.roles && !isOneOf(rule.roles, asked)) {
    return refuse('operation/role', { operation, roles: rule.roles });
  }
  if (rule.when !== undefined && !holds(rule.when, scopeOf(programme, state, world))) {
    return refuse('operation/not-now', { operation, refused: rule.refused ?? rule.when });
  }
  const done = state.operations?.[id];
  if (!done) return undefined;
  if (rule.max !== undefined && done.times >= rule.max) {
    return refuse('operation/too-often', { operation, max: rule.max });
  }
  if (rule.every === undefined) return undefined;
  const span = periodIn(programme, state, rule.every, done.last);
  const until = dueDate(localDate(done.last, programme.timezone), span, world.calendar);
  const today = localDate(world.now, programme.timezone);
  return until !== undefined && today < until
    ? refuse('operation/too-soon', { operation, from: until })
    : undefined;
}

function ruleOf({ operations }: Definition, id: OperationId): OperationRule | undefined {
  const own = operations?.[id];
  const usual = DEFAULTS[id];
  return own && usual ? { ...usual, ...own } : (own ?? usual);
}

function isOneOf(roles: readonly string[], { state, actor }: Asked): boolean {
  if (roles.includes('anyone')) return true;
  if (roles.includes('applicant') && (actor.id === state.applicant.id || actor.kind === 'proxy')) return true;
  return actor.grants.some(({ role, division }) => roles.includes(role) && covers(division, state.division));
}
