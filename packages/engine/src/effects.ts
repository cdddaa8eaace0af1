/** What an effect step does once: letters, awards, notices, registers, records, filings and messages to other cases. */
import {
  holds,
  ProblemError,
  problem,
  type RecordEffect,
  type SendEffect,
  valueIn,
} from '@aidflow/definition';
import { localDate, monthAfter } from './days.ts';
import { dueDate } from './due-date.ts';
import { issueLetter } from './letters.ts';
import { periodIn } from './period.ts';
import type { Programme, StepOf } from './programme.ts';
import { type Scope, scopeOf } from './scope.ts';
import { known } from './timers.ts';
import type {
  Award,
  CaseFacts,
  CaseState,
  EventDetail,
  Json,
  JsonObject,
  RecordChange,
  World,
} from './types.ts';

/** Everything the step does, to be recorded with its event. */
export function effectsOf(
  programme: Programme,
  step: StepOf<'effect'>,
  state: CaseState,
  world: World,
): EventDetail {
  const detail: EventDetail = {};
  const scope = scopeOf(programme, state, world);
  const today = localDate(world.now, programme.timezone);
  for (const effect of step.effects) {
    if (effect.when && !holds(effect.when, scope)) continue;
    if ('letter' in effect) {
      const facts: CaseFacts = { ...state, letters: [...state.letters, ...(detail.letters ?? [])] };
      const letter = issueLetter(programme, effect.letter, {
        scope,
        facts,
        authority: state.decided?.authority ?? lastAct(state)?.authority ?? null,
        reasons: state.decided?.reasons ?? lastAct(state)?.reasons ?? '',
        date: today,
        world,
      });
      detail.letters = [...(detail.letters ?? []), letter];
    } else if ('award' in effect) {
      detail.award = awardOf(effect.award, scope, today, localDate(state.opened, programme.timezone));
    } else if ('end-award' in effect) {
      detail.endAward = true;
    } else if ('publish' in effect) {
      const span = effect.publish.for && periodIn(programme, state, effect.publish.for, world.now);
      const to = span && known(() => dueDate(today, span, world.calendar));
      detail.notice = {
        title: step.title,
        from: today,
        ...(to === undefined ? {} : { to }),
        items: effect.publish.items.map(({ label, value }) => ({
          label,
          value: shown(valueIn(value, scope)),
        })),
      };
    } else if ('register' in effect) {
      detail.register = effect.register;
      const entries = valueIn(effect.entries, scope);
      detail.entries = Array.isArray(entries) ? (entries as JsonObject[]) : [];
    } else if ('file' in effect) {
      detail.filing = { title: effect.file.title, level: effect.file['to-level'] };
    } else if ('record' in effect) {
      detail.records = [...(detail.records ?? []), recordChange(effect.record, scope)];
    } else if ('send' in effect) {
      detail.sent = [...(detail.sent ?? []), ...sendings(effect.send, scope)];
    }
  }
  return detail;
}

function awardOf(
  award: { amount: string; starts: string; months?: string; payee?: string },
  scope: Scope,
  today: string,
  applied: string,
): Award {
  const payee = award.payee === undefined ? null : valueIn(award.payee, scope);
  const months = award.months === undefined ? null : valueIn(award.months, scope);
  const amount = valueIn(award.amount, scope);
  // Nothing known is not nothing: no letter may say that an award is 0.00.
  if (typeof amount !== 'number' || !Number.isInteger(amount) || amount < 0) {
    throw new ProblemError(problem('award/no-amount', { expression: award.amount, found: amount }));
  }
  return {
    amount,
    starts: firstMonth(award.starts, today, applied),
    ...(typeof months === 'number' ? { months } : {}),
    ...(payee === null ? {} : { payee: String(payee) }),
  };
}

function firstMonth(starts: string, today: string, applied: string): string {
  if (starts === 'month-of') return applied.slice(0, 7);
  return starts === 'this-month' ? today.slice(0, 7) : monthAfter(today);
}

function recordChange(terms: RecordEffect['record'], scope: Scope): RecordChange {
  const { type, state, once } = terms;
  const key = valueIn(terms.key, scope);
  if (key === null) throw new ProblemError(problem('record/no-key', { type, key: terms.key }));
  const validTo = terms['valid-to'] && valueIn(terms['valid-to'], scope);
  return {
    type,
    key: String(key),
    data: values(terms.set, scope),
    ...(state === undefined ? {} : { state }),
    ...(typeof validTo === 'string' ? { validTo } : {}),
    ...(once ? { once } : {}),
  };
}

function sendings({ to, event, data }: SendEffect['send'], scope: Scope) {
  const found = valueIn(to, scope);
  const cases = Array.isArray(found) ? found : [found];
  const carried = values(data, scope);
  return cases.filter((one) => typeof one === 'string').map((one) => ({ case: one, event, data: carried }));
}

function values(expressions: Record<string, string> | undefined, scope: Scope): JsonObject {
  return Object.fromEntries(
    Object.entries(expressions ?? {}).map(([name, expression]) => [name, valueIn(expression, scope)]),
  );
}

function shown(value: Json): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.map(shown).join('、') : String(value);
}

/** The last act of an officer: in whose name, and for what reasons, a letter goes out before the case is decided. */
function lastAct(state: CaseState) {
  return Object.values(state.steps)
    .flatMap(({ signatures }) => signatures)
    .filter(({ authority }) => authority?.basis !== 'own-case')
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
}
