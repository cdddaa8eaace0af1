/** One case in simulated time: commands change it, timers and connectors act on it as the clock moves. */
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import {
  type Actor,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  type JsonObject,
  type Offer,
  offered,
  type Programme,
  timers,
  type World,
} from '@aidflow/engine';
import type { ConnectorScript } from './scenario.ts';
import { after, localTime, parseSpan } from './span.ts';
import { type Standing, standingOf } from './standing.ts';

/** Something that happened by itself: a timer ran out, a connector answered. */
export interface Happening {
  /** Instant, with the offset of the programme's zone. */
  at: string;
  /** `STEP elapsed`, `clock CLOCK breached`, `CONNECTOR answered`, `CONNECTOR failed`, with ` too late` for dropped answers. */
  what: string;
  events: CaseEvent[];
}

/** A connector's answer on its way. */
interface Pending {
  due: number;
  what: string;
  command: Omit<Command, 'actor'>;
}

export interface PlayOptions {
  programme: Programme;
  /** What lies outside the case, without the instant. */
  world: Omit<World, 'now'>;
  /** Instant of the beginning, in milliseconds since 1970. */
  now: number;
  connectors: Readonly<Record<string, ConnectorScript | ConnectorScript[]>>;
  /** Acts for time and connectors. */
  system: Actor;
}

/** Past this many timers in one stretch of time a definition feeds itself and is stopped. */
const MAX_HAPPENINGS = 10_000;

export class Play {
  readonly events: CaseEvent[] = [];
  state: CaseState | undefined;
  now: number;

  readonly #programme: Programme;
  readonly #world: Omit<World, 'now'>;
  readonly #connectors: PlayOptions['connectors'];
  readonly #system: Actor;
  readonly #asked = new Map<string, number>();
  #pending: Pending[] = [];

  constructor({ programme, world, now, connectors, system }: PlayOptions) {
    this.#programme = programme;
    this.#world = world;
    this.#connectors = connectors;
    this.#system = system;
    this.now = now;
  }

  get calendar(): Calendar {
    return this.#world.calendar;
  }

  /** Asks the engine; when it agrees, the events have happened. Gives the problems of a refusal, none otherwise. */
  command(command: Command): Problem[] {
    return caught(() => {
      const result = decide(this.#programme, this.state, command, this.#worldAt(this.now));
      if (!result.ok) return result.problems;
      this.state = result.state;
      this.events.push(...result.events);
      for (const event of result.events) this.#notice(event);
      return [];
    });
  }

  /** Lets time pass until `until`: everything that falls due happens in order, each at its own instant. */
  advance(until: number): { happenings: Happening[]; problems: Problem[] } {
    const happenings: Happening[] = [];
    const problems = caught(() => {
      for (let count = 0; count < MAX_HAPPENINGS; count++) {
        const next = this.#next();
        if (next === undefined || next.due > until) {
          this.now = Math.max(this.now, until);
          return [];
        }
        this.now = Math.max(this.now, next.due);
        this.#pending = this.#pending.filter((pending) => pending !== next);
        const before = this.events.length;
        const refused = this.command({ ...next.command, actor: this.#system });
        // An answer to a question that nobody waits for any more is dropped, as the service drops it.
        const dropped = refused.length > 0 && next.command.timer === undefined;
        if (refused.length > 0 && !dropped) return refused;
        const what = dropped ? `${next.what} too late` : next.what;
        happenings.push({ at: this.localNow(), what, events: this.events.slice(before) });
      }
      const step = happenings.at(-1)?.what ?? '';
      return [problem('engine/endless', { case: this.state?.id ?? '', count: MAX_HAPPENINGS, step })];
    });
    return { happenings, problems };
  }

  /** What `actor` may do, and may not, as the case stands; or as it stood in `state` at `now`. */
  offered(actor: Actor, state = this.state, now = this.now): Offer[] {
    return state === undefined ? [] : offered(this.#programme, state, actor, this.#worldAt(now));
  }

  standing(): Standing {
    return standingOf(this.#programme, this.state, this.events, this.calendar, this.localNow());
  }

  localNow(): string {
    return localTime(this.now, this.#programme.timezone);
  }

  #worldAt(now: number): World {
    return { ...this.#world, now: new Date(now).toISOString() };
  }

  /** What happens next by itself. An answer that arrives at the instant of a timer was in time. */
  #next(): Pending | undefined {
    if (this.state?.status !== 'active') return undefined;
    const due = timers(this.#programme, this.state, this.calendar).map(
      (timer): Pending => ({
        due: Date.parse(timer.due),
        what: timer.step === undefined ? `clock ${timer.clock} breached` : `${timer.step} elapsed`,
        command: { do: 'elapse', timer: timer.id },
      }),
    );
    return [...this.#pending, ...due].reduce<Pending | undefined>(
      (first, candidate) => (first === undefined || candidate.due < first.due ? candidate : first),
      undefined,
    );
  }

  /** Takes up a question to a connector, so that the answer comes when the scenario says. */
  #notice({ type, detail }: CaseEvent): void {
    const connector = detail?.request?.connector;
    if (connector === undefined || !type.endsWith('.ask')) return;
    const step = type.slice(0, -'.ask'.length);
    const time = this.#asked.get(connector) ?? 0;
    this.#asked.set(connector, time + 1);
    const scripts = [this.#connectors[connector] ?? []].flat();
    const script = scripts[Math.min(time, scripts.length - 1)];
    // A connector that the scenario says nothing about stays silent.
    if (script === undefined) return;
    const span = script.after === undefined ? undefined : parseSpan(script.after);
    const due =
      span === undefined ? this.now : after(this.now, span, this.calendar, this.#programme.timezone);
    const answer = (script.answer ?? {}) as JsonObject;
    this.#pending.push(
      script.fail === undefined
        ? { due, what: `${connector} answered`, command: { do: `${step}.answer`, data: answer } }
        : { due, what: `${connector} failed`, command: { do: `${step}.fail`, reasons: script.fail } },
    );
  }
}

/** Runs `act`; a problem that the engine throws is an answer like any other. */
function caught(act: () => Problem[]): Problem[] {
  try {
    return act();
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
}
