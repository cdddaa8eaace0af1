/** Cases in simulated time: commands change them; timers, connectors, schedules and other cases act on them. */
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import {
  type Actor,
  addDays,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  type JsonObject,
  localDate,
  type Message,
  messages,
  type Offer,
  offered,
  type Programme,
  procedureOf,
  type RecordEntry,
  type Run,
  runInstant,
  scheduledRuns,
  type Timer,
  timers,
  type World,
} from '@aidflow/engine';
import type { CasePath } from './case-names.ts';
import { Registry } from './registry.ts';
import type { ConnectorScript } from './scenario.ts';
import { after, localTime, parseSpan } from './span.ts';
import { type Standing, standingOf } from './standing.ts';

/** Something that happened by itself: a timer ran out, a connector answered, a case was opened or told something. */
export interface Happening {
  /** Instant, with the offset of the programme's zone. */
  at: string;
  /**
   * `STEP elapsed`, `clock CLOCK breached`, `CONNECTOR answered`, `CONNECTOR failed`, `opened`, `told STEP.EVENT`, with
   * ` too late` for what nobody waited for any more; before it the name of the case unless it is the main one.
   */
  what: string;
  events: CaseEvent[];
}

/** A case as it is played. */
export interface PlayedCase {
  id: string;
  /** As a scenario names it; empty for the main one. */
  name: string;
  state: CaseState | undefined;
  events: CaseEvent[];
}

/** Something that will happen: an answer on its way, a timer. */
interface Pending {
  due: number;
  what: string;
  case: string;
  command: Omit<Command, 'actor'>;
}

/** The day whose scheduled cases are opened next. */
interface Day {
  due: number;
  date: string;
}

export interface PlayOptions {
  programme: Programme;
  /** What lies outside the cases, without the instant. */
  world: Omit<World, 'now'>;
  /** Instant of the beginning, in milliseconds since 1970. */
  now: number;
  connectors: Readonly<Record<string, ConnectorScript | ConnectorScript[]>>;
  /** Acts for time and connectors. */
  system: Actor;
  /** Id of the main case. */
  main: string;
  /** Village of cases that schedules open for no record. */
  division: string;
  records: readonly RecordEntry[];
}

/** Past this many happenings in one stretch of time a definition feeds itself and is stopped. */
const MAX_HAPPENINGS = 10_000;

/** What the service drops: the step has been left, the case has ended, the item was called off. */
const TOO_LATE: readonly string[] = ['connector/not-asked', 'case/ended', 'each/not-open', 'case/not-open'];

export class Play {
  readonly main: PlayedCase;
  readonly registry: Registry;
  now: number;
  /** Everything that happened in any case, in order. */
  readonly log: CaseEvent[] = [];
  /** Cases that schedules opened, by the names of the schedules. */
  readonly scheduled: string[] = [];

  readonly #programme: Programme;
  readonly #world: Omit<World, 'now'>;
  readonly #options: PlayOptions;
  readonly #asked = new Map<string, number>();
  readonly #cases = new Map<string, PlayedCase>();
  readonly #delivered = new Set<string>();
  /** A state never changes, and neither do its timers. */
  readonly #timers = new WeakMap<CaseState, Timer[]>();
  #pending: Pending[] = [];
  #happenings: Happening[] = [];
  /** The last day whose scheduled cases have been opened, ISO date. */
  #day: string;

  constructor(options: PlayOptions) {
    const { programme, world, now, main, records } = options;
    this.#programme = programme;
    this.#world = world;
    this.#options = options;
    this.registry = new Registry(programme, records);
    this.now = now;
    this.#day = localDate(new Date(now).toISOString(), programme.timezone);
    this.main = { id: main, name: '', state: undefined, events: [] };
    this.#cases.set(main, this.main);
  }

  get calendar(): Calendar {
    return this.#world.calendar;
  }

  /** Every case that was opened, in that order; the main one first. */
  get cases(): PlayedCase[] {
    return [...this.#cases.values()];
  }

  /** The case that a path leads to, as far as it has been opened. */
  find({ scheduled, items }: CasePath): PlayedCase | undefined {
    let at: PlayedCase | undefined = scheduled ? this.#scheduledCase(scheduled) : this.main;
    for (const { step, index } of items) {
      const item = at?.state?.items?.[step]?.items.find((one) => one.index === index);
      at = item && this.#cases.get(item.case);
    }
    return at;
  }

  #scheduledCase({ schedule, key, date }: NonNullable<CasePath['scheduled']>): PlayedCase | undefined {
    return this.cases.findLast(({ state }) => {
      const by = state?.schedule;
      return by?.id === schedule && (key ?? by.record) === by.record && (date ?? by.due) === by.due;
    });
  }

