/** One run of a county: the cases' own machines, moved by officers, households, connectors and time. */
import { divisionAt, divisionLevel, type Problem, ProblemError, problem } from '@aidflow/definition';
import {
  type Actor,
  activeSteps,
  type CaseEvent,
  type CaseState,
  type Command,
  decide,
  holderOf,
  type JsonObject,
  localDate,
  type Message,
  messages,
  type Opening,
  procedureOf,
  tasks,
  timers,
  type World,
} from '@aidflow/engine';
import { outcomesOf } from '../operations.ts';
import { Agenda, entryOf } from './agenda.ts';
import { type Arrival, Stream } from './arrivals.ts';
import { Chance, chooseBy, hashText } from './chance.ts';
import { type CaseItem, type Lineage, type LiveCase, newCase, newLineage } from './live-case.ts';
import { type Desk, Office } from './office.ts';
import { levelOfDigits, type Plan } from './plan.ts';
import { BY_ITSELF, type Script, type ScriptedAct } from './script.ts';
import { note } from './sketch.ts';
import { caseTally, newTally, type RunTally } from './tally.ts';

export interface RunChance {
  seed: string;
  /** From 1; each has chances of its own. */
  replication: number;
}

const DAY = 86_400_000;

/** What a case that has moved on meanwhile answers; then nothing happens. */
const TOO_LATE: readonly string[] = ['connector/not-asked', 'case/ended', 'each/not-open', 'case/not-open'];

/** Officers who may not act themselves leave the task to others. */
const NOT_ME: readonly string[] = ['step/already-signed', 'step/signer-order'];

/** A case that comes to a step so often goes round in circles: its scenario and the definition do not fit. */
const MAX_ROUNDS = 25;

const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };

/** Keys of what is drawn for one case. */
const OUTCOME = 1;
const WORK = 2;
const DELAY = 3;
const ANSWER = 4;
const FAILURE = 5;

/**
 * Simulates a county once. Pure: the same plan and chance give the same tally.
 *
 * @param onDay hears after each simulated day how far it is, from 0 to 1
 */
export function simulateCounty(plan: Plan, chance: RunChance, onDay?: (part: number) => void): RunTally {
  return new Simulation(plan, chance).run(onDay);
}

class Simulation {
  readonly #plan: Plan;
  readonly #chance: Chance;
  readonly #agenda = new Agenda();
  readonly #tally: RunTally;
  readonly #office: Office<CaseItem>;
  readonly #streams: readonly Stream[];
  readonly #world: Omit<World, 'now'>;
  /** Dates on which delegations begin or end. */
  readonly #moving: ReadonlySet<string | undefined>;
  readonly #alive = new Set<LiveCase>();
  #now = 0;
  /** Index of the day of the last `#today`. */
  #day = 0;
  /** Counted cases that have not ended. */
  #counted = 0;
  #opened = 0;

