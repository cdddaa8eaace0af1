/** A way through a programme as the scenario that shows it. */
import { activeSteps, type CaseState, offered, procedureOf } from '@aidflow/engine';
import type { Scenario, ScenarioStep } from '../scenario.ts';
import { localTime } from '../span.ts';
import type { Found } from './findings.ts';
import type { Move, Mover } from './moves.ts';
import { type ExploredWorld, VILLAGE } from './worlds.ts';

/** A last move that the engine refuses. */
export interface Expected {
  move: Move;
  refused: string;
}

interface PlacedMove {
  move: Move;
  /** When it is made, milliseconds since 1970. */
  now: number;
}

/** The scenario that plays `path` and says what is found at its end, so that playing it passes as long as it is so. */
export function scenarioOf(
  mover: Mover,
  world: ExploredWorld,
  found: Found,
  path: readonly PlacedMove[],
  now: number,
  refused: Expected | undefined,
): Scenario {
  const { programme } = mover;
  const scripts: Record<string, Record<string, unknown>[]> = {};
  const steps: ScenarioStep[] = [];
  const actors = new Set<string>();
  let state: CaseState | undefined;
  let start: string | undefined;
  const write = ({ move, now: at }: PlacedMove, code?: string) => {
    if (move.kind === 'until') steps.push({ until: localTime(move.at, programme.timezone) });
    else if (move.kind === 'answer') {
      const { connector, answer, fail } = move;
      if (connector === 'records') return;
      const list = scripts[connector] ?? [];
      scripts[connector] = [...list, fail === undefined ? { answer: answer ?? {} } : { fail }];
    } else if (move.as === 'system') start = 'open';
    else {
      actors.add(move.as);
      const data =
        move.form === undefined ? move.data : mover.data(move.form, move.recipe ?? [], { state, now: at });
      steps.push({
        do: move.do,
        as: move.as,
        ...(data === undefined ? {} : { data }),
        ...(move.reasons === undefined ? {} : { reasons: move.reasons }),
        ...(code === undefined ? {} : { refused: code }),
      } as ScenarioStep);
    }
  };
  for (const one of path) {
    write(one);
    const made = mover.make(world, { state, now: one.now }, one.move);
    if (made.ok) ({ state } = made);
  }
  if (refused) write({ move: refused.move, now }, refused.refused);
  if (state) steps.push({ expect: shown(mover, world, found, state, now) } as ScenarioStep);
  const officers = world.actors.filter(({ kind }) => kind === 'officer');
  const needed = found.kind === 'two-deciders' || found.kind === 'dead-end';
  const cast = officers.filter(({ id }) => needed || actors.has(id));
  return {
    scenario: `${found.kind}: ${found.subject}`,
    programme: programme.id,
    clock: localTime(world.now, programme.timezone),
    ...(cast.length === 0
      ? {}
      : { actors: Object.fromEntries(cast.map(({ id, grants }) => [id, { grants }])) }),
    given: {
      case: 'case-1',
      division: VILLAGE,
      number: '20260001',
      ...(world.delegations.length === 0
        ? {}
        : { delegations: world.delegations.map(({ programme: _, ...one }) => one) }),
      ...(Object.keys(scripts).length === 0 ? {} : { connectors: scripts }),
    },
    ...(start === undefined ? {} : { start }),
    steps,
  } as Scenario;
}

/** What of a configuration shows what was found. */
function shown(mover: Mover, world: ExploredWorld, found: Found, state: CaseState, now: number) {
  const { programme } = mover;
  const own = procedureOf(programme, state);
  const [first, ...others] = activeSteps(own, state);
  const status = {
    status: state.status,
    ...(first !== undefined && others.length === 0 ? { step: first } : {}),
  };
  const may = (id: string) => {
    const actor = world.actors.find((one) => one.id === id);
    if (!actor) return [];
    return offered(programme, state, actor, mover.world(world, now)).flatMap((offer) =>
      offer.may ? [offer.do] : [],
    );
  };
  switch (found.kind) {
    case 'two-deciders': {
      const deciders = world.actors.filter(({ id }) =>
        may(id).some((what) => decides(own, what, found.subject)),
      );
      return { ...status, offered: Object.fromEntries(deciders.map(({ id }) => [id, may(id)])) };
    }
    case 'dead-end':
      return {
        ...status,
        offered: Object.fromEntries(
          world.actors.filter(({ kind }) => kind === 'officer').map(({ id }) => [id, may(id)]),
        ),
      };
    default:
      return status;
  }
}

function decides({ steps }: Mover['programme'], what: string, outcome: string): boolean {
  const [id = '', choice = ''] = what.split('.');
  const step = steps.get(id);
  return step?.kind === 'task' && step.outcomes[choice]?.decides === outcome;
}
