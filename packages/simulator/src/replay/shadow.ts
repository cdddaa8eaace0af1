/**
 * A case that has happened, replayed on a changed definition: the same people do the same things at the same times, and
 * what follows from them is judged anew. Pure; nothing is changed anywhere.
 */
import { type Problem, ProblemError } from '@aidflow/definition';
import {
  type Award,
  activeSteps,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type Command,
  type Decision,
  type Delegation,
  decide,
  evolve,
  localDate,
  type Programme,
  procedureOf,
  timers,
  type Versions,
  versionAt,
  type World,
} from '@aidflow/engine';
import { causeOf, standInsOf } from './caused.ts';
import { type Against, authorityDiffers, type ShadowDifference, stateDifferences } from './compare.ts';

export interface ShadowOptions {
  calendar: Calendar;
  /** Those of the county, besides those on which events rested. */
  delegations?: readonly Delegation[];
}

/** How a case stands at its end. */
export interface Ending {
  /** How it was decided, or ended without a decision; null while it goes on. */
  outcome: string | null;
  /** Steps in which it stands. */
  steps: string[];
  award: Award | null;
  /** Level of whoever decided, by the length of their division; null where nobody has. */
  by: { role: string; division: string } | null;
}

export interface Shadow {
  case: string;
  number: string;
  /** Events of the case. */
  events: number;
  /** It comes out as it did, by the same ways. */
  same: boolean;
  /** Its decision, amount or outcome would be another, or could not have been made. */
  otherwise: boolean;
  was: Ending;
  is: Ending;
  differences: ShadowDifference[];
}

/** Somebody who came too early is let in so often when a wait is over. */
const MAX_WAITS = 20;

/** What is dropped by the service, too. */
const TOO_LATE: readonly string[] = ['connector/not-asked', 'case/ended', 'each/not-open', 'case/not-open'];

/**
 * Replays the events of a case, from the first, on `programme`.
 *
 * @param versions those on which the events happened
 */
export function shadowCase(
  programme: Programme,
  versions: Versions,
  events: readonly CaseEvent[],
  options: ShadowOptions,
): Shadow {
  const replay = new Replay(programme, events, options);
  let then: CaseState | undefined;
  for (const event of events) {
    then = evolve(versionAt(versions, then, event), then, event);
    replay.event(event, then);
  }
  const [first] = events;
  if (then === undefined || first === undefined) throw new Error('a case without events');
  const old = versions.get(then.definition) as Programme;
  const differences = replay.finish(old, then, events);
  const [before, after] = [endingOf(old, then), endingOf(programme, replay.state)];
  const otherwise = replay.stopped || JSON.stringify(resultOf(before)) !== JSON.stringify(resultOf(after));
  return {
    case: first.case,
    number: then.number,
    events: events.length,
    same: differences.length === 0 && !otherwise,
    otherwise,
    was: before,
    is: after,
    differences,
  };
}

class Replay {
  state: CaseState | undefined;
  /** Something that was done could not have been. */
  stopped = false;
  readonly #programme: Programme;
  readonly #world: Omit<World, 'now'>;
  readonly #differences: ShadowDifference[] = [];
  #now = 0;

