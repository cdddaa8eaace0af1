/**
 * The engine on one whole dibao case (a scenario of the programme), against the same machine driven bare by XState and
 * against a reducer written by hand. Ratios are rates over that of XState's `transition()`.
 */
import { fileURLToPath } from 'node:url';
import type { Bundle, Validate } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type Command,
  compile,
  decide,
  evolve,
  nationalCalendar,
  type Programme,
  replay,
  type World,
} from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { type AnyMachineSnapshot, transition } from 'xstate';
import { compiling, weighing } from './compiling.ts';
import { compare, show } from './measure.ts';
import { type Kept, reduce } from './reducer.ts';

interface Recorded {
  bundle: Bundle;
  validators: Record<string, Validate>;
  programme: Programme;
  events: CaseEvent[];
  commands: { command: Command; world: World }[];
}

export async function engine(): Promise<void> {
  const { bundle, validators, programme, events, commands } = await record();
  const [first] = events as [CaseEvent];
  const opened = evolve(programme, undefined, first);
  const { value, status: _, ...context } = opened;
  const start = programme.machine.resolveState({ value, context } as never) as AnyMachineSnapshot;
  const moves = events.slice(1);
  const explored = commands.map(({ command, world }) => ({ command, world: { ...world, unrecorded: true } }));

  const measured = await compare([
    {
      name: 'XState transition(), same machine, per event',
      operations: moves.length,
      run: (times) => {
        for (let round = 0; round < times; round++) {
          let snapshot = start;
          for (const event of moves) [snapshot] = transition(programme.machine, snapshot, event as never);
        }
      },
    },
    {
      name: 'evolve, per event',
      operations: events.length,
      run: (times) => {
        for (let round = 0; round < times; round++) replay(programme, events);
      },
    },
    {
      name: 'decide + evolve, per event, as it is explored (no hash chain)',
      operations: events.length,
      run: (times) => {
        for (let round = 0; round < times; round++) play(programme, explored);
      },
    },
    {
      name: 'decide + evolve, per event, as it is recorded (hash chain)',
      operations: events.length,
      run: (times) => {
        for (let round = 0; round < times; round++) play(programme, commands);
      },
    },
    {
      name: 'decide + evolve, per command',
      operations: commands.length,
      run: (times) => {
        for (let round = 0; round < times; round++) play(programme, commands);
      },
    },
    {
      name: 'reducer by hand, per event',
      operations: events.length,
      run: (times) => {
        for (let round = 0; round < times; round++) {
          let kept: Kept | undefined;
          for (const event of events) kept = reduce(kept, event);
        }
      },
    },
  ]);
  show(`Engine: one dibao case, ${commands.length} commands, ${events.length} events`, measured, [
    'Deciding holds authority, clocks, rules, form validation and letters; the bare ones hold none.',
  ]);
  await compiling(bundle, validators);
  weighing(programme, events);
}

/** The events of a scenario, and the commands that made them. */
async function record(): Promise<Recorded> {
  const folder = programmeFolders.dibao as URL;
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  const { bundle } = loaded;
  const validators = await loadValidators(bundle);
  const programme = compile(bundle, validators);
  const file = fileURLToPath(new URL('scenarios/county-confirms.yaml', folder));
  const { events, passed } = await scenarioRunner().run(file);
  if (!passed) throw new Error('the scenario does not hold');
  const calendar = nationalCalendar();
  const commands = events.filter(isCaused).map((event) => ({
    command: commandOf(event),
    world: { now: event.at, calendar, delegations: [], standIns: [], seed: 'bench', divisionNames: {} },
  }));
  return { bundle, validators, programme, events, commands };
}

/** What somebody or something outside caused; the rest followed by itself. */
function isCaused(event: CaseEvent): boolean {
  return (
    event.by.kind !== 'system' || event.detail?.answer !== undefined || event.detail?.timer !== undefined
  );
}

function commandOf(event: CaseEvent): Command {
  const { authority, detail } = event;
  const grants = authority && event.by.kind === 'officer' ? [authority] : [];
  const actor: Actor = { ...event.by, grants: grants.map(({ role, division }) => ({ role, division })) };
  if (detail?.timer) return { do: 'elapse', actor, timer: detail.timer };
  if (detail?.answer) return { do: `${event.type.split('.')[0]}.answer`, actor, data: detail.answer };
  const open = detail?.open;
  return {
    do: event.type,
    actor,
    ...(event.data ? { data: event.data } : {}),
    ...(event.reasons ? { reasons: event.reasons } : {}),
    ...(open ? { open: { id: event.case, number: open.number, division: open.division } } : {}),
  };
}

function play(programme: Programme, commands: Recorded['commands']): CaseState | undefined {
  let state: CaseState | undefined;
  for (const { command, world } of commands) {
    const result = decide(programme, state, command, world);
    if (!result.ok) throw new Error(`${command.do}: ${result.problems[0]?.detail}`);
    state = result.state;
  }
  return state;
}
