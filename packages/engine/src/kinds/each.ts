/**
 * Each: a case of its own for every item. The items are a list, or come in by themselves while enrolment is open, which
 * makes the case a round. Opening, ending and retrying are events of this case; the cases themselves have their own.
 */
import { isDivisionCode, ProblemError, problem, valueIn } from '@aidflow/definition';
import { allow, refuse } from '../act.ts';
import { authorise, handlingOfficer } from '../authority.ts';
import { canonical } from '../canonical.ts';
import { guardProblem, requireForm } from '../guards.ts';
import { own } from '../own.ts';
import { dateIn } from '../period.ts';
import type { Programme, StepOf } from '../programme.ts';
import { scopeOf } from '../scope.ts';
import type {
  Actor,
  Authority,
  CaseState,
  ChildOpening,
  EachRecord,
  ItemRecord,
  Json,
  JsonObject,
  World,
} from '../types.ts';
import type { Draft, StepKind } from './kind.ts';
import { joined } from './parallel.ts';

type Each = StepOf<'each'>;

/** How many items one case may open at once; more is a mistake in a definition or a load for several rounds. */
const MOST_ITEMS = 10_000;

export const each: StepKind<'each'> = {
  leaving: (step) => [
    { event: 'opened' },
    ...(step.enrol ? [{ event: 'enrol' }, { event: 'closed' }] : []),
    { event: 'returned' },
    { event: 'retry' },
    { event: 'done', to: step.next },
    ...(step.within?.['on-overdue'] ? [{ event: 'elapsed', to: step.within['on-overdue'] }] : []),
  ],

  choices: (step) => [
    ...(step.enrol ? [{ outcome: 'enrol', title: step.enrol.title }] : []),
    { outcome: 'retry', title: step.title },
  ],

  may(programme, state, step, outcome, actor, world) {
    if (outcome === 'enrol' && step.enrol) return mayEnrol(programme, state, step, actor, world);
    if (outcome !== 'retry') {
      const outcomes = each.choices?.(step).map((one) => one.outcome);
      return refuse('step/unknown-outcome', { step: step.id, outcome, outcomes });
    }
    const answer = handlingOfficer(state, actor, step.title);
    if (!answer.ok) return answer;
    if (!state.items?.[step.id]?.items.some(ended))
      return refuse('each/nothing-to-retry', { step: step.title });
    return allow({
      type: `${step.id}.retry`,
      authority: answer.authority,
      title: step.title,
      reasons: 'required',
    });
  },

  refuse(programme, state, step, outcome, data, world) {
    if (outcome === 'enrol' && step.enrol) {
      requireForm(programme, state, step.enrol, step.enrol.form, world, data);
      return;
    }
    const item = state.items?.[step.id]?.items.find(({ index }) => index === data.index);
    if (!item || !ended(item)) {
      throw new ProblemError(
        problem('each/not-ended', { index: data.index ?? null }, { pointer: '/data/index' }),
      );
    }
  },

  detail(_programme, state, step, outcome, data) {
    const record = state.items?.[step.id];
    const item = record?.items.find(({ index }) => index === data.index);
    if (outcome !== 'retry' || !record || !item) return undefined;
    return { children: [childOf(state, step.id, record, { ...item, attempt: item.attempt + 1 }, 1)] };
  },

  automatic(programme, state, step, world) {
    const record = state.items?.[step.id];
    if (!record) return undefined;
    const first = !step.enrol && !record.closed;
    const coming = first
      ? listed(programme, state, step, world)
      : enrolled(programme, state, step, record.pending, world);
    if (coming.length > 0 || first) {
      const from = record.items.length + 1;
      const children = coming.map(({ item, applicant }, index) =>
        childOf(state, step.id, record, { index: from + index, item, applicant, attempt: 1 }, index + 1),
      );
      return { type: `${step.id}.opened`, detail: { children } };
    }
    const done = record.items.filter(ended).length;
    return record.closed && joined(step.join, record.items.length, done)
      ? { type: `${step.id}.done` }
      : undefined;
  },

  bySystem(_programme, state, step, outcome, command): Draft {
    const data = command.data ?? {};
    const item = state.items?.[step.id]?.items.find(
      ({ index, case: id }) => index === data.index && id === data.case,
    );
    const child = item && {
      index: item.index,
      case: item.case,
      outcome: String(data.outcome),
      returns: (data.returns ?? {}) as JsonObject,
    };
    // One that was reopened may end otherwise than before; what is told twice is heard once.
    if (outcome !== 'returned' || !item || !child || toldBefore(item, child)) {
      throw new ProblemError(problem('each/not-open', { step: step.id, case: String(data.case ?? '') }));
    }
    return { type: `${step.id}.returned`, detail: { child } };
  },

  book(draft, _record, step, outcome, event) {
    if (!draft.items?.[step.id]) return;
    own(draft, 'items');
    const record = own(draft.items, step.id) as EachRecord;
    switch (outcome) {
      case 'opened':
      case 'retry': {
        const opened = (event.detail?.children ?? []).map(itemOf);
        draft.itemsOpened = (draft.itemsOpened ?? 0) + opened.length;
        const kept = record.items.filter(({ index }) => !opened.some((one) => one.index === index));
        record.items = [...kept, ...opened].sort((a, b) => a.index - b.index);
        record.pending = [];
        if (!step.enrol) record.closed = true;
        break;
      }
      case 'enrol':
        record.pending = [...record.pending, { item: event.data ?? {}, applicant: event.by }];
        break;
      case 'closed':
        record.closed = true;
        break;
      case 'returned': {
        const child = event.detail?.child;
        record.items = record.items.map((item) =>
          child && item.index === child.index
            ? { ...item, outcome: child.outcome, returns: child.returns }
            : item,
        );
        break;
      }
    }
  },

  enter(programme, draft, record, step, at) {
    if (step.enrol) {
      const { until } = step.enrol;
      record.until = dateIn(programme, draft, until, at) ?? noDate(until);
    }
    draft.items = {
      ...draft.items,
      [step.id]: { pending: [], items: [], closed: false, round: record.rounds },
    };
  },

  /** Cases that still run when their items are no longer waited for are called off. */
  leave(draft, step, { seq, at }) {
    const open = draft.items?.[step.id]?.items.filter((item) => !ended(item)) ?? [];
    if (open.length === 0) return;
    draft.calledOff = [...(draft.calledOff ?? []), ...open.map((item) => ({ case: item.case, at, seq }))];
  },

  waiting(step, state) {
    const record = state.items?.[step.id];
    if (step.enrol && record && !record.closed) {
      const until = state.steps[step.id]?.until;
      return until === undefined ? undefined : { until, event: 'closed' };
    }
    return step.within?.['on-overdue'] ? { period: step.within, roll: true } : undefined;
  },
};

