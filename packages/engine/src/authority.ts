/**
 * Who may act, found at the moment of acting: own role, or a delegation in force, or as a stand-in; and the bars that
 * no role lifts. A delegation moves the power: while it is in force, the one who delegated may not decide.
 * Source of the rules: 最低生活保障审核确认办法 (2021) on delegation; conflict of interest and separated duties as in
 * general administrative procedure.
 */
import {
  covers,
  divisionAt,
  divisionLevel,
  holds,
  type Level,
  levels,
  type Problem,
  type ProblemCode,
  problem,
  valueIn,
} from '@aidflow/definition';
import { localDate } from './days.ts';
import type { Programme, StepOf } from './programme.ts';
import { scopeOf } from './scope.ts';
import type { Actor, Authority, CaseState, Delegation, Grant, World } from './types.ts';

export type AuthorityAnswer = { ok: true; authority: Authority } | { ok: false; problem: Problem };

/** What of a step says who may act in it. */
export type Held = Pick<StepOf<'task'>, 'id' | 'title' | 'role'> &
  Partial<Pick<StepOf<'task'>, 'level' | 'delegable' | 'separate-from'>>;

/** The office that holds an action at a moment. */
export interface Holder {
  role: string;
  level: Level;
  /** The holder's own division: the case's division cut to the level, or where a delegation moved it. */
  division: string;
  delegation?: Delegation;
}

/** Whether a delegation or stand-in holds on an ISO date: `[effective, until)`. */
export function inForce(span: { from: string; until?: string | undefined }, date: string): boolean {
  return span.from <= date && (span.until === undefined || date < span.until);
}

/** Who holds a task's action at the instant `now`; the narrowest and then the latest delegation wins. */
export function holderOf(programme: Programme, step: Held, state: CaseState, world: World): Holder {
  const own = defaultHolder(programme, step, state);
  if (!step.delegable) return own;
  const { when, amount, level, role } = step.delegable;
  const today = localDate(world.now, programme.timezone);
  const granted = world.delegations
    .filter(
      (grant) =>
        grant.programme === programme.id &&
        grant.action === step.id &&
        inForce({ from: grant.effective, until: grant.until }, today) &&
        covers(grant.from, own.division) &&
        covers(grant.to, state.division) &&
        divisionLevel(grant.to) === level,
    )
    .sort((a, b) => b.to.length - a.to.length || b.effective.localeCompare(a.effective));
  if (granted.length === 0) return own;
  const scope = scopeOf(programme, state, world);
  if (when !== undefined && !holds(when, scope)) return own;
  const decided = amount === undefined ? undefined : valueIn(amount, scope);
  const delegation = granted.find((grant) => amount === undefined || withinLimit(grant, decided));
  if (!delegation) return own;
  return { role, level, division: delegation.to, delegation };
}

/** An amount that is not known is not within a limit. */
function withinLimit({ limit }: Delegation, amount: unknown): boolean {
  return limit === undefined || (typeof amount === 'number' && amount <= limit);
}

function defaultHolder(programme: Programme, step: Held, state: CaseState): Holder {
  const level = levelOf(programme, step);
  return { role: step.role, level, division: divisionAt(state.division, level) };
}

/** The level of a step; what a household or anybody does happens in the village. */
export function levelOf(programme: Programme, { level, role }: Pick<Held, 'level' | 'role'>): Level {
  return level ?? programme.definition.roles?.[role]?.level ?? 'village';
}

/** Whether an actor may act in a task of a case, on what it rests, or why not. */
export function authorise(
  programme: Programme,
  step: Held,
  state: CaseState,
  actor: Actor,
  world: World,
): AuthorityAnswer {
  if (step.role === 'anyone') return allow({ basis: 'public', role: 'anyone', division: state.division });
  if (step.role === 'applicant') return applicant(state, actor, step.title);
  const bar = barOf(programme, state, actor, step);
  if (bar) return { ok: false, problem: bar };
  const holder = holderOf(programme, step, state, world);
  const today = localDate(world.now, programme.timezone);
  const own = actor.grants.find((grant) => fits(grant, holder, state.division));
  if (own) return allow(authorityBy(holder, holder.delegation ? 'delegation' : 'own-role', own));
  for (const { absent, grants } of lentTo(actor.id, world, today)) {
    const grant = grants.find((candidate) => fits(candidate, holder, state.division));
    if (!grant) continue;
    // What bars the absent officer bars whoever acts for them.
    const barred = state.barred[absent] !== undefined || isOwn(state, absent);
    if (barred || separated(state, absent, step)) continue;
    return allow({ ...authorityBy(holder, 'stand-in', grant), for: absent });
  }
  return { ok: false, problem: refusal(programme, step, holder, actor, state) };
}

/**
 * What is lent to an officer on a day: by those for whom they stand in, and by those for whom these stand in, each once,
 * so that two who stand in for each other end the chain.
 */
function lentTo(substitute: string, world: World, today: string): { absent: string; grants: Grant[] }[] {
  const found: { absent: string; grants: Grant[] }[] = [];
  const seen = new Set([substitute]);
  const open = [substitute];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const { absent, grants, substitute: by, ...span } of world.standIns) {
      if (by !== next || seen.has(absent) || !inForce(span, today)) continue;
      seen.add(absent);
      found.push({ absent, grants });
      open.push(absent);
    }
  }
  return found;
}

