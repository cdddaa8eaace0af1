/** Every expression of the procedure, with its place and what it sees besides the names of the programme. */
import { placedSteps } from '../procedure/steps.ts';
import { pointerKey } from '../schema-walk.ts';
import type {
  Deadline,
  Effect,
  NoticeItem,
  Outcome,
  ProgrammeSource,
  Requirement,
  SourceStep,
} from '../types.ts';

export interface PlacedExpression {
  text: string;
  pointer: string;
  /** Names that are visible here besides those that are visible everywhere. */
  locals?: readonly string[];
  /** The only names that are visible here, where the expression belongs to no case. */
  only?: readonly string[];
}

/** What the member of a list is called while it is chosen from. */
const member = ['each'];
/** What a vote came to. */
export const tallyNames = ['electorate', 'present', 'yes', 'no', 'abstain', 'invalid'] as const;
/** What a case for an item sees of it, and of the case that opened it. */
const ofItem = ['item', 'parent'];
/** What a case sees that opened by itself. */
const ofSchedule = ['item'];
/** What an invariant sees of a case besides. */
const ofWhatHappened = ['passed', 'signers', 'decider', 'letters', 'notices'];
/** What a schedule sees: it belongs to no case. */
const forSchedule = ['record', 'parameters', 'today'];

/** The expressions of a programme, those of rules and letters left out. */
export function expressionsIn(programme: ProgrammeSource): PlacedExpression[] {
  const scheduled = programme.schedules === undefined ? [] : ofSchedule;
  const steps = placedSteps(programme.steps).flatMap(({ step, pointer, each }) => {
    const around = each === undefined ? scheduled : ofItem;
    return expressionsOf(step, pointer).map((one) => withLocals(one, around));
  });
  // Clocks and operations are those of every case.
  const always = [...clocks(programme), ...operations(programme)].map((one) =>
    withLocals(one, caseLocals(programme)),
  );
  return [...steps, ...always, ...invariants(programme), ...schedules(programme)];
}

const withLocals = (one: PlacedExpression, around: readonly string[]): PlacedExpression =>
  around.length === 0 ? one : { ...one, locals: [...around, ...(one.locals ?? [])] };

/** Names that rules and letters may see besides: they serve whichever case asks. */
export function caseLocals(programme: ProgrammeSource): readonly string[] {
  const items = placedSteps(programme.steps).some(({ step }) => step.kind === 'each');
  if (items) return ofItem;
  return programme.schedules === undefined ? [] : ofSchedule;
}

/** The expressions of one step; those of steps inside it belong to them. */
export function expressionsOf(step: SourceStep, pointer: string): PlacedExpression[] {
  return written(step).flatMap(([text, key, locals]) =>
    typeof text === 'string' ? [{ text, pointer: pointer + key, ...(locals && { locals }) }] : [],
  );
}

/** A number of days is no expression. */
type Written = [text: string | number | undefined, key: string, locals?: readonly string[]];

function written(step: SourceStep): Written[] {
  if (step.kind === 'end') return [];
  return [[step.when, '/when'], ...writtenIn(step)];
}

function writtenIn(step: Exclude<SourceStep, { kind: 'end' }>): Written[] {
  switch (step.kind) {
    case 'task':
      return [
        [step.delegable?.when, '/delegable/when'],
        [step.delegable?.amount, '/delegable/amount'],
        [step.officers, '/officers'],
        ...period(step.within, '/within'),
        ...choices(step.outcomes, '/outcomes'),
      ];
    case 'check':
      return [[step.consent, '/consent'], ...entries(step.request, '/request')];
    case 'wait':
      return [
        ...period(step.for, '/for'),
        [step.until, '/until'],
        ...Object.entries(step.events ?? {}).flatMap(([id, event]) =>
          requirements(event.requires, `/events${pointerKey(id)}`),
        ),
      ];
    case 'draw':
    case 'oversight-sample':
      return [
        [step.share, '/share'],
        [step.always, '/always'],
      ];
    case 'select':
      return [
        ...(['from', 'share', 'count', 'minimum', 'quota', 'reserve'] as const).map(
          (key): Written => [step[key], `/${key}`],
        ),
        ...(['where', 'exclude', 'strata'] as const).map((key): Written => [step[key], `/${key}`, member]),
        ...(step.keys ?? []).map(({ value }, index): Written => [value, `/keys/${index}/value`, member]),
      ];
    case 'vote':
      return [
        ...entries(step.totals, '/totals'),
        [step.ballots?.electorate, '/ballots/electorate'],
        ...period(step.ballots?.within, '/ballots/within'),
        ...requirements(step.requires, '', tallyNames),
        [step.quorum, '/quorum', tallyNames],
        [step.pass, '/pass', tallyNames],
      ];
    case 'each':
      return [
        [step.items, '/items'],
        [step.enrol?.until, '/enrol/until'],
        [step.enrol?.capacity, '/enrol/capacity'],
        ...entries(step.enrol?.item, '/enrol/item'),
        ...requirements(step.enrol?.requires, '/enrol'),
        ...entries(step.returns, '/returns', ofItem),
        ...period(step.within, '/within'),
      ];
    case 'effect':
      return step.effects.flatMap((effect, index) => writtenInEffect(effect, `/effects/${index}`));
    case 'notice':
      return [
        ...period(step.for, '/for'),
        ...items(step.items, '/items'),
        ...period(step.verify.within, '/verify/within'),
        ...choices(step.verify.outcomes, '/verify/outcomes'),
      ];
    case 'supplement':
      return period(step.within, '/within');
    case 'parallel':
    case 'use':
      return [];
  }
}