/** An enrolment without an end would never be over. */
function noDate(expression: string): never {
  throw new ProblemError(problem('clock/invalid-date', { date: expression }));
}

const ended = ({ outcome }: ItemRecord): boolean => outcome !== undefined;

const toldBefore = (item: ItemRecord, { outcome, returns }: Pick<ItemRecord, 'outcome' | 'returns'>) =>
  item.outcome === outcome && canonical(item.returns) === canonical(returns);

const itemOf = ({ index, case: id, item, attempt, applicant }: ChildOpening): ItemRecord => ({
  index,
  case: id,
  item,
  attempt,
  applicant,
});

/** What came in, with what the definition adds to it. */
function enrolled(
  programme: Programme,
  state: CaseState,
  { enrol }: Each,
  pending: EachRecord['pending'],
  world: World,
): EachRecord['pending'] {
  const added = Object.entries(enrol?.item ?? {});
  if (!enrol || added.length === 0) return pending;
  const scope = scopeOf(programme, state, world);
  return pending.map(({ item, applicant }) => {
    const seen = { ...scope, [enrol.form]: item };
    const more = added.map(([name, expression]) => [name, valueIn(expression, seen)] as const);
    return { item: { ...(item as JsonObject), ...Object.fromEntries(more) }, applicant };
  });
}