function allow(authority: Authority): AuthorityAnswer {
  return { ok: true, authority };
}

function authorityBy(holder: Holder, basis: Authority['basis'], grant: Grant): Authority {
  return {
    basis,
    role: holder.role,
    division: grant.division,
    ...(holder.delegation ? { delegation: holder.delegation } : {}),
  };
}

function fits(grant: Grant, holder: Holder, division: string): boolean {
  return (
    grant.role === holder.role &&
    divisionLevel(grant.division) === holder.level &&
    covers(grant.division, division)
  );
}

/** The applicant in their own case, or a proxy whose committee covers it. */
export function applicant(state: CaseState, actor: Actor, step: string): AuthorityAnswer {
  const role = actor.kind;
  if (actor.id === state.applicant.id && (role === 'applicant' || role === 'proxy')) {
    return allow({ basis: 'own-case', role, division: state.division });
  }
  if (role === 'proxy') {
    const grant = actor.grants.find(({ division }) => covers(division, state.division));
    if (grant) return allow({ basis: 'own-role', role: grant.role, division: grant.division });
    return { ok: false, problem: problem('authority/jurisdiction', { step, division: state.division }) };
  }
  return { ok: false, problem: problem('authority/applicant', { step }) };
}

/** Whether it is somebody's own case. An officer who opens a round or an inspection does not apply for themselves. */
export function isOwn({ applicant }: CaseState, id: string): boolean {
  return id === applicant.id && applicant.kind !== 'officer';
}

/** A step separated from this one in which an officer has acted, or somebody for them. */
function separated(state: CaseState, actorId: string, step: Held): string | undefined {
  return step['separate-from']?.find((id) => state.steps[id]?.actors.includes(actorId));
}

/** What forbids this actor to act in this case, whatever role they hold. */
export function barOf(programme: Programme, state: CaseState, actor: Actor, step: Held): Problem | undefined {
  const reason = state.barred[actor.id];
  if (reason !== undefined) return problem('authority/barred', { reason });
  if (isOwn(state, actor.id)) return problem('authority/own-case');
  const other = separated(state, actor.id, step);
  if (other === undefined) return undefined;
  return problem('authority/separated', {
    step: step.title,
    other: programme.steps.get(other)?.title ?? other,
  });
}

function refusal(programme: Programme, step: Held, holder: Holder, actor: Actor, state: CaseState): Problem {
  const { delegation } = holder;
  const role = programme.definition.roles?.[holder.role]?.title ?? holder.role;
  const params = { step: step.title, role, level: holder.level, division: state.division };
  const byDefault = defaultHolder(programme, step, state);
  if (delegation && actor.grants.some((grant) => fits(grant, byDefault, state.division))) {
    return problem('authority/delegated', {
      step: step.title,
      to: delegation.to,
      document: delegation.document,
      effective: delegation.effective,
    });
  }
  const held = actor.grants.filter(({ role }) => role === holder.role);
  if (held.length === 0) return problem('authority/role', params);
  return held.some(({ division }) => divisionLevel(division) === holder.level)
    ? problem('authority/jurisdiction', params)
    : problem('authority/level', params);
}

/** Officers of any role whose divisions cover the case. */
export function anyOfficer(state: CaseState, actor: Actor, step: string): AuthorityAnswer {
  if (actor.kind !== 'officer') return deny('authority/role', { step, role: 'officer' });
  const grant = actor.grants.find(({ division }) => covers(division, state.division));
  if (!grant) return deny('authority/jurisdiction', { step, division: state.division });
  return allow({ basis: 'own-role', ...grant });
}

/** Officers of `least` or above whose divisions cover the case, and whom nothing bars from it. */
export function handlingOfficer(
  state: CaseState,
  actor: Actor,
  step: string,
  least: Level = 'township',
): AuthorityAnswer {
  const reason = state.barred[actor.id];
  if (reason !== undefined) return deny('authority/barred', { reason });
  if (isOwn(state, actor.id)) return deny('authority/own-case');
  const high = (grant: Grant) => levels.indexOf(divisionLevel(grant.division)) <= levels.indexOf(least);
  const grants = actor.grants.filter(high);
  if (actor.kind === 'officer' && actor.grants.length > 0 && grants.length === 0) {
    return deny('authority/level', { step, level: least });
  }
  return anyOfficer(state, { ...actor, grants }, step);
}

/** Whoever holds a role in a division that covers the case. */
export function holdsRole(state: CaseState, actor: Actor, role: string, step: string): AuthorityAnswer {
  const held = actor.grants.filter((grant) => grant.role === role);
  if (held.length === 0) return deny('authority/role', { step, role });
  const grant = held.find(({ division }) => covers(division, state.division));
  if (!grant) return deny('authority/jurisdiction', { step, division: state.division });
  return allow({ basis: 'own-role', ...grant });
}

function deny(code: ProblemCode, params: Record<string, unknown> = {}): AuthorityAnswer {
  return { ok: false, problem: problem(code, params) };
}
