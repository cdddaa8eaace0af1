/**
 * Moving a running case to another version of its programme, by a decision of an officer and all or nothing. Cases stay
 * on the version on which they began unless somebody moves them (docs/decisions/0004-cases-stay-on-their-version.md).
 */
import {
  checkStepMap,
  type Moving,
  mappedStep,
  type Problem,
  ProblemError,
  problem,
  type StepMap,
} from '@aidflow/definition';
import { handlingOfficer } from './authority.ts';
import { hashEvent } from './chain.ts';
import type { Decision } from './decide.ts';
import { activeSteps, evolve } from './evolve.ts';
import { stampOf } from './facts.ts';
import { begunClocks } from './migrate-clocks.ts';
import { move, positionOf } from './migrate-position.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { Actor, CaseEvent, CaseState, Migration, World } from './types.ts';

/** Who moves a case, why, and what becomes of its steps. */
export interface MigrateRequest {
  map: StepMap;
  actor: Actor;
  /** Required. */
  reasons: string;
  world: World;
}

/**
 * Moves a running case from one version to another: one event `migrate`, or problems and nothing. The officer holds a role
 * of county level or above in a division that covers the case, and gives reasons. What is automatic in the later version
 * runs with the next command.
 *
 * Problems have codes `migrate/...`, `authority/...` and `step/reasons-required`.
 */
export function migrate(from: Programme, to: Programme, state: CaseState, request: MigrateRequest): Decision {
  const { map, actor, reasons, world } = request;
  const refused = inTheWay(from, to, state);
  if (refused) return { ok: false, problems: [refused] };
  const title = migrateTitle(to);
  const answer = handlingOfficer(state, actor, title, 'county');
  if (!answer.ok) return { ok: false, problems: [answer.problem] };
  if (!reasons.trim()) {
    const found = problem('step/reasons-required', { outcome: title }, { pointer: '/reasons' });
    return { ok: false, problems: [found] };
  }
  const problems = checked(from, to, state, map);
  if (problems.length > 0) return { ok: false, problems };
  try {
    const event: Omit<CaseEvent, 'hash'> = {
      case: state.id,
      seq: state.version + 1,
      type: 'migrate',
      at: world.now,
      by: stampOf(actor),
      authority: answer.authority,
      reasons,
      detail: { migration: migrationOf(from, to, state, map, world.now) },
      previous: state.head,
    };
    const booked = { ...event, hash: hashEvent(event) };
    return { ok: true, events: [booked], state: evolve(to, state, booked) };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** What moving a case is called in the language of a programme. */
export const migrateTitle = ({ definition }: Programme): string =>
  definition.language.startsWith('zh') ? '转到新版本' : 'Move to another version';

/** Why these two versions and this case do not go together at all. */
function inTheWay(from: Programme, to: Programme, state: CaseState): Problem | undefined {
  if (state.definition !== from.hash) {
    return problem('engine/other-definition', { case: state.id, pinned: state.definition, given: from.hash });
  }
  if (from.id !== to.id) return problem('migrate/other-programme', { from: from.title, to: to.title });
  if (from.hash === to.hash) return problem('migrate/same', { case: state.number });
  return state.status === 'ended' ? problem('migrate/ended', { case: state.number }) : undefined;
}

/** What is wrong with the map for this case. Warnings are none. */
function checked(from: Programme, to: Programme, state: CaseState, map: StepMap): Problem[] {
  const steps = activeSteps(from, state);
  const moving: Moving = {
    steps,
    clocks: Object.keys(state.clocks).filter((clock) => state.clocks[clock]?.stopped === undefined),
    data: state.data,
    children: steps.filter((id) => hasOpenItems(state, id)),
    rounds: Object.fromEntries(Object.entries(state.steps).map(([id, { rounds }]) => [id, rounds])),
  };
  const found = checkStepMap(from, to, map, moving, to.validators);
  const errors = found.filter(({ severity }) => severity !== 'warning');
  return [...errors, ...steps.flatMap((id) => waiting(from, to, state, map, id) ?? [])];
}

const hasOpenItems = (state: CaseState, step: string): boolean =>
  state.items?.[step]?.items.some(({ outcome }) => outcome === undefined) ?? false;

/** An answer comes to the step that asked, from the system that was asked. */
function waiting(
  from: Programme,
  to: Programme,
  state: CaseState,
  map: StepMap,
  id: string,
): Problem | undefined {
  const step = procedureOf(from, state).steps.get(id);
  if (step?.kind !== 'check' || !state.steps[id]?.asked) return undefined;
  const target = Object.hasOwn(map.steps, id) ? map.steps[id] : id;
  const there = [to, ...to.procedures.values()].flatMap(({ steps }) => steps.get(target ?? '') ?? [])[0];
  if (target === id && there?.kind === 'check' && there.connector === step.connector) return undefined;
  return problem('migrate/waiting', { step: step.title }, { pointer: `/steps/${id}` });
}

/** Everything that the move rests on, so that the event tells it without the version before. */
function migrationOf(from: Programme, to: Programme, state: CaseState, map: StepMap, at: string): Migration {
  const own = procedureOf(from, state);
  const known = new Map([to, ...to.procedures.values()].flatMap(({ steps }) => [...steps]));
  const { steps, parallels } = positionOf(state.value);
  const spoken = new Set([
    ...Object.keys(state.steps),
    ...steps,
    ...parallels,
    ...(state.procedure ? [state.procedure] : []),
  ]);
  const moved: Record<string, string | null> = {};
  for (const id of spoken) {
    const target = mappedStep(map, known, id);
    if (target !== id) moved[id] = target;
  }
  const { branches, startClocks } = map;
  const effective: StepMap = {
    steps: moved,
    ...(branches ? { branches } : {}),
    ...(startClocks ? { startClocks } : {}),
  };
  const procedure =
    state.procedure === undefined ? {} : { procedure: moved[state.procedure] ?? state.procedure };
  const there = procedureOf(to, procedure);
  // Said before anything is booked: the place must be one that the later version has.
  move(there, state.value, effective);
  const clocks: Record<string, string | null> = {};
  for (const id of Object.keys(state.clocks)) {
    const target = own.clockIndex.own.has(id) ? mappedStep(effective, there.steps, id) : id;
    const name = target !== null && Object.hasOwn(there.clocks, target) ? target : null;
    if (name !== id) clocks[id] = name;
  }
  const started = startClocks ? begunClocks(there, state, startClocks, at) : {};
  return { from: from.hash, to: to.hash, map: effective, clocks, started };
}
