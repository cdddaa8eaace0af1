/** The steps that need nobody: checks by rule, draws and effects. Each run is one event that says what was found. */

import { dueDate } from './clocks.ts';
import { localDate, monthAfter } from './days.ts';
import { draw } from './draw.ts';
import { issueLetter } from './letters.ts';
import type { Programme, StepOf } from './programme.ts';
import { evaluateRule } from './rules.ts';
import { holds, jsonOf, type Scope, scopeOf } from './scope.ts';
import { known } from './timers.ts';
import type { Award, CaseFacts, CaseState, EventDetail, Json, JsonObject, World } from './types.ts';

/** An event before it is stamped and chained. */
export interface Draft {
  type: string;
  detail?: EventDetail;
  reasons?: string;
}

/** The event by which an automatic step goes on, or nothing when it waits for an answer or for a person. */
export function runAutomatic(
  programme: Programme,
  state: CaseState,
  stepId: string,
  world: World,
): Draft | undefined {
  const step = programme.steps.get(stepId);
  switch (step?.kind) {
    case 'check':
      return step.connector ? ask(programme, step, state, world) : judge(programme, step, state, world);
    case 'select':
      return select(programme, step, state, world);
    case 'effect':
      return { type: `${step.id}.done`, detail: effects(programme, step, state, world) };
    default:
      return undefined;
  }
}

function judge(programme: Programme, step: StepOf<'check'>, state: CaseState, world: World): Draft {
  const rule = evaluateRule(
    programme,
    step.rule ?? '',
    scopeOf(programme, state, world.now, world.divisionNames),
  );
  return { type: `${step.id}.${rule.result}`, detail: { rule } };
}

function ask(programme: Programme, step: StepOf<'check'>, state: CaseState, world: World): Draft | undefined {
  if (state.steps[step.id]?.asked) return undefined;
  const scope = scopeOf(programme, state, world.now, world.divisionNames);
  if (step.consent && !holds(step.consent, scope)) {
    return { type: `${step.id}.unknown`, reasons: 'connector/no-consent' };
  }
  const payload: JsonObject = {};
  for (const [name, expression] of Object.entries(step.request ?? {})) {
    payload[name] = jsonOf(expression, scope);
  }
  return { type: `${step.id}.ask`, detail: { request: { connector: step.connector ?? '', payload } } };
}

/** A connector's answer becomes the result of its check: by the check's rule, else by being there. */
export function judgeAnswer(
  programme: Programme,
  step: StepOf<'check'>,
  state: CaseState,
  answer: JsonObject,
  world: World,
): Draft {
  if (!step.rule) return { type: `${step.id}.pass`, detail: { answer } };
  const scope: Scope = { ...scopeOf(programme, state, world.now, world.divisionNames), answer };
  const rule = evaluateRule(programme, step.rule, scope);
  return { type: `${step.id}.${rule.result}`, detail: { answer, rule } };
}

function select(programme: Programme, step: StepOf<'select'>, state: CaseState, world: World): Draft {
  const scope = scopeOf(programme, state, world.now, world.divisionNames);
  const share = Number(jsonOf(step.share, scope) ?? 0);
  const always = step.always !== undefined && holds(step.always, scope);
  const trace = draw(world.seed, state.id, state.steps[step.id]?.rounds ?? 1, share, always);
  return { type: `${step.id}.${trace.chosen ? 'chosen' : 'rest'}`, detail: { draw: trace } };
}

function effects(programme: Programme, step: StepOf<'effect'>, state: CaseState, world: World): EventDetail {
  const detail: EventDetail = {};
  const scope = scopeOf(programme, state, world.now, world.divisionNames);
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
      detail.award = awardOf(effect.award, scope, today);
    } else if ('end-award' in effect) {
      detail.endAward = true;
    } else if ('publish' in effect) {
      const span = effect.publish.for;
      const to = span && known(() => dueDate(today, span, world.calendar));
      detail.notice = {
        title: step.title,
        from: today,
        ...(to === undefined ? {} : { to }),
        items: effect.publish.items.map(({ label, value }) => ({
          label,
          value: shown(jsonOf(value, scope)),
        })),
      };
    } else if ('register' in effect) {
      detail.register = effect.register;
      const entries = jsonOf(effect.entries, scope);
      detail.entries = Array.isArray(entries) ? (entries as JsonObject[]) : [];
    } else if ('file' in effect) {
      detail.filing = { title: effect.file.title, level: effect.file['to-level'] };
    }
  }
  return detail;
}

function awardOf(
  award: { amount: string; starts?: string; payee?: string },
  scope: Scope,
  today: string,
): Award {
  const payee = award.payee === undefined ? null : jsonOf(award.payee, scope);
  return {
    amount: Number(jsonOf(award.amount, scope) ?? 0),
    starts: award.starts === 'month-of' ? today.slice(0, 7) : monthAfter(today),
    ...(payee === null ? {} : { payee: String(payee) }),
  };
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