  constructor(
    programme: Programme,
    events: readonly CaseEvent[],
    { calendar, delegations = [] }: ShadowOptions,
  ) {
    this.#programme = programme;
    const rested = events.flatMap(({ authority }) => authority?.delegation ?? []);
    const seed = events
      .map(({ detail }) => detail?.draw?.seed ?? detail?.selection?.seed)
      .find((one) => one !== undefined);
    this.#world = {
      calendar,
      delegations: [
        ...delegations,
        ...rested.filter((one) => !delegations.some((other) => isSame(one, other))),
      ],
      standIns: [],
      seed: seed ?? '',
      divisionNames: {},
    };
  }

  /** Does what an event records; `then` is the state after it, as it was. */
  event(event: CaseEvent, then: CaseState): void {
    const command = causeOf(event);
    if (this.stopped || command === undefined) return;
    this.#elapse(Math.max(this.#now, Date.parse(event.at)));
    const { decision, waited } = this.#inTime(command, event);
    if (!decision.ok) {
      const [refused] = decision.problems as [Problem];
      if (event.by.kind === 'system' && TOO_LATE.includes(refused.code)) return;
      this.#differences.push(
        ...(this.state ? stateDifferences(this.#programme, then, this.state, event) : []),
      );
      this.#differences.push({
        kind: kindOf(refused.code),
        event: aboutOf(event),
        step: stepIn(event.type),
        problem: refused,
      });
      this.stopped = true;
      return;
    }
    if (waited) {
      const from = localDate(new Date(this.#now).toISOString(), this.#programme.timezone);
      this.#differences.push({ kind: 'clock', event: aboutOf(event), step: stepIn(event.type), from });
    }
    const [first] = decision.events;
    const other = first && authorityDiffers(event, first);
    if (other) this.#differences.push(other);
    this.state = decision.state;
  }

  finish(old: Programme, then: CaseState, events: readonly CaseEvent[]): ShadowDifference[] {
    const last = events.at(-1);
    if (this.stopped || this.state === undefined || last === undefined) return this.#differences;
    this.#elapse(Date.parse(last.at));
    this.#differences.push(...stateDifferences(this.#programme, then, this.state, last, old));
    return this.#differences;
  }

  /** Decides at the time of the event; somebody who comes while a wait is not over comes again when it is. */
  #inTime(command: Command, event: CaseEvent): { decision: Decision; waited: boolean } {
    let decision = this.#decide(command, event);
    let waited = false;
    for (
      let count = 0;
      !decision.ok && decision.problems[0]?.code === 'step/not-active' && count < MAX_WAITS;
      count++
    ) {
      const next = this.#timers().find(({ step }) => step !== undefined);
      if (next === undefined) break;
      this.#elapse(Math.max(this.#now, Date.parse(next.due)));
      waited = true;
      decision = this.#decide(command, event);
    }
    return { decision, waited };
  }

  #decide(command: Command, event: CaseEvent): Decision {
    const now = new Date(this.#now).toISOString();
    return decide(this.#programme, this.state, command, { ...this.#world, standIns: standInsOf(event), now });
  }

  #timers() {
    return this.state
      ? timers(procedureOf(this.#programme, this.state), this.state, this.#world.calendar)
      : [];
  }

  /** Lets time pass: what falls due happens, each at its own instant. */
  #elapse(until: number): void {
    for (let [next] = this.#timers(); next && Date.parse(next.due) <= until; [next] = this.#timers()) {
      this.#now = Math.max(this.#now, Date.parse(next.due));
      const decision = decide(
        this.#programme,
        this.state,
        { do: 'elapse', actor: SYSTEM, timer: next.id },
        {
          ...this.#world,
          now: new Date(this.#now).toISOString(),
        },
      );
      if (!decision.ok) throw new ProblemError(decision.problems[0] as Problem);
      this.state = decision.state;
    }
    this.#now = Math.max(this.#now, until);
  }
}

const SYSTEM: Command['actor'] = { id: 'system', kind: 'system', name: 'system', grants: [] };

const isSame = (one: Delegation, other: Delegation): boolean =>
  one.action === other.action && one.to === other.to && one.document === other.document;

const aboutOf = ({ seq, type, at, by }: CaseEvent): ShadowDifference['event'] => ({
  seq,
  type,
  at,
  by: by.name,
});

const stepIn = (type: string): string => (type.includes('.') ? type.slice(0, type.indexOf('.')) : '');

function kindOf(code: string): Against {
  if (code.startsWith('authority/')) return 'authority';
  if (code.startsWith('form/')) return 'form';
  if (code === 'step/guard' || code === 'step/requirement') return 'condition';
  if (code.startsWith('clock/')) return 'clock';
  return 'procedure';
}

function endingOf(programme: Programme, state: CaseState | undefined): Ending {
  if (state === undefined) return { outcome: null, steps: [], award: null, by: null };
  const procedure = procedureOf(programme, state);
  const steps = activeSteps(procedure, state);
  const end = typeof state.value === 'string' ? procedure.steps.get(state.value) : undefined;
  const ended = state.status === 'active' ? null : end?.kind === 'end' ? end.outcome : 'withdrawn';
  const { authority } = state.decided ?? {};
  return {
    outcome: state.decided?.outcome ?? ended,
    steps,
    award: state.award,
    by: authority ? { role: authority.role, division: authority.division } : null,
  };
}

/** What counts as the result of a case: how it was decided, and what it gives. */
const resultOf = ({ outcome, award }: Ending) => ({
  outcome,
  amount: award?.amount,
  months: award?.months,
  starts: award?.starts,
});
