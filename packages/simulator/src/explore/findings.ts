/** What is looked for in each configuration that is reached. */
import { residentId } from '@aidflow/definition';
import {
  activeSteps,
  type CaseEvent,
  type CaseState,
  type JsonObject,
  type Offer,
  type Programme,
  procedureOf,
} from '@aidflow/engine';
import { type ExploredWorld, powerOf } from './worlds.ts';

export type FindingKind =
  | 'dead-end'
  | 'livelock'
  | 'endless'
  | 'unreachable'
  | 'rule-gap'
  | 'clock-left-running'
  | 'leak'
  | 'two-deciders'
  | 'barred-acts'
  | 'invariant';

/** Something to look at; `subject` is the step, outcome, rule, clock, letter or invariant it is about. */
export interface Found {
  kind: FindingKind;
  subject: string;
  /** What was seen, for the one who looks. */
  detail: Record<string, unknown>;
}

/** What a move did that no move should do. `before` is the state in which it was made. */
export function foundInMove(
  programme: Programme,
  before: CaseState | undefined,
  after: CaseState,
  events: readonly CaseEvent[],
): Found[] {
  return [
    ...gaps(events),
    ...leaks(events),
    ...barred(before, events),
    ...running(programme, before, after, events),
  ];
}

function gaps(events: readonly CaseEvent[]): Found[] {
  return events.flatMap(({ detail }): Found[] => {
    const rule = detail?.rule;
    if (rule?.reason !== 'rule/no-row') return [];
    // What is not known goes to a person without a row that says so.
    if (Object.values(rule.inputs).includes(null)) return [];
    return [{ kind: 'rule-gap', subject: rule.rule, detail: { inputs: rule.inputs } }];
  });
}

/**
 * A number of somebody in what others read. Names are left to invariants: some notices have to name people, and the
 * definition says which.
 */
function leaks(events: readonly CaseEvent[]): Found[] {
  return events.flatMap(({ detail, type }): Found[] => {
    const [step = ''] = type.split('.');
    const shown = (detail?.notice?.items ?? []).flatMap(({ label, value }): Found[] => {
      const what = leaked(String(value));
      return what ? [{ kind: 'leak', subject: step, detail: { what, label } }] : [];
    });
    const letters = (detail?.letters ?? []).flatMap(({ id, text }): Found[] => {
      const what = leaked(Object.values(text).join('\n'));
      return what ? [{ kind: 'leak', subject: id, detail: { what } }] : [];
    });
    return [...shown, ...letters];
  });
}

function leaked(text: string): 'resident-id' | 'bank-card' | 'mobile' | undefined {
  if (/(?<!\d)138000000\d\d(?!\d)/.test(text)) return 'mobile';
  for (const [number] of text.matchAll(/[1-9]\d{15,18}X?/g)) {
    if (number.length === 18 && residentId(number)) return 'resident-id';
    if (number === '6217000000000000012') return 'bank-card';
  }
  return undefined;
}

/** Nobody who declared a relation acts in a step afterwards. */
function barred(before: CaseState | undefined, events: readonly CaseEvent[]): Found[] {
  return events.flatMap(({ type, by, authority }): Found[] =>
    by.kind === 'officer' &&
    authority?.basis !== 'public' &&
    before?.barred[by.id] !== undefined &&
    type.includes('.') &&
    !type.startsWith('clock.')
      ? [{ kind: 'barred-acts', subject: type, detail: { by: by.id } }]
      : [],
  );
}

/**
 * A clock that still ran when the case came to its end: the end stops it, and none of the events that should have. What
 * the applicant ends is left out, and clocks that go with a single step.
 */
function running(
  programme: Programme,
  before: CaseState | undefined,
  after: CaseState,
  events: readonly CaseEvent[],
): Found[] {
  if (after.status !== 'ended' || !before || after.operations?.withdraw) return [];
  const own = procedureOf(programme, after);
  return Object.entries(before.clocks).flatMap(([clock, record]): Found[] => {
    const stops = own.definition.clocks?.[clock]?.stops;
    if (record.stopped !== undefined || record.breached !== undefined || stops === undefined) return [];
    if (events.some(({ type }) => stops.includes(type))) return [];
    return [
      { kind: 'clock-left-running', subject: clock, detail: { outcome: after.decided?.outcome ?? null } },
    ];
  });
}

/** Who may decide, by outcome that decides: more than one power at once is one too many. */
export function twoDeciders(
  programme: Programme,
  state: CaseState,
  world: ExploredWorld,
  offers: ReadonlyMap<string, readonly Offer[]>,
): Found[] {
  if (world.id === 'many-roles') return [];
  const deciding = new Map<string, Set<string>>();
  for (const actor of world.actors) {
    for (const { do: what, may, authority } of offers.get(actor.id) ?? []) {
      if (!may || authority?.basis === 'stand-in') continue;
      const [id = '', outcome = ''] = what.split('.');
      const step = procedureOf(programme, state).steps.get(id);
      if (step?.kind !== 'task' || step.outcomes[outcome]?.decides === undefined) continue;
      const decided = step.outcomes[outcome].decides;
      deciding.set(decided, (deciding.get(decided) ?? new Set()).add(powerOf(actor)));
    }
  }
  return [...deciding].flatMap(([outcome, powers]): Found[] =>
    powers.size > 1
      ? [{ kind: 'two-deciders', subject: outcome, detail: { powers: [...powers].sort() } }]
      : [],
  );
}

/** Whether the case waits for another one and is moved from there. */
export function waitsElsewhere(own: ReturnType<typeof procedureOf>, state: CaseState): boolean {
  return activeSteps(own, state).some((id) => ['each', 'wait'].includes(own.steps.get(id)?.kind ?? ''));
}

/** Nobody can do anything in any step, and nothing will happen by itself. */
export function deadEnd(programme: Programme, state: CaseState, moves: number): Found[] {
  if (moves > 0 || state.status === 'ended') return [];
  const own = procedureOf(programme, state);
  const active = activeSteps(own, state);
  // A case that opened by itself belongs to nobody here, and a suspended one can be resumed.
  if (state.applicant.kind === 'system' || state.suspensions?.some(({ to }) => to === undefined)) return [];
  if (waitsElsewhere(own, state)) return [];
  return [
    {
      kind: 'dead-end',
      subject: active.join(' '),
      detail: { outcome: state.decided?.outcome ?? null } as JsonObject,
    },
  ];
}
