/**
 * Why something was decided: the law, the rule row with its inputs, the parameters of that date, the authority and its
 * document, who signed, the data and clocks as they were. All from the events, by replaying the case up to that point.
 */
import { ProblemError, problem } from '@aidflow/definition';
import { choicesIn } from '../choices.ts';
import { clocks } from '../clocks.ts';
import { evolve } from '../evolve.ts';
import { splitType } from '../facts.ts';
import { type Mask, maskOf } from '../masking.ts';
import { migrateTitle } from '../migrate.ts';
import { type OperationId, operationIds } from '../operations/index.ts';
import { operationTitle } from '../operations/titles.ts';
import { type Programme, procedureOf } from '../programme.ts';
import type { Calendar, CaseEvent, CaseState, ClockView, PublishedNotice } from '../types.ts';
import { type Applying, applying, type Versions } from '../versions.ts';
import { explainDraw } from './draws.ts';
import type { ExplainedClock, Explanation, Followed } from './explanation.ts';
import { explainForms } from './forms.ts';
import { maskExplanation } from './mask.ts';
import { explainMove, versionOf } from './move.ts';
import { explainRules, type Judged } from './rules.ts';
import { textsOf } from './texts.ts';

export interface ExplainOptions {
  /** For the clocks as they stood then. */
  calendar?: Calendar;
  /** Shows personal data that the forms mark as masked or sealed, and the name of the applicant. */
  reveal?: boolean;
  /** A mask that knows more than this case, such as the data of the one it belongs to. */
  mask?: Mask | undefined;
}

/**
 * Explains an event of a case, by its number or its hash, from all events of the case. Of a case that has moved between
 * versions, all that it has run on are given by their hashes: each event is explained on the one on which it happened.
 *
 * Throws `case/no-event` when there is no such event, and `migrate/no-definition` when a version is missing.
 */
export function explain(
  programmes: Programme | Versions,
  events: readonly CaseEvent[],
  which: number | string,
  options: ExplainOptions = {},
): Explanation {
  const index = events.findIndex(({ seq, hash }) => (typeof which === 'number' ? seq : hash) === which);
  const event = events[index];
  if (!event) throw new ProblemError(problem('case/no-event', { seq: which }));
  const then = replayTo(applying(programmes), events, index);
  const programme = procedureOf(then.whole, then.state);
  const full = build(programme, events, event, then, options);
  if (options.reveal) return full;
  const versions = 'hash' in programmes ? [programmes] : [...programmes.values()];
  return maskExplanation(programme, full, options.mask ?? maskOf(versions, then.state, events));
}

interface Then {
  /** The version on which the event happened, and the one before it. */
  whole: Programme;
  earlier: Programme;
  before: CaseState | undefined;
  state: CaseState;
  judged: Judged[];
  /** Every version up to then, the latest last. */
  versions: Programme[];
}

/** The states before and after an event, and every judgement up to it with the state in which it was made. */
function replayTo(programmeOf: Applying, events: readonly CaseEvent[], index: number): Then {
  let whole = programmeOf(undefined, events[0] as CaseEvent);
  let earlier = whole;
  let before: CaseState | undefined;
  let state: CaseState | undefined;
  let judged: Judged[] = [];
  const versions = new Set([whole]);
  for (const event of events.slice(0, index + 1)) {
    before = state;
    earlier = whole;
    whole = programmeOf(before, event);
    versions.delete(whole);
    versions.add(whole);
    state = evolve(whole, before, event);
    const { request, migration } = event.detail ?? {};
    if (migration)
      judged = judged.map((one) => ({ ...one, step: migration.map.steps[one.step] ?? one.step }));
    const programme = procedureOf(whole, state);
    const { step } = splitType(event.type);
    const check = programme.steps.get(step)?.kind === 'check';
    if (check && request === undefined) judged.push({ event, before, programme, step });
  }
  return { whole, earlier, before, state: state as CaseState, judged, versions: [...versions] };
}