  /** Asks the engine; when it agrees, the events have happened. Gives the problems of a refusal, none otherwise. */
  command(command: Command, played: PlayedCase = this.main): Problem[] {
    const outbox: Message[] = [];
    const problems = this.#decide(command, played, outbox);
    return problems.length > 0 ? problems : this.#deliver(outbox);
  }

  #decide(command: Command, played: PlayedCase, outbox: Message[]): Problem[] {
    return caught(() => {
      const result = decide(this.#programme, played.state, command, this.#worldAt(this.now));
      if (!result.ok) return result.problems;
      const { events, state } = result;
      this.registry.keep(events, state.division);
      played.state = state;
      played.events.push(...events);
      this.log.push(...events);
      for (const event of events) this.#notice(event, played);
      outbox.push(...messages(this.#programme, state, events));
      return [];
    });
  }

  /** Tells other cases what they must be told, each once, and what follows from that. */
  #deliver(outbox: Message[]): Problem[] {
    // The list grows while it is walked.
    for (const message of outbox) {
      if (this.#delivered.has(message.id)) continue;
      this.#delivered.add(message.id);
      if (this.#delivered.size > MAX_HAPPENINGS) return [endless(this.main, message.command.do)];
      const problems = this.#tell(message, outbox);
      if (problems.length > 0) return problems;
    }
    return [];
  }

  #tell({ case: id, command }: Message, outbox: Message[]): Problem[] {
    const played = this.#cases.get(id) ?? this.#unopened(command, id);
    const before = this.log.length;
    const refused = played ? this.#decide(command, played, outbox) : [];
    const late = !played || refused.some(({ code }) => TOO_LATE.includes(code));
    if (refused.length > 0 && !late) return refused;
    if (played?.state) this.#cases.set(id, played);
    const verb = command.do === 'open' ? 'opened' : `told ${command.do}`;
    this.#happened(played?.name ?? id, late ? `${verb} too late` : verb, before);
    return [];
  }

  /** A case that is about to be opened. */
  #unopened({ open }: Command, id: string): PlayedCase | undefined {
    if (!open) return undefined;
    const { parent } = open;
    const above = parent && this.#cases.get(parent.case)?.name;
    const name = parent ? [above, parent.step, parent.index].filter((part) => part !== '').join('/') : id;
    return { id, name, state: undefined, events: [] };
  }

  #happened(name: string, what: string, before: number): void {
    this.#happenings.push({
      at: this.localNow(),
      what: name === '' ? what : `${name} ${what}`,
      events: this.log.slice(before),
    });
  }

  /**
   * Lets time pass until `until`: everything that falls due happens in order, each at its own instant. What other cases
   * were told since the last time comes first.
   */
  advance(until: number): { happenings: Happening[]; problems: Problem[] } {
    const problems = caught(() => {
      for (let count = 0; count < MAX_HAPPENINGS; ) {
        const day = this.#nextDay(until);
        const next = this.#next();
        if (day && (next === undefined || day.due <= next.due)) {
          this.now = Math.max(this.now, day.due);
          const refused = this.#openScheduled(day.date);
          if (refused.length > 0) return refused;
          continue;
        }
        if (next === undefined || next.due > until) {
          this.now = Math.max(this.now, until);
          return [];
        }
        const refused = this.#happen(next);
        if (refused.length > 0) return refused;
        count++;
      }
      return [endless(this.main, this.#happenings.at(-1)?.what ?? '')];
    });
    const happenings = this.#happenings;
    this.#happenings = [];
    return { happenings, problems };
  }

  #happen(next: Pending): Problem[] {
    this.now = Math.max(this.now, next.due);
    this.#pending = this.#pending.filter((pending) => pending !== next);
    const played = this.#cases.get(next.case) ?? this.main;
    const before = this.log.length;
    const outbox: Message[] = [];
    const refused = this.#decide({ ...next.command, actor: this.#options.system }, played, outbox);
    // An answer to a question that nobody waits for any more is dropped, as the service drops it.
    const dropped = next.command.timer === undefined && refused.some(({ code }) => TOO_LATE.includes(code));
    if (refused.length > 0 && !dropped) return refused;
    this.#happened(played.name, dropped ? `${next.what} too late` : next.what, before);
    return this.#deliver(outbox);
  }

  /** The next day on which schedules have to be asked, unless it lies past `until`. */
  #nextDay(until: number): Day | undefined {
    if (!this.#programme.definition.schedules) return undefined;
    const date = addDays(this.#day, 1);
    const due = Date.parse(runInstant(this.#programme, date));
    return due <= until ? { due, date } : undefined;
  }

  #openScheduled(date: string): Problem[] {
    const after = this.#day;
    this.#day = date;
    const span = { after, until: date, division: this.#options.division };
    const runs = scheduledRuns(this.#programme, this.registry.all, span, this.calendar);
    return runs.reduce<Problem[]>((found, run) => (found.length > 0 ? found : this.#openRun(run)), []);
  }

  #openRun(run: Run): Problem[] {
    const name = [run.schedule, run.record, run.due].filter((part) => part !== undefined).join('/');
    const played: PlayedCase = { id: run.id, name, state: undefined, events: [] };
    const before = this.log.length;
    const outbox: Message[] = [];
    const refused = this.#decide(run.command, played, outbox);
    if (refused.length > 0) return refused;
    this.#cases.set(run.id, played);
    this.scheduled.push(run.schedule);
    this.#happened(name, 'opened', before);
    return this.#deliver(outbox);
  }

  /** What `actor` may do, and may not, as a case stands; or as it stood in `state` at `now`. */
  offered(actor: Actor, state = this.main.state, now = this.now): Offer[] {
    return state === undefined ? [] : offered(this.#programme, state, actor, this.#worldAt(now));
  }

  standing({ state, events }: PlayedCase = this.main): Standing {
    const own = state ? procedureOf(this.#programme, state) : this.#programme;
    return standingOf(own, state, events, this.calendar, this.localNow());
  }

  localNow(): string {
    return localTime(this.now, this.#programme.timezone);
  }

  #worldAt(now: number): World {
    return { ...this.#world, now: new Date(now).toISOString() };
  }

  /** What happens next by itself. An answer that arrives at the instant of a timer was in time. */
  #next(): Pending | undefined {
    const active = (id: string) => this.#cases.get(id)?.state?.status === 'active';
    let first: Pending | undefined;
    const consider = (candidate: Pending) => {
      if (first === undefined || candidate.due < first.due) first = candidate;
    };
    for (const pending of this.#pending) if (active(pending.case)) consider(pending);
    for (const { id, state } of this.#cases.values()) {
      if (state?.status !== 'active') continue;
      for (const timer of this.#timersOf(state)) consider(pendingOf(id, timer));
    }
    return first;
  }

  #timersOf(state: CaseState): Timer[] {
    const known =
      this.#timers.get(state) ?? timers(procedureOf(this.#programme, state), state, this.calendar);
    this.#timers.set(state, known);
    return known;
  }

  /** Takes up a question to a connector, so that the answer comes when the scenario says; records answer at once. */
  #notice({ type, detail }: CaseEvent, { id }: PlayedCase): void {
    const { connector, payload = {} } = detail?.request ?? {};
    if (connector === undefined || !type.endsWith('.ask')) return;
    const step = type.slice(0, -'.ask'.length);
    if (connector === 'records') {
      const command = { do: `${step}.answer`, data: this.registry.answer(payload) };
      this.#pending.push({ due: this.now, what: 'records answered', case: id, command });
      return;
    }
    const time = this.#asked.get(connector) ?? 0;
    this.#asked.set(connector, time + 1);
    const scripts = [this.#options.connectors[connector] ?? []].flat();
    const script = scripts[Math.min(time, scripts.length - 1)];
    // A connector that the scenario says nothing about stays silent.
    if (script === undefined) return;
    const span = script.after === undefined ? undefined : parseSpan(script.after);
    const due =
      span === undefined ? this.now : after(this.now, span, this.calendar, this.#programme.timezone);
    const [what, command] =
      script.fail === undefined
        ? ['answered', { do: `${step}.answer`, data: (script.answer ?? {}) as JsonObject }]
        : ['failed', { do: `${step}.fail`, reasons: script.fail }];
    this.#pending.push({ due, what: `${connector} ${what}`, case: id, command });
  }
}

function pendingOf(id: string, { id: timer, due, step, clock, event }: Timer): Pending {
  return {
    due: Date.parse(due),
    what: step === undefined ? `clock ${clock} breached` : `${step} ${event ?? 'elapsed'}`,
    case: id,
    command: { do: 'elapse', timer },
  };
}

function endless({ id }: PlayedCase, step: string): Problem {
  return problem('engine/endless', { case: id, count: MAX_HAPPENINGS, step });
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
