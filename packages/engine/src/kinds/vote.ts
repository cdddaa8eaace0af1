/**
 * A vote: somebody records the totals of a meeting, or the members of a body give their ballots and it is closed. What
 * it came to is an event of its own, so that the count can be repeated from what was given.
 */
import { holds, ProblemError, problem, valueIn } from '@aidflow/definition';
import { type ActAnswer, allow, refuse } from '../act.ts';
import { authorise } from '../authority.ts';
import { requirementProblem } from '../guards.ts';
import type { Programme, StepOf } from '../programme.ts';
import { type Scope, scopeOf } from '../scope.ts';
import type { Actor, CaseFacts, CaseState, Tally, VoteRecord, World } from '../types.ts';
import type { StepKind } from './kind.ts';

type Vote = StepOf<'vote'>;
type Counts = Omit<Tally, 'quorum' | 'passed'>;

const CHOICES = ['yes', 'no', 'abstain'] as const;
type BallotChoice = (typeof CHOICES)[number];

export const vote: StepKind<'vote'> = {
  leaving: (step) => [
    ...(step.totals ? [{ event: 'record' }] : []),
    ...(step.ballots ? [{ event: 'ballot' }, { event: 'close' }, { event: 'elapsed' }] : []),
    { event: 'passed', to: step.passed },
    { event: 'failed', to: step.failed },
    ...(step['no-quorum'] ? [{ event: 'no-quorum', to: step['no-quorum'] }] : []),
  ],

  choices: (step) =>
    (step.ballots ? ['ballot', 'close'] : ['record']).map((outcome) => ({ outcome, title: step.title })),

  may(programme, state, step, outcome, actor, world) {
    if (step.ballots && outcome === 'ballot') return mayVote(programme, state, step, actor, world);
    if (outcome !== (step.ballots ? 'close' : 'record')) {
      const outcomes = vote.choices?.(step).map((one) => one.outcome);
      return refuse('step/unknown-outcome', { step: step.id, outcome, outcomes });
    }
    const answer = authorise(programme, step, state, actor, world);
    if (!answer.ok) return answer;
    const { authority } = answer;
    return allow({
      type: `${step.id}.${outcome}`,
      authority,
      title: step.title,
      ...(step.form ? { form: step.form } : {}),
    });
  },

  refuse(programme, state, step, outcome, data, world) {
    if (outcome === 'ballot') {
      if (CHOICES.includes(data.choice as BallotChoice)) return;
      throw new ProblemError(problem('vote/choice', { choices: CHOICES }, { pointer: '/data/choice' }));
    }
    const scope = scopeOf(programme, state, world);
    if (step.form) scope[step.form] = data;
    const counts = countsOf(step, state, scope);
    const counted: Scope = { ...scope, ...counts };
    const broken = requirementProblem(step.title, step.requires ?? [], counted);
    if (broken) throw new ProblemError(broken);
    const wrong = impossible(counts);
    if (wrong) throw new ProblemError(problem('vote/counts', { ...counts, wrong }));
    if (step.totals && !step['no-quorum'] && !holds(step.quorum, counted)) {
      throw new ProblemError(problem('vote/no-quorum', { ...counts }));
    }
  },

  automatic(programme, state, step, world) {
    const record = state.tallies?.[step.id];
    if (!record?.closed || record.result) return undefined;
    const scope = scopeOf(programme, state, world);
    const counts = countsOf(step, state, scope);
    const counted: Scope = { ...scope, ...counts };
    const quorum = holds(step.quorum, counted);
    const passed = quorum && holds(step.pass, counted);
    const lost = !quorum && step['no-quorum'] ? 'no-quorum' : 'failed';
    return {
      type: `${step.id}.${passed ? 'passed' : lost}`,
      detail: { tally: { ...counts, quorum, passed } },
    };
  },

  book(draft, _record, step, outcome, event) {
    const before = draft.tallies?.[step.id] ?? { ballots: [] };
    draft.tallies = { ...draft.tallies, [step.id]: afterEvent(before, outcome, event) };
  },

  enter(_programme, draft, _record, step) {
    draft.tallies = { ...draft.tallies, [step.id]: { ballots: [] } };
  },

  waiting: (step) => (step.ballots?.within ? { period: step.ballots.within, roll: true } : undefined),
};

function afterEvent(before: VoteRecord, outcome: string, { by, data, detail }: BookedEvent): VoteRecord {
  switch (outcome) {
    case 'ballot':
      return { ...before, ballots: [...before.ballots, { by, choice: data?.choice as BallotChoice }] };
    case 'record':
    case 'close':
    case 'elapsed':
      return { ...before, closed: true };
    default:
      return detail?.tally ? { ...before, result: detail.tally } : before;
  }
}

type BookedEvent = Parameters<NonNullable<StepKind<'vote'>['book']>>[4];

function mayVote(programme: Programme, state: CaseState, step: Vote, actor: Actor, world: World): ActAnswer {
  const { level: _, ...held } = step;
  const answer = authorise(programme, { ...held, role: step.ballots?.role ?? '' }, state, actor, world);
  if (!answer.ok) return answer;
  const { authority } = answer;
  const given = state.tallies?.[step.id]?.ballots ?? [];
  // A stand-in does not vote: a ballot is one's own.
  if (authority.basis === 'stand-in')
    return refuse('authority/role', { step: step.title, role: step.ballots?.role });
  if (given.some(({ by }) => by.id === actor.id)) return refuse('vote/already-voted', { step: step.title });
  const counts = countsOf(step, state, scopeOf(programme, state, world));
  const wrong = impossible({ ...counts, present: counts.present + 1 });
  if (wrong) return refuse('vote/counts', { ...counts, wrong });
  return allow({ type: `${step.id}.ballot`, authority, title: step.title });
}

function countsOf(step: Vote, facts: CaseFacts, scope: Scope): Counts {
  // What is left out is none; what is no number is refused and not read as one.
  const number = (expression: string | undefined) => {
    const found = expression === undefined ? 0 : (valueIn(expression, scope) ?? 0);
    return typeof found === 'number' ? found : Number.NaN;
  };
  if (step.totals) {
    const { electorate, present, yes, no, abstain, invalid } = step.totals;
    return {
      electorate: number(electorate),
      present: number(present),
      yes: number(yes),
      no: number(no),
      abstain: number(abstain),
      invalid: number(invalid),
    };
  }
  const ballots = facts.tallies?.[step.id]?.ballots ?? [];
  const count = (wanted: BallotChoice) => ballots.filter(({ choice }) => choice === wanted).length;
  return {
    electorate: number(step.ballots?.electorate),
    present: ballots.length,
    yes: count('yes'),
    no: count('no'),
    abstain: count('abstain'),
    invalid: 0,
  };
}

/** What cannot be, whatever a definition says: more ballots than people, more people than entitled, parts of people. */
function impossible(counts: Counts): string | undefined {
  const { electorate, present, yes, no, abstain, invalid } = counts;
  if (Object.values(counts).some((count) => !Number.isInteger(count) || count < 0)) return 'numbers';
  if (present > electorate) return 'present > electorate';
  return yes + no + abstain + invalid > present ? 'ballots > present' : undefined;
}