function build(
  programme: Programme,
  events: readonly CaseEvent[],
  event: CaseEvent,
  { whole, earlier, before, state, judged, versions }: Then,
  { calendar }: ExplainOptions,
): Explanation {
  const { step, outcome } = splitType(event.type);
  const choices = choicesIn(programme, step);
  const chosen = choices.find((choice) => choice.outcome === outcome)?.title;
  // A move rests on the version to which it leads, and judges nothing.
  const judgement = event.detail?.migration
    ? undefined
    : judged.findLast(({ event: { detail } }) => detail?.rule !== undefined);
  const rule = judgement?.event.detail?.rule;
  const rules = explainRules(programme, event, judged);
  const draw = explainDraw(programme, event, before);
  const move = before && explainMove(event, earlier, before, whole, state);
  const role = event.authority && programme.definition.roles?.[event.authority.role]?.title;
  const { definition } = programme;
  const explanation: Omit<Explanation, 'texts'> = {
    case: { id: state.id, number: state.number, division: state.division },
    programme: {
      id: programme.id,
      ...versionOf(programme),
      language: definition.language,
      timezone: programme.timezone,
    },
    event,
    title: titleOf(programme, event),
    ...(chosen === undefined ? {} : { outcome: chosen }),
    basis: basisOf(programme, step, event, judgement),
    ...(rule ? { rule } : {}),
    rules,
    ...(event.authority ? { authority: event.authority } : {}),
    ...(role === undefined ? {} : { role }),
    signatures: (state.steps[step]?.signatures ?? []).map((signature) => {
      const title = choices.find((one) => one.outcome === signature.outcome)?.title;
      return { ...signature, ...(title === undefined ? {} : { title }) };
    }),
    data: state.data,
    forms: explainForms(programme, state.data),
    clocks: calendar
      ? clocks(programme, state, calendar, event.at).map((one) => withTitles(programme, one))
      : [],
    ...(draw ? { draw } : {}),
    ...(move ? { move } : {}),
    followed: followedBy(programme, events, event, state),
    masked: false,
  };
  return { ...explanation, texts: textsOf(versions, explanation) };
}

function withTitles(programme: Programme, clock: ClockView): ExplainedClock {
  const pauses = clock.pauses.map((pause) => {
    const title = programme.steps.get(pause.step ?? '')?.title;
    return { ...pause, ...(title === undefined ? {} : { title }) };
  });
  return { ...clock, pauses };
}

/** The step, the operation, or the type where it is neither. */
function titleOf(programme: Programme, event: CaseEvent): string {
  const { step } = splitType(event.type);
  const own = programme.steps.get(step)?.title;
  if (own !== undefined) return own;
  if (event.type === 'migrate') return migrateTitle(programme);
  const id = event.type === 'clock.extended' ? 'extend' : event.type;
  const { language } = programme.definition;
  return operationIds.includes(id as OperationId) ? operationTitle(id as OperationId, language) : event.type;
}

/**
 * The laws that the step, its rules and its clock name, the rule's as the version has them on which it was judged; all of
 * the programme where none is named.
 */
function basisOf(
  programme: Programme,
  step: string,
  event: CaseEvent,
  judgement: Judged | undefined,
): Explanation['basis'] {
  const all = programme.definition.basis ?? [];
  const rule = event.detail?.rule ?? judgement?.event.detail?.rule;
  const judgedOn = event.detail?.rule ? programme : (judgement?.programme ?? programme);
  const clock = programme.clocks[event.detail?.clock ?? '']?.basis;
  const own = [programme.steps.get(step)?.basis, clock];
  const same = judgedOn.hash === programme.hash;
  const cited = all.filter(({ id }) => own.includes(id) || (same && id === rule?.basis));
  const before = same ? [] : (judgedOn.definition.basis ?? []).filter(({ id }) => id === rule?.basis);
  const named = [...cited, ...before.filter(({ cite }) => !cited.some((one) => one.cite === cite))];
  return (named.length > 0 ? named : all).map(({ id, cite, certainty }) => ({ id, cite, certainty }));
}

/** What happened at the same instant without anybody: letters, an award, a notice, the end. */
function followedBy(
  programme: Programme,
  events: readonly CaseEvent[],
  event: CaseEvent,
  then: CaseState,
): Followed {
  const followed: Followed = { letters: [] };
  let state = then;
  for (const one of events.slice(event.seq - 1)) {
    if (one !== event) {
      if (one.by.kind !== 'system' || one.at !== event.at || isBrought(one)) break;
      state = evolve(programme, state, one);
    }
    const { award, letters = [], notice } = one.detail ?? {};
    if (award) followed.award = award;
    followed.letters.push(...letters.map(({ title, number, issued }) => ({ title, number, issued })));
    if (notice) followed.notice = pick(notice);
  }
  if (state.status === 'ended' && state.decided) followed.ended = state.decided.outcome;
  return followed;
}

/** Whether an event came from outside: an answer, time, another case. It is a beginning of its own. */
function isBrought({ type, detail }: CaseEvent): boolean {
  return (
    type === 'cancel' ||
    detail?.answer !== undefined ||
    detail?.timer !== undefined ||
    detail?.child !== undefined ||
    detail?.from !== undefined
  );
}

function pick({ title, from, to }: PublishedNotice): NonNullable<Followed['notice']> {
  return { title, from, ...(to === undefined ? {} : { to }) };
}