/** The items of a list: on behalf of whoever applied in the case that an item was before, or of this one's applicant. */
function listed(programme: Programme, state: CaseState, step: Each, world: World): EachRecord['pending'] {
  const list = valueIn(step.items ?? '[]', scopeOf(programme, state, world));
  const items: Json[] = Array.isArray(list) ? list : [];
  if (items.length > MOST_ITEMS) {
    throw new ProblemError(
      problem('each/too-many', { step: step.title, found: items.length, limit: MOST_ITEMS }),
    );
  }
  return items.map((item) => ({ item, applicant: before(state, item)?.applicant ?? state.applicant }));
}

/** The item of an earlier step that an item is: `items.STEP` names its case, and a selection keeps it. */
function before({ items }: CaseState, item: Json): ItemRecord | undefined {
  const id = (item as { case?: unknown } | null)?.case;
  if (items === undefined || typeof id !== 'string') return undefined;
  let known = byCase.get(items);
  if (!known) {
    const all = Object.values(items).flatMap((record) => record.items);
    known = new Map(all.map((one) => [one.case, one]));
    byCase.set(items, known);
  }
  return known.get(id);
}

/** Thousands of items are asked for one after the other. */
const byCase = new WeakMap<NonNullable<CaseState['items']>, ReadonlyMap<string, ItemRecord>>();

/**
 * The case that an item becomes. Numbers run on over all items that this case has ever had, so that no two letters have
 * one number; `nth` is its place among those that are opened now.
 */
function childOf(
  state: CaseState,
  step: string,
  { round }: EachRecord,
  { index, item, applicant, attempt }: Pick<ItemRecord, 'index' | 'item' | 'applicant' | 'attempt'>,
  nth: number,
): ChildOpening {
  const again = attempt > 1 ? `~${attempt}` : '';
  const own = ((before(state, item)?.item ?? item) as { division?: unknown } | null)?.division;
  return {
    case: `${state.id}~${step}~${round}~${index}${again}`,
    number: `${state.number}-${(state.itemsOpened ?? 0) + nth}`,
    index,
    item,
    division: isPlace(own) && own.length === state.division.length ? own : state.division,
    applicant,
    attempt,
  };
}

const isPlace = (value: unknown): value is string => typeof value === 'string' && isDivisionCode(value);

function mayEnrol(
  programme: Programme,
  state: CaseState,
  step: Each,
  actor: Actor,
  world: World,
): ReturnType<NonNullable<typeof each.may>> {
  const { enrol } = step;
  const record = state.items?.[step.id];
  if (!enrol || !record) return refuse('each/closed', { step: step.title });
  const answer = enrolledBy(programme, state, step, enrol, actor, world);
  if (!answer.ok) return answer;
  if (record.closed) return refuse('each/closed', { step: enrol.title });
  const places =
    enrol.capacity === undefined
      ? Number.POSITIVE_INFINITY
      : valueIn(enrol.capacity, scopeOf(programme, state, world));
  const taken = [...record.items, ...record.pending];
  // How many there are must be known: otherwise nobody knows of a free one.
  if (typeof places !== 'number' || taken.length >= places) {
    return refuse('each/full', { step: enrol.title, capacity: places });
  }
  if (actor.kind === 'applicant' && taken.some(({ applicant }) => applicant.id === actor.id)) {
    return refuse('each/enrolled', { step: enrol.title });
  }
  const guarded = guardProblem(programme, state, enrol, enrol.form, world);
  if (guarded) return { ok: false, problem: guarded };
  return allow({
    type: `${step.id}.enrol`,
    authority: answer.authority,
    title: enrol.title,
    form: enrol.form,
  });
}

function enrolledBy(
  programme: Programme,
  state: CaseState,
  step: Each,
  { role, title }: NonNullable<Each['enrol']>,
  actor: Actor,
  world: World,
) {
  // Whoever enrols applies for themselves; the round belongs to somebody else.
  if (role === 'anyone' || (role === 'applicant' && (actor.kind === 'applicant' || actor.kind === 'proxy'))) {
    const authority: Authority = { basis: 'public', role, division: state.division };
    return { ok: true as const, authority };
  }
  return authorise(programme, { id: step.id, title, role }, state, actor, world);
}
