/** One step of exploring: somebody does something, time passes, or a connector answers. */
import type { Problem } from '@aidflow/definition';
import {
  type Actor,
  activeSteps,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  type JsonObject,
  localDate,
  type Opening,
  type Programme,
  procedureOf,
  timers,
  type World,
} from '@aidflow/engine';
import { type Around, cooked, plainest, type Recipe } from './data.ts';
import { type ExploredWorld, VILLAGE } from './worlds.ts';

export type Move =
  | {
      kind: 'do';
      do: string;
      as: string;
      form?: string;
      recipe?: Recipe;
      data?: JsonObject;
      reasons?: string;
    }
  | { kind: 'until'; at: number }
  | { kind: 'answer'; step: string; connector: string; answer?: JsonObject; fail?: string };

export interface Configuration {
  state: CaseState | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

export type Made =
  | { ok: true; state: CaseState; now: number; events: CaseEvent[] }
  | { ok: false; problems: Problem[] };

const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };
const OPENING: Opening = { id: 'case-1', number: '20260001', division: VILLAGE };
/** More timers than these that fall due at one instant feed each other. */
const AT_ONCE = 50;

/** One for all: what an expression sees is kept by it. */
const NAMELESS: World['divisionNames'] = {};

/** Tries moves on the engine, and counts them. */
export class Mover {
  readonly programme: Programme;
  readonly calendar: Calendar;
  readonly numbers: readonly number[];
  /** Commands that the engine was asked to decide. */
  tried = 0;
  readonly #plainest = new Map<string, JsonObject>();

  constructor(programme: Programme, calendar: Calendar, numbers: readonly number[]) {
    this.programme = programme;
    this.calendar = calendar;
    this.numbers = numbers;
  }

  around({ state, now }: Configuration): Around {
    const today = localDate(new Date(now).toISOString(), this.programme.timezone);
    const opened = state ? localDate(state.opened, this.programme.timezone) : today;
    return { today, opened, division: VILLAGE, numbers: this.numbers };
  }

  /** The data of a form by a recipe, as it would be filled in now. */
  data(form: string, recipe: Recipe, at: Configuration): JsonObject {
    const around = this.around(at);
    const key = `${form} ${around.today}`;
    let base = this.#plainest.get(key);
    if (!base) {
      if (this.#plainest.size > 500) this.#plainest.clear();
      base = plainest(this.programme.forms[form]?.schema ?? {}, around, this.programme.validators[form]);
      this.#plainest.set(key, base);
    }
    return cooked(base, recipe, around);
  }

  world(world: ExploredWorld, now: number): World {
    const { delegations } = world;
    return {
      now: new Date(now).toISOString(),
      calendar: this.calendar,
      delegations,
      standIns: [],
      seed: 'seed',
      divisionNames: NAMELESS,
      unrecorded: true,
    };
  }

  /** Makes a move, and lets happen what falls due at the same instant. */
  make(world: ExploredWorld, from: Configuration, move: Move): Made {
    const now = move.kind === 'until' ? move.at : from.now;
    if (move.kind === 'until') return this.#settle(world, from.state as CaseState, now, []);
    const made = this.#decide(world, from.state, now, this.#command(world, from, move));
    return made.ok ? this.#settle(world, made.state, now, made.events) : made;
  }

  #command(world: ExploredWorld, from: Configuration, move: Exclude<Move, { kind: 'until' }>): Command {
    if (move.kind === 'answer') {
      const { step, answer, fail } = move;
      if (fail !== undefined) return { do: `${step}.fail`, actor: SYSTEM, reasons: fail };
      return { do: `${step}.answer`, actor: SYSTEM, data: answer };
    }
    const actor = move.as === 'system' ? SYSTEM : (world.actors.find(({ id }) => id === move.as) as Actor);
    const data = move.form === undefined ? move.data : this.data(move.form, move.recipe ?? [], from);
    return {
      do: move.do,
      actor,
      ...(data === undefined ? {} : { data }),
      ...(move.reasons === undefined ? {} : { reasons: move.reasons }),
      ...(from.state === undefined ? { open: OPENING } : {}),
    };
  }

  #decide(world: ExploredWorld, state: CaseState | undefined, now: number, command: Command): Made {
    this.tried++;
    const result = decide(this.programme, state, command, this.world(world, now));
    return result.ok ? { ok: true, state: result.state, now, events: result.events } : result;
  }

  #settle(world: ExploredWorld, state: CaseState, now: number, before: CaseEvent[]): Made {
    let current = state;
    const events = before;
    for (let count = 0; count < AT_ONCE; count++) {
      const timer = this.nextTimer(current);
      if (!timer || Date.parse(timer.due) > now) break;
      const made = this.#decide(world, current, now, { do: 'elapse', actor: SYSTEM, timer: timer.id });
      if (!made.ok) return made;
      current = made.state;
      events.push(...made.events);
    }
    return { ok: true, state: current, now, events };
  }

  /** Whether a step goes on by itself some day; a clock that runs out moves nothing. */
  waits(state: CaseState): boolean {
    return timers(procedureOf(this.programme, state), state, this.calendar).some(
      ({ step }) => step !== undefined,
    );
  }

  /** The timer that is due first. */
  nextTimer(state: CaseState): { id: string; due: string } | undefined {
    return timers(procedureOf(this.programme, state), state, this.calendar)[0];
  }

  /** The check that waits for an answer, with the connector it asked. */
  asked(state: CaseState): { step: string; connector: string; rule?: string } | undefined {
    const own = procedureOf(this.programme, state);
    for (const id of activeSteps(own, state)) {
      const step = own.steps.get(id);
      if (step?.kind !== 'check' || step.connector === undefined || !state.steps[id]?.asked) continue;
      return { step: id, connector: step.connector, ...(step.rule === undefined ? {} : { rule: step.rule }) };
    }
    return undefined;
  }
}