  constructor(plan: Plan, { seed, replication }: RunChance) {
    this.#plan = plan;
    this.#chance = new Chance(`${seed}/${replication}`);
    this.#tally = newTally(Math.ceil((plan.closed - plan.counted) / 7));
    this.#office = new Office<CaseItem>(plan, this.#agenda, this.#chance, this.#tally, {
      may: (item, officer) => mayAct(item, officer),
      length: (item) => this.#workOf(item),
      done: (item, officer, work, desk) => this.#done(item, officer, work, desk),
    });
    this.#moving = new Set(plan.delegations.flatMap(({ effective, until }) => [effective, until]));
    this.#streams = plan.streams.map((stream) => new Stream(plan, stream, this.#chance));
    this.#world = {
      calendar: plan.calendar,
      delegations: plan.delegations,
      standIns: [],
      seed: `${seed}/${replication}`,
      divisionNames: Object.fromEntries(Object.entries(plan.places).map(([code, { zh }]) => [code, zh])),
      unrecorded: true,
    };
  }

  run(onDay?: (part: number) => void): RunTally {
    const { days, closed } = this.#plan;
    for (let day = 0; day < days.dates.length; day++) {
      if (this.#moving.has(days.dates[day] as string)) this.#reroute();
      if (day < closed) this.#arriveOn(day);
      else if (this.#counted === 0) break;
      this.#happenUntil(days.starts[day + 1] as number);
      this.#office.endDay(day);
      onDay?.((day + 1) / days.dates.length);
    }
    for (const { lineage, name, procedure, state } of this.#alive) {
      if (!lineage.counted || name !== '' || !state) continue;
      this.#noteClocks(lineage, state);
      if (lineage.decided) continue;
      const left = this.#tally.left;
      const key = `${lineage.script.name}/${activeSteps(procedure, state).join('+')}`;
      left[key] = (left[key] ?? 0) + 1;
    }
    return this.#tally;
  }

  #arriveOn(day: number): void {
    for (const stream of this.#streams) {
      for (const arrival of stream.on(day)) {
        this.#agenda.set(
          entryOf(() => this.#arrive(arrival, day)),
          arrival.at,
        );
      }
    }
  }

  #happenUntil(end: number): void {
    while (this.#agenda.next < end) {
      const entry = this.#agenda.take();
      if (entry === undefined) return;
      this.#now = entry.at;
      this.#office.now = entry.at;
      entry.happen();
    }
    this.#now = end;
    this.#office.now = end;
  }

  #arrive({ key, division, script }: Arrival, day: number): void {
    const { opening, programme } = script;
    const lineage = newLineage(script, key, division, this.#now);
    const number = ++this.#opened;
    const today = this.#today();
    const id = `${script.name}-${number}`;
    const open: Opening = {
      id,
      number: `${today.slice(0, 4)}${String(number).padStart(6, '0')}`,
      division,
    };
    const main = newCase(id, '', lineage, programme, (live) => this.#elapse(live));
    const command =
      opening.by.kind === 'system'
        ? this.#openedBySystem(script, open)
        : {
            do: opening.step,
            actor: this.#actorFor(opening.by, lineage),
            ...(opening.fill ? { data: opening.fill(today) } : {}),
            ...(opening.reasons === undefined ? {} : { reasons: opening.reasons }),
            open,
          };
    lineage.counted = day >= this.#plan.counted;
    lineage.week = Math.floor((day - this.#plan.counted) / 7);
    this.#tally.opened++;
    if (lineage.counted) {
      this.#tally.arrived++;
      this.#tally.undecided++;
      this.#counted++;
      const week = this.#tally.weeks[lineage.week];
      if (week) week.arrived++;
    }
    this.#add(main);
    const refused = this.#decide(main, command);
    if (refused) this.#stuck(main, opening.step, refused);
  }

  #openedBySystem({ opening, programme, item }: Script, open: Opening): Command {
    const other = opening.step === programme.definition.start ? {} : { procedure: opening.step };
    return { do: BY_ITSELF, actor: SYSTEM, open: { ...open, ...other, ...(item ? { item } : {}) } };
  }

  #add(live: LiveCase): void {
    live.lineage.cases.set(live.id, live);
    this.#alive.add(live);
    this.#tally.alive = Math.max(this.#tally.alive, this.#alive.size);
  }

  /** The ISO date; each is worked out once. */
  #today(): string {
    const { starts, dates } = this.#plan.days;
    while (this.#now >= (starts[this.#day + 1] ?? Number.POSITIVE_INFINITY)) this.#day++;
    return dates[this.#day] ?? localDate(new Date(this.#now).toISOString(), this.#plan.timezone);
  }

  /** Whoever acts for the household or the public, and officers who open cases without a desk for it. */
  #actorFor(by: ScriptedAct['by'], { division, key }: Lineage, number = 0): Actor {
    if (by.kind === 'officer') {
      const grants = [{ role: by.role, division: division.slice(0, by.digits) }];
      return { id: `intake-${by.role}`, kind: 'officer', name: by.role, grants };
    }
    const grants = by.kind === 'proxy' ? [{ role: 'proxy', division }] : [];
    const id = by.kind === 'proxy' ? `proxy-${division}` : `household-${key}-${number}`;
    return { id, kind: by.kind, name: id, grants };
  }

  /** Decides and goes on; answers with why not. */
  #decide(live: LiveCase, command: Command): Problem | undefined {
    this.#tally.commands++;
    const { lineage } = live;
    const result = decide(lineage.script.programme, live.state, command, {
      ...this.#world,
      now: new Date(this.#now).toISOString(),
    });
    if (!result.ok) return result.problems[0];
    try {
      lineage.registry.keep(result.events, lineage.division);
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
    this.#tally.events += result.events.length;
    live.state = result.state;
    live.procedure = procedureOf(lineage.script.programme, result.state);
    this.#went(live, result.state, result.events);
    return undefined;
  }

  /** After a decision: questions go out, others are told, work is put on desks. */
  #went(live: LiveCase, state: CaseState, events: readonly CaseEvent[]): void {
    for (const event of events) this.#ask(live, event);
    this.#noteDecision(live, state);
    this.#refresh(live, state);
    for (const message of messages(live.lineage.script.programme, state, events))
      this.#tell(live.lineage, message);
    if (state.status === 'ended') this.#end(live, state);
  }

  #tell(lineage: Lineage, { case: id, command }: Message): void {
    let live = lineage.cases.get(id);
    if (live === undefined) {
      const { open } = command;
      if (open === undefined) return;
      const { parent, procedure } = open;
      const above = parent && lineage.cases.get(parent.case)?.name;
      const name = parent
        ? [above, parent.step, parent.index].filter((part) => part !== '' && part !== undefined).join('/')
        : id;
      live = newCase(id, name, lineage, procedureOf(lineage.script.programme, { procedure }), (one) =>
        this.#elapse(one),
      );
      this.#add(live);
    }
    const refused = this.#decide(live, command);
    if (refused && !TOO_LATE.includes(refused.code)) this.#stuck(live, command.do, refused);
  }

  #noteDecision({ lineage, name }: LiveCase, state: CaseState): void {
    if (lineage.decided || name !== '') return;
    if (state.decided === null && state.status === 'active') return;
    const division = state.decided?.authority?.division;
    const level = division === undefined ? 'none' : divisionLevel(division);
    lineage.decided = { at: this.#now, level };
    if (!lineage.counted) return;
    this.#tally.undecided--;
    const days = (this.#now - lineage.since) / DAY;
    note(caseTally(this.#tally, lineage.script.name, level).decision, days);
    const week = this.#tally.weeks[lineage.week];
    if (week) note(week.decision, days);
  }

  #end(live: LiveCase, state: CaseState): void {
    const { lineage, name } = live;
    this.#forget(live);
    if (name !== '' || !lineage.counted) return;
    this.#counted--;
    const one = caseTally(this.#tally, lineage.script.name, lineage.decided?.level ?? 'none');
    note(one.whole, (this.#now - lineage.since) / DAY);
    const last = live.procedure.steps.get(activeEnd(state));
    const outcome = last?.kind === 'end' ? last.outcome : 'withdrawn';
    one.outcomes[outcome] = (one.outcomes[outcome] ?? 0) + 1;
    one.ended++;
    for (const [level, work] of Object.entries(lineage.work)) {
      const at = level as keyof typeof one.work;
      one.work[at] = (one.work[at] ?? 0) + work;
    }
    this.#noteClocks(lineage, state);
  }

  /** Clocks that have stopped or run out, those of cases that go on among them: the slow ones are not left out. */
  #noteClocks({ script }: Lineage, state: CaseState): void {
    this.#tally.clocks[script.name] ??= {};
    const clocks = this.#tally.clocks[script.name] as RunTally['clocks'][string];
    for (const [id, { stopped, breached }] of Object.entries(state.clocks)) {
      if (stopped === undefined && breached === undefined && state.status === 'active') continue;
      clocks[id] ??= { ended: 0, inTime: 0 };
      const clock = clocks[id];
      clock.ended++;
      if (breached === undefined) clock.inTime++;
    }
  }

  /** Nothing waits for the case any more. */
  #forget(live: LiveCase): void {
    for (const item of live.items.values()) this.#office.close(item);
    live.items.clear();
    for (const entry of live.awaited.values()) this.#agenda.drop(entry);
    live.awaited.clear();
    this.#agenda.drop(live.timer);
    live.lineage.cases.delete(live.id);
    this.#alive.delete(live);
  }

  /** Nobody can go on: the case is told and leaves the county, so that it stands in nobody's way. */
  #stuck(live: LiveCase, step: string, { code, detail }: Problem): void {
    const { lineage } = live;
    const programme = lineage.script.name;
    const key = `${programme}/${step}/${code}`;
    this.#tally.stuck[key] ??= { programme, step, code, detail, count: 0 };
    this.#tally.stuck[key].count++;
    for (const one of [...lineage.cases.values()]) this.#forget(one);
    if (lineage.counted) this.#counted--;
  }

  /** Puts on desks what is to be done now, and takes away what is not. */
  #refresh(live: LiveCase, state: CaseState): void {
    if (state.status === 'ended') return;
    const { procedure } = live;
    const open = tasks(procedure, state);
    for (const [step, item] of live.items) {
      const task = open.find((one) => one.step === step && one.round === item.round);
      if (task) continue;
      this.#office.close(item);
      live.items.delete(step);
    }
    for (const { step: id, role, division, round, signed } of open) {
      if (round > MAX_ROUNDS) {
        this.#stuck(live, id, problem('county/circle', { step: id, rounds: MAX_ROUNDS }));
        return;
      }
      if (role === 'applicant' || role === 'anyone') {
        this.#expectAct(live, id, round, state);
        continue;
      }
      const missing = this.#missing(live, id, signed.length);
      const known = live.items.get(id);
      if (known) {
        known.missing = missing;
        if (!known.queued && known.begun < missing) this.#office.put(known);
        continue;
      }
      const holder = this.#holderOf(live, state, { step: id, role, division });
      this.#open(live, id, round, missing, holder, signed);
    }
    const tasked = new Set(open.map(({ step }) => step));
    for (const id of activeSteps(procedure, state)) {
      if (!tasked.has(id)) this.#expectScripted(live, id, state);
    }
    // Where nobody can go on, nothing is waited for either.
    if (!live.lineage.cases.has(live.id)) return;
    this.#setTimer(live, state);
    for (const key of live.awaited.keys()) {
      const [step = '', round] = key.split(' ');
      if (round === undefined || !key.endsWith('act')) continue;
      const record = state.steps[step];
      const still = activeSteps(procedure, state).includes(step) && String(record?.rounds) === round;
      if (still) continue;
      const entry = live.awaited.get(key);
      if (entry) this.#agenda.drop(entry);
      live.awaited.delete(key);
    }
  }

  /** The office that holds a task now. */
  #holderOf(
    { procedure }: LiveCase,
    state: CaseState,
    task: { step: string; role: string; division: string },
  ) {
    const step = procedure.steps.get(task.step);
    if (step?.kind !== 'task' || !step.delegable) return task;
    return holderOf(procedure, step, state, { ...this.#world, now: new Date(this.#now).toISOString() });
  }

  /** Tasks whose power a delegation has moved go to the desk that holds it now. */
  #reroute(): void {
    for (const live of [...this.#alive]) {
      const { state } = live;
      for (const item of [...live.items.values()]) {
        const task = state && tasks(live.procedure, state).find(({ step }) => step === item.step);
        if (!state || !task) continue;
        const holder = this.#holderOf(live, state, task);
        if (this.#office.desk(holder.role, holder.division) === item.desk) continue;
        this.#office.close(item);
        live.items.delete(item.step);
        this.#open(live, item.step, item.round, item.missing, holder, task.signed);
      }
    }
  }

  #missing(live: LiveCase, id: string, signed: number): number {
    const step = live.procedure.steps.get(id);
    return step?.kind === 'task' ? Math.max(1, (step.by ?? 1) - signed) : 1;
  }

  #open(
    live: LiveCase,
    step: string,
    round: number,
    missing: number,
    { role, division }: { role: string; division: string },
    signed: readonly string[],
  ): void {
    const desk = this.#office.desk(role, division);
    if (desk === undefined) {
      const problemOf = problem('county/nobody', { step, needs: missing, role, division, has: 0 });
      this.#stuck(live, step, problemOf);
      return;
    }
    const item: CaseItem = {
      live,
      step,
      round,
      outcome: this.#outcomeOf(live, step, round),
      since: this.#now,
      missing,
      begun: 0,
      known: new Set(signed),
      desk,
      queued: false,
      open: true,
    };
    live.items.set(step, item);
    this.#office.put(item);
  }

  /** The outcome that is meant to be chosen: by weights, or as the scenario does it. */
  #outcomeOf(live: LiveCase, step: string, round: number): string {
    const { script, key } = live.lineage;
    const weights = script.outcomes.get(step);
    if (weights) {
      const at = this.#chance.at(key, hashText(live.name + step), round, OUTCOME);
      return chooseBy(weights, ([, weight]) => weight, at)[0];
    }
    return this.#actOf(live, step)?.outcome ?? Object.keys(this.#outcomesIn(live, step))[0] ?? '';
  }

  #outcomesIn(live: LiveCase, step: string) {
    const found = live.procedure.steps.get(step);
    return found ? outcomesOf(found) : {};
  }

  /** What the scenario does in the step the next time; the last time's again when it does no more. */
  #actOf({ lineage, name, acted }: LiveCase, step: string, outcome?: string): ScriptedAct | undefined {
    const all = (lineage.script.acts.get(step) ?? []).filter(
      (act) => outcome === undefined || act.outcome === outcome,
    );
    const own = all.filter((act) => act.case === name);
    const acts = own.length > 0 ? own : all;
    return acts[Math.min(acted.get(step) ?? 0, acts.length - 1)];
  }

  #workOf({ live, step, round, outcome, known }: CaseItem): number {
    const { key, script } = live.lineage;
    const keys = [key, hashText(live.name + step), round, known.size, WORK] as const;
    const draw = this.#plan.programmes[script.name]?.work(step, outcome);
    return draw?.(this.#chance.at(...keys, 1), this.#chance.at(...keys, 2)) ?? 0;
  }

  #done(item: CaseItem, officer: Actor, work: number, desk: Desk): void {
    const { live } = item;
    const { lineage } = live;
    const level = desk.row.tally.level;
    lineage.work[level] = (lineage.work[level] ?? 0) + work;
    const refused = this.#try(live, item.step, item.outcome, officer);
    if (refused === undefined) return;
    const others = desk.officers.some(({ actor }) => !item.known.has(actor.id) && mayAct(item, actor));
    const mine = refused.code.startsWith('authority/') || NOT_ME.includes(refused.code);
    if (!mine || (!others && item.begun === 0)) this.#stuck(live, item.step, refused);
    else if (!item.queued && item.begun < item.missing) this.#office.put(item);
  }

  /** Chooses `outcome`, or the first of the others that is not refused. */
  #try(live: LiveCase, step: string, outcome: string, actor: Actor): Problem | undefined {
    const others = Object.keys(this.#outcomesIn(live, step)).filter((one) => one !== outcome);
    let first: Problem | undefined;
    for (const one of [outcome, ...others]) {
      const refused = this.#choose(live, step, one, actor);
      if (refused === undefined) return undefined;
      first ??= refused;
      if (refused.code.startsWith('authority/') || NOT_ME.includes(refused.code)) return first;
    }
    return first;
  }

  #choose(live: LiveCase, step: string, outcome: string, actor: Actor): Problem | undefined {
    const { script } = live.lineage;
    const act = this.#actOf(live, step, outcome);
    const { form } = this.#outcomesIn(live, step)[outcome] ?? {};
    const today = this.#today();
    const filled = act?.fill?.(today) ?? (form === undefined ? undefined : script.forms.get(form)?.(today));
    // A second signer confirms what the first wrote; another date would make it another record.
    const second =
      (live.state?.steps[step]?.signatures.length ?? 0) > 0 &&
      live.procedure.steps.get(step)?.kind === 'task';
    const acted = live.acted.get(step) ?? 0;
    const refused = this.#decideActed(live, step, acted, {
      do: `${step}.${outcome}`,
      actor,
      ...(filled === undefined || second ? {} : { data: filled }),
      reasons: act?.reasons ?? '按办理意见',
    });
    return refused;
  }

  /** An act counts before what follows from it is looked at, and does not when it is refused. */
  #decideActed(live: LiveCase, step: string, acted: number, command: Command): Problem | undefined {
    live.acted.set(step, acted + 1);
    const refused = this.#decide(live, command);
    if (refused) live.acted.set(step, acted);
    return refused;
  }

  /** Something that nobody's task is, such as an objection to a notice, where the scenario has it done. */
  #expectScripted(live: LiveCase, step: string, state: CaseState): void {
    const acts = live.lineage.script.acts.get(step)?.filter((act) => act.case === live.name) ?? [];
    const act = acts[live.acted.get(step) ?? 0];
    const kind = live.procedure.steps.get(step)?.kind;
    if (act === undefined || kind === 'check') return;
    const round = state.steps[step]?.rounds ?? 1;
    if (act.by.kind !== 'officer') {
      this.#expectAct(live, step, round, state);
      return;
    }
    if (live.items.has(step)) return;
    const division = divisionAt(state.division, levelOfDigits(act.by.digits));
    this.#open(live, step, round, 1, { role: act.by.role, division }, []);
  }

  /** The household or the public acts after a while. */
  #expectAct(live: LiveCase, step: string, round: number, state: CaseState): void {
    const awaited = `${step} ${round} act`;
    if (live.awaited.has(awaited)) return;
    const { key, script } = live.lineage;
    const outcome = this.#outcomeOf(live, step, round);
    const by = this.#actOf(live, step, outcome)?.by ?? { kind: 'applicant' };
    const keys = [key, hashText(live.name + step), round, live.acted.get(step) ?? 0, DELAY] as const;
    const draw = this.#plan.programmes[script.name]?.delays(step, outcome);
    const delay = draw?.(this.#chance.at(...keys, 1), this.#chance.at(...keys, 2)) ?? 0;
    const entry = entryOf(() => {
      live.awaited.delete(awaited);
      const { id, kind, name } = state.applicant;
      // Nobody has applied for a case that opens by itself: whoever takes part in it is somebody each time.
      const own = by.kind === 'applicant' && (kind === 'applicant' || kind === 'proxy');
      const actor = own
        ? { id, kind, name, grants: [] }
        : this.#actorFor(by, live.lineage, live.acted.get(step));
      const refused = this.#try(live, step, outcome, actor);
      if (refused) this.#stuck(live, step, refused);
    });
    live.awaited.set(awaited, entry);
    this.#agenda.set(entry, this.#now + delay);
  }

  #setTimer(live: LiveCase, state: CaseState): void {
    const [first] = timers(live.procedure, state, this.#plan.calendar);
    if (first === undefined) {
      this.#agenda.drop(live.timer);
      return;
    }
    const due = Math.max(this.#now, Date.parse(first.due));
    if (live.timer.slot >= 0 && live.timer.at === due && live.timerId === first.id) return;
    live.timerId = first.id;
    this.#agenda.set(live.timer, due);
  }

  #elapse(live: LiveCase): void {
    const refused = this.#decide(live, { do: 'elapse', actor: SYSTEM, timer: live.timerId });
    if (refused) this.#stuck(live, live.timerId, refused);
  }

  /** Takes up a question to a connector: the answer is the scenario's, its time the county's. */
  #ask(live: LiveCase, { type, detail }: CaseEvent): void {
    const { connector, payload = {} } = detail?.request ?? {};
    if (connector === undefined || !type.endsWith('.ask')) return;
    const step = type.slice(0, -'.ask'.length);
    const { lineage } = live;
    if (connector === 'records') {
      this.#answer(live, step, this.#now, { do: `${step}.answer`, data: lineage.registry.answer(payload) });
      return;
    }
    const time = lineage.asked.get(connector) ?? 0;
    lineage.asked.set(connector, time + 1);
    const scripts = lineage.script.connectors[connector] ?? [];
    const script = scripts[Math.min(time, scripts.length - 1)];
    const { at, failed } = this.#answered(lineage.key, connector, time);
    const answer = script?.answer;
    const command =
      failed || answer === undefined
        ? { do: `${step}.fail`, reasons: script?.fail ?? 'connector/timeout' }
        : { do: `${step}.answer`, data: answer(this.#today()) };
    this.#answer(live, step, at, command);
  }

  #answer(
    live: LiveCase,
    step: string,
    at: number,
    command: { do: string; data?: JsonObject; reasons?: string },
  ): void {
    const awaited = `${step} answer`;
    const entry = entryOf(() => {
      live.awaited.delete(awaited);
      const refused = this.#decide(live, { ...command, actor: SYSTEM });
      if (refused && !TOO_LATE.includes(refused.code)) this.#stuck(live, step, refused);
    });
    const before = live.awaited.get(awaited);
    if (before) this.#agenda.drop(before);
    live.awaited.set(awaited, entry);
    this.#agenda.set(entry, at);
  }

  /** When a question is answered: after its time, and after an outage, unless that lasts too long. */
  #answered(key: number, connector: string, time: number): { at: number; failed: boolean } {
    const planned = this.#plan.connectors[connector];
    if (planned === undefined) return { at: this.#now, failed: false };
    const keys = [key, hashText(connector), time, ANSWER] as const;
    const takes = planned.after(this.#chance.at(...keys, 1), this.#chance.at(...keys, 2));
    const outage = planned.outages.find(([from, until]) => from <= this.#now && this.#now < until);
    const ready = (outage?.[1] ?? this.#now) + takes;
    const failed =
      ready > this.#now + planned.givesUp ||
      this.#chance.at(key, hashText(connector), time, FAILURE) < planned.fails;
    return { at: failed ? this.#now + planned.givesUp : ready, failed };
  }
}

/** Whether nothing that can be seen bars the officer; the engine says the rest. */
function mayAct({ live, step: id }: CaseItem, { id: officer }: Actor): boolean {
  const { state, procedure } = live;
  const step = procedure.steps.get(id);
  if (!state || step?.kind !== 'task') return true;
  if (state.barred[officer] !== undefined) return false;
  return !step['separate-from']?.some((other) => state.steps[other]?.actors.includes(officer));
}

/** The end in which a case stands; a value nests only while it is active. */
const activeEnd = ({ value }: CaseState): string => (typeof value === 'string' ? value : '');