function writtenInEffect(effect: Effect, key: string): Written[] {
  const when: Written = [effect.when, `${key}/when`];
  if ('award' in effect) {
    return [
      when,
      ...(['amount', 'months', 'payee'] as const).map(
        (name): Written => [effect.award[name], `${key}/award/${name}`],
      ),
    ];
  }
  if ('publish' in effect) {
    const { items: lines, for: time } = effect.publish;
    return [when, ...items(lines, `${key}/publish/items`), ...period(time, `${key}/publish/for`)];
  }
  if ('register' in effect) return [when, [effect.entries, `${key}/entries`]];
  if ('record' in effect) {
    const { record } = effect;
    return [
      when,
      [record.key, `${key}/record/key`],
      [record['valid-to'], `${key}/record/valid-to`],
      ...entries(record.set, `${key}/record/set`),
    ];
  }
  if ('send' in effect) {
    return [when, [effect.send.to, `${key}/send/to`], ...entries(effect.send.data, `${key}/send/data`)];
  }
  return [when];
}

const items = (list: readonly NoticeItem[], key: string): Written[] =>
  list.map(({ value }, index) => [value, `${key}/${index}/value`]);

const choices = (outcomes: Record<string, Outcome>, key: string): Written[] =>
  Object.entries(outcomes).flatMap(([id, { guard, requires }]): Written[] => [
    [guard, `${key}${pointerKey(id)}/guard`],
    ...requirements(requires, key + pointerKey(id)),
  ]);

const requirements = (
  list: readonly Requirement[] | undefined,
  key: string,
  locals?: readonly string[],
): Written[] =>
  (list ?? []).map(
    ({ that }, index) => [that, `${key}/requires/${index}/that`, ...(locals ? [locals] : [])] as Written,
  );

const entries = (map: object | undefined, key: string, locals?: readonly string[]): Written[] =>
  Object.entries(map ?? {}).map(
    ([id, text]) => [text, key + pointerKey(id), ...(locals ? [locals] : [])] as Written,
  );

const period = (time: Pick<Deadline, 'days'> | undefined, key: string): Written[] =>
  time === undefined ? [] : [[time.days, `${key}/days`]];

function clocks({ clocks: all = {} }: ProgrammeSource): PlacedExpression[] {
  return placed(
    '/clocks',
    Object.entries(all).flatMap(([id, { limit, extension, since }]): Written[] => [
      [since, `${pointerKey(id)}/since`],
      ...period(limit, `${pointerKey(id)}/limit`),
      ...period(extension, `${pointerKey(id)}/extension`),
    ]),
  );
}

function operations({ operations: all = {} }: ProgrammeSource): PlacedExpression[] {
  return placed(
    '/operations',
    Object.entries(all).flatMap(([id, { when, every }]): Written[] => [
      [when, `${pointerKey(id)}/when`],
      ...period(every, `${pointerKey(id)}/every`),
    ]),
  );
}

function invariants(programme: ProgrammeSource): PlacedExpression[] {
  return (programme.invariants ?? []).map(({ that }, index) => ({
    text: that,
    pointer: `/invariants/${index}/that`,
    locals: [...caseLocals(programme), ...ofWhatHappened],
  }));
}

function schedules({ schedules: all = [] }: ProgrammeSource): PlacedExpression[] {
  const found = all.flatMap((schedule, index): Written[] => [
    ...(['where', 'dates', 'since', 'division'] as const).map(
      (key): Written => [schedule[key], `/${index}/${key}`],
    ),
    ...period(schedule.every, `/${index}/every`),
    ...period(schedule.after, `/${index}/after`),
    ...entries(schedule.item, `/${index}/item`),
  ]);
  return placed('/schedules', found).map((one) => ({ ...one, only: forSchedule }));
}

const placed = (place: string, list: readonly Written[]): PlacedExpression[] =>
  list.flatMap(([text, key]) => (typeof text === 'string' ? [{ text, pointer: place + key }] : []));
