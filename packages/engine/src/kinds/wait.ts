/** A wait: until a time or an event, whichever is first. Events come from people, or from other cases. */
import { ProblemError, problem } from '@aidflow/definition';
import { allow, refuse } from '../act.ts';
import { type AuthorityAnswer, applicant, barOf, holdsRole } from '../authority.ts';
import { guardProblem, requireForm } from '../guards.ts';
import { dateIn } from '../period.ts';
import type { Programme, StepOf } from '../programme.ts';
import type { Actor, Authority, CaseState } from '../types.ts';
import type { StepKind } from './kind.ts';

export const wait: StepKind<'wait'> = {
  leaving: (step) => [
    ...Object.entries(step.events ?? {}).map(([event, { to }]) => ({ event, to })),
    ...(step.for || step.until ? [{ event: 'elapsed', to: step.next }] : []),
  ],

  choices: (step) =>
    Object.entries(step.events ?? {})
      .filter(([, { role }]) => role !== 'case')
      .map(([outcome, { title }]) => ({ outcome, title })),

  may(programme, state, step, outcome, actor, world) {
    const events = step.events ?? {};
    const choice = Object.hasOwn(events, outcome) ? events[outcome] : undefined;
    if (!choice || choice.role === 'case') {
      const outcomes = wait.choices?.(step).map((one) => one.outcome);
      return refuse('step/unknown-outcome', { step: step.id, outcome, outcomes });
    }
    const answer = raisedBy(programme, state, step, choice.role, actor);
    if (!answer.ok) return answer;
    const guarded = guardProblem(programme, state, choice, choice.form, world);
    if (guarded) return { ok: false, problem: guarded };
    return allow({
      type: `${step.id}.${outcome}`,
      authority: answer.authority,
      title: choice.title,
      ...(choice.form ? { form: choice.form } : {}),
      ...(choice.reasons ? { reasons: choice.reasons } : {}),
    });
  },

  refuse(programme, state, step, outcome, data, world) {
    const choice = step.events?.[outcome];
    if (choice) requireForm(programme, state, choice, choice.form, world, data);
  },

  /** What another case sends. Its data is kept as a form when the event has one. */
  bySystem(_programme, _state, step, outcome, command) {
    const choice = step.events && Object.hasOwn(step.events, outcome) ? step.events[outcome] : undefined;
    if (choice?.role !== 'case') {
      const params = { step: step.id, outcome, outcomes: Object.keys(step.events ?? {}) };
      throw new ProblemError(problem('step/unknown-outcome', params));
    }
    const { from, ...data } = command.data ?? {};
    const sender = from as { case: string; number: string } | undefined;
    return {
      type: `${step.id}.${outcome}`,
      data,
      ...(choice.form ? { form: choice.form } : {}),
      ...(sender ? { detail: { from: sender } } : {}),
    };
  },

  enter(programme, draft, record, step, at) {
    if (!step.until) return;
    const date = dateIn(programme, draft, step.until, at);
    if (date !== undefined) record.until = date;
    else if (!step.for && Object.keys(step.events ?? {}).length === 0) {
      throw new ProblemError(problem('clock/invalid-date', { date: step.until }));
    }
  },

  waiting(step, state) {
    const until = state.steps[step.id]?.until;
    if (!step.for && until === undefined) return undefined;
    // The period of a public notice does not move off a holiday.
    const period = step.for ? { period: step.for, roll: false } : {};
    return { ...period, ...(until === undefined ? {} : { until }) };
  },
};

function raisedBy(
  programme: Programme,
  state: CaseState,
  { id, title }: StepOf<'wait'>,
  role: string | undefined,
  actor: Actor,
): AuthorityAnswer {
  if (role === 'applicant') return applicant(state, actor, title);
  if (role === undefined || role === 'anyone') {
    const authority: Authority = { basis: 'public', role: 'anyone', division: state.division };
    return { ok: true, authority };
  }
  const answer = holdsRole(state, actor, role, title);
  const bar = answer.ok ? barOf(programme, state, actor, { id, title, role }) : undefined;
  return bar ? { ok: false, problem: bar } : answer;
}
