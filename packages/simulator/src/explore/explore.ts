/** Walks the configurations of a programme with the engine itself, and looks at each. */
import type { Problem } from '@aidflow/definition';
import {
  type Actor,
  activeSteps,
  type Calendar,
  type CaseState,
  type JsonObject,
  nationalCalendar,
  type Offer,
  offered,
  type Programme,
  procedureOf,
  type RecordEntry,
} from '@aidflow/engine';
import { Chance } from '../load/chance.ts';
import { outcomesOf } from '../operations.ts';
import { Registry } from '../registry.ts';
import type { Scenario } from '../scenario.ts';
import { keyOf, type Read, readOf } from './abstraction.ts';
import { book, type Coverage, emptyCoverage, unreached } from './coverage.ts';
import {
  type Change,
  changesOf,
  failing,
  type Recipe,
  type Samples,
  type WayStep,
  writtenOn,
} from './data.ts';
import { deadEnd, type Found, foundInMove, twoDeciders, waitsElsewhere } from './findings.ts';
import { type Made, type Move, Mover } from './moves.ts';
import { Packing, type SavedWalk } from './saved.ts';
import { type Expected, scenarioOf } from './scenario-of.ts';
import { type AnswerField, answerFields, thresholdsOf } from './thresholds.ts';
import { type ExploredWorld, powerOf, worldsOf } from './worlds.ts';

export interface ExploreOptions {
  calendar?: Calendar;
  seed?: string;
  /** What people have written, and other systems have answered: tried besides what is made from schemas and rules. */
  samples?: Samples;
  /** Configurations that are followed at most; 20,000 when left out. */
  configurations?: number;
  /** Moves that are tried at most; 400,000 when left out. */
  tries?: number;
  /**
   * Goes on from a walk that was stopped, of the same definition, as if it had not been; its seed and its counts are kept,
   * and bounds are of both together.
   */
  from?: SavedWalk;
  /** Gives the walk back in `saved`, to go on from. */
  save?: boolean;
  /** Whether to go on; asked now and then, with how far it is. For limits of time and memory, and for telling progress. */
  goOn?: (progress: Progress) => boolean;
}

export interface Progress {
  configurations: number;
  waiting: number;
  tried: number;
  findings: number;
  /** 0 to 1, of the bound that is nearest. */
  part: number;
}

export interface Finding extends Found {
  /** The shortest way to it that was found, as a scenario that `simulate` plays. */
  scenario: Scenario;
}

export interface Exploration {
  programme: string;
  definition: string;
  seed: string;
  configurations: number;
  /** Configurations that were reached and not followed. */
  waiting: number;
  tried: number;
  /** Why it ended: everything was followed, or the bound that was met. */
  ended: 'complete' | 'configurations' | 'tries' | 'stopped';
  coverage: Coverage;
  findings: Finding[];
  saved?: SavedWalk;
}

interface Node {
  id: number;
  world: ExploredWorld;
  parent: Node | undefined;
  move: Move | undefined;
  depth: number;
  now: number;
  /** Dropped once it has been followed. */
  state: CaseState | undefined;
  /** Ids of what it leads to, operations that end it left out; absent until it is followed. */
  next?: number[];
  over: boolean;
  /** It waits for another case, which is not followed. */
  elsewhere?: boolean;
}

/** Where an outcome was refused: how often, where first, and by world in which configurations nothing was to come. */
interface Refusals {
  count: number;
  node: Node;
  move: Move;
  problem: Problem;
  settled: Map<ExploredWorld, Set<number>>;
}

/** Changes of data tried whenever something is offered, besides the recipes that are known to be good. */
const CHANGES_EACH = 2;
const GOOD_RECIPES = 6;
/** Searches for data that a choice accepts give up after so many tries. */
const SEARCH = 250;
/** Tries to reach another row of a table, each round. */
const STEER = 40;
/** Configurations between two rounds of steering. */
const ROUND = 60;
/** So often something has to be refused everywhere before it is told as out of reach. */
const SURE = 12;

/** The plainest data of a form, with nothing changed. */
const PLAIN: Recipe = [];

/** Somebody who has done nothing in any case yet. */
const NEWCOMER = 'newcomer';

const OPERATIONS: Readonly<Record<string, { data?: JsonObject; reasons?: string }>> = {
  withdraw: {},
  ask: { data: { question: '示例' } },
  reply: { data: { answer: '示例' } },
  extend: { reasons: '示例' },
  suspend: { reasons: '示例' },
  resume: { reasons: '示例' },
  complain: { reasons: '示例' },
  'declare-relative': { data: { relation: '表兄' } },
};

/**
 * Explores a programme within bounds. Pure: the same programme, calendar, seed and bounds give the same answer as long as
 * `goOn` says the same.
 */
export function explore(programme: Programme, options: ExploreOptions = {}): Exploration {
  return new Walk(programme, options).run();
}

class Walk {
  readonly #programme: Programme;
  readonly #mover: Mover;
  readonly #read: Read;
  readonly #worlds: ExploredWorld[];
  readonly #coverage: Coverage;
  readonly #options: ExploreOptions;
  readonly #chance: Chance;
  readonly #seed: string;
  readonly #known = new Map<string, number>();
  readonly #nodes: Node[] = [];
  /** Configurations that wait, by place; of each place the oldest first. */
  readonly #waiting = new Map<string, { followed: number; nodes: Node[]; next: number }>();
  /** Configurations that showed something new: they are followed before all others. */
  readonly #novel: Node[] = [];
  readonly #findings = new Map<string, { found: Found; node: Node; refused: Expected | undefined }>();
  readonly #good = new Map<string, Recipe[]>();
  readonly #samplesOf = new Map<string, readonly Recipe[]>();
  readonly #changesOf = new WeakMap<Recipe, Map<string, Change[]>>();
  readonly #searched = new Set<string>();
  /** Choices that were tried with data that just fails their form. */
  readonly #broken = new Set<string>();
  readonly #cursor = new Map<string, number>();
  /** Ways that made a rule answer, one for each row. */
  readonly #fired = new Map<string, Node>();
  /** Per outcome where it was refused. */
  readonly #refusals = new Map<string, Refusals>();
  #draws = 0;
  #followed = 0;

  constructor(programme: Programme, options: ExploreOptions) {
    const { calendar = nationalCalendar(), from, seed = from?.seed ?? 'seed' } = options;
    this.#programme = programme;
    this.#options = options;
    this.#mover = new Mover(programme, calendar, thresholdsOf(programme));
    this.#read = readOf(programme);
    this.#worlds = worldsOf(programme, calendar);
    this.#coverage = emptyCoverage(programme);
    this.#seed = seed;
    this.#chance = new Chance(seed);
    if (from) this.#resume(from);
  }

  /** Takes up what an earlier walk knew. */
  #resume(from: SavedWalk): void {
    const worlds = new Map(this.#worlds.map((world): [string, ExploredWorld] => [world.id, world]));
    const nodes: Node[] = [];
    for (const { world, parent, move, ...others } of from.nodes) {
      nodes.push({
        ...others,
        world: worlds.get(world) as ExploredWorld,
        parent: nodes[parent],
        move,
        state: undefined,
      });
    }
    const at = (place: number) => nodes[place] as Node;
    this.#nodes.push(...from.ids.map(at));
    this.#novel.push(...from.novel.map(at));
    this.#followed = from.followed;
    this.#draws = from.draws;
    this.#mover.tried = from.tried;
    Object.assign(this.#coverage, from.coverage);
    for (const [key, id] of from.known) this.#known.set(key, id);
    for (const [place, followed, waiting] of from.waiting)
      this.#waiting.set(place, { followed, nodes: waiting.map(at), next: 0 });
    for (const [key, found, node, refused] of from.findings)
      this.#findings.set(key, { found, node: at(node), refused: refused ?? undefined });
    for (const [what, recipes] of from.good) this.#good.set(what, recipes);
    for (const one of from.searched) this.#searched.add(one);
    for (const one of from.broken ?? []) this.#broken.add(one);
    for (const [what, place] of from.cursor) this.#cursor.set(what, place);
    for (const [row, node] of from.fired) this.#fired.set(row, at(node));
    for (const [outcome, count, node, move, problem, settled] of from.refusals) {
      const by = settled.map(([world, ids]): [ExploredWorld, Set<number>] => [
        worlds.get(world) as ExploredWorld,
        new Set(ids),
      ]);
      this.#refusals.set(outcome, { count, node: at(node), move, problem, settled: new Map(by) });
    }
  }

  #save(): SavedWalk {
    const packing = new Packing();
    const place = (node: Node) => packing.place(node);
    return {
      definition: this.#programme.hash,
      seed: this.#seed,
      followed: this.#followed,
      tried: this.#mover.tried,
      draws: this.#draws,
      coverage: structuredClone(this.#coverage),
      ids: this.#nodes.map(place),
      known: [...this.#known],
      waiting: [...this.#waiting].map(([name, { followed, nodes, next }]) => [
        name,
        followed,
        nodes.slice(next).map(place),
      ]),
      novel: this.#novel.map(place),
      findings: [...this.#findings].map(([key, { found, node, refused }]) => [
        key,
        found,
        place(node),
        refused ?? null,
      ]),
      good: [...this.#good],
      searched: [...this.#searched],
      broken: [...this.#broken],
      cursor: [...this.#cursor],
      fired: [...this.#fired].map(([row, node]) => [row, place(node)]),
      refusals: [...this.#refusals].map(([outcome, { count, node, move, problem, settled }]) => [
        outcome,
        count,
        place(node),
        move,
        problem,
        [...settled].map(([world, ids]): [string, number[]] => [world.id, [...ids]]),
      ]),
      nodes: packing.nodes,
    };
  }

  /** Walks the way of a configuration again, where its state was not saved. */
  #revive(node: Node): void {
    if (node.state || node.over) return;
    const { tried } = this.#mover;
    this.#replay(pathOf(node), node.world, ({ state }) => {
      node.state = state;
    });
    // It has been counted when it was walked first.
    this.#mover.tried = tried;
  }

  run(): Exploration {
    if (!this.#options.from) {
      for (const world of this.#worlds) this.#open(world);
      for (const way of this.#options.samples?.ways ?? []) {
        for (const world of this.#worlds) this.#goAlong(way, world);
      }
    }
    let ended = this.#bound();
    while (!ended) {
      const node = this.#take();
      if (node) {
        this.#revive(node);
        this.#follow(node);
      }
      if (!node || this.#followed % ROUND === 0) this.#steer();
      ended = this.#bound() ?? (this.#size() === 0 ? 'complete' : undefined);
    }
    const saved = this.#options.save ? { saved: this.#save() } : {};
    this.#outOfReach();
    this.#livelocks();
    return {
      ...saved,
      programme: this.#programme.id,
      definition: this.#programme.hash,
      seed: this.#seed,
      configurations: this.#followed,
      waiting: this.#size(),
      tried: this.#mover.tried,
      ended: ended ?? 'complete',
      coverage: this.#coverage,
      findings: [...this.#findings.values()].map(({ found, node, refused }) => ({
        ...found,
        scenario: this.#scenario(found, node, refused),
      })),
    };
  }

  #size(): number {
    let size = this.#novel.length;
    for (const { nodes, next } of this.#waiting.values()) size += nodes.length - next;
    return size;
  }

  #bound(): Exploration['ended'] | undefined {
    const { configurations = 20_000, tries = 400_000, goOn } = this.#options;
    if (this.#followed >= configurations) return 'configurations';
    if (this.#mover.tried >= tries) return 'tries';
    if (goOn && this.#followed % 20 === 0) {
      const progress: Progress = {
        configurations: this.#followed,
        waiting: this.#size(),
        tried: this.#mover.tried,
        findings: this.#findings.size,
        part: Math.max(this.#followed / configurations, this.#mover.tried / tries),
      };
      if (!goOn(progress)) return 'stopped';
    }
    return undefined;
  }

  #draw(count: number): number {
    return Math.floor(this.#chance.at(this.#draws++) * count);
  }

  #open(world: ExploredWorld): void {
    const root = this.#node(world, undefined, undefined, undefined, world.now);
    const { definition, steps } = this.#programme;
    for (const start of [definition.start, ...(definition.starts ?? [])]) {
      const step = steps.get(start);
      if (step?.kind !== 'task') {
        this.#try(root, { kind: 'do', do: 'open', as: 'system' });
        continue;
      }
      const [outcome = ''] = Object.keys(outcomesOf(step));
      const form = outcomesOf(step)[outcome]?.form;
      const powers = new Set<string>();
      for (const actor of world.actors) {
        if (powers.has(powerOf(actor))) continue;
        powers.add(powerOf(actor));
        this.#tryData(root, {
          kind: 'do',
          do: `${start}.${outcome}`,
          as: actor.id,
          ...(form === undefined ? {} : { form }),
        });
      }
    }
    root.next ??= [];
  }

  /** Goes along a way that somebody has written down as far as it leads here; what it reaches is followed like all else. */
  #goAlong(way: readonly WayStep[], world: ExploredWorld): void {
    let from = this.#nodes.find((node) => node.world === world && node.parent === undefined) as Node;
    const passed: Node[] = [];
    for (const one of way) {
      const taken = this.#firstThatWorks(from, this.#movesOf(one, from));
      if (!taken) break;
      const { move, made } = taken;
      const fresh = book(this.#coverage, this.#programme, made.state, made.events);
      this.#tell(
        foundInMove(this.#programme, from.state, made.state, made.events),
        this.#loose(from, move, made),
      );
      this.#adopt(from, move, made, fresh);
      from = { ...this.#loose(from, move, made), state: made.state };
      passed.push(from);
      if (made.state.status === 'ended') break;
    }
    for (const node of passed) node.state = undefined;
  }

  #firstThatWorks(from: Node, moves: readonly Move[]) {
    for (const move of moves) {
      const made = this.#mover.make(from.world, from, move);
      if (made.ok) return { move, made };
    }
    return undefined;
  }

  /** The moves of this walk that a step of a written way may mean: by any of those who hold its role. */
  #movesOf(one: WayStep, from: Node): Move[] {
    if ('time' in one) {
      const due = from.state && this.#mover.nextTimer(from.state)?.due;
      return due === undefined ? [] : [{ kind: 'until', at: Date.parse(due) }];
    }
    if ('step' in one) {
      const { step, answer, fail } = one;
      const connector = (from.state && this.#mover.asked(from.state)?.connector) ?? '';
      if (answer === undefined) return [{ kind: 'answer', step, connector, fail: fail ?? '' }];
      const now = writtenOn(answer, this.#mover.around(from)) as JsonObject;
      return [{ kind: 'answer', step, connector, answer: now }];
    }
    const { do: what, kind, role, form, data, reasons } = one;
    const able = from.world.actors.filter(
      (actor) =>
        actor.kind === kind && (kind !== 'officer' || actor.grants.some((grant) => grant.role === role)),
    );
    return able.map(({ id }) => ({
      kind: 'do',
      do: what,
      as: id,
      ...(form === undefined ? (data ? { data } : {}) : { form, recipe: [{ at: [], to: data ?? {} }] }),
      ...(reasons === undefined ? {} : { reasons }),
    }));
  }

  #node(
    world: ExploredWorld,
    parent: Node | undefined,
    move: Move | undefined,
    state: CaseState | undefined,
    now: number,
  ): Node {
    const over = state?.status === 'ended';
    const node: Node = {
      id: this.#nodes.length,
      world,
      parent,
      move,
      depth: (parent?.depth ?? -1) + 1,
      now,
      state,
      over,
    };
    this.#nodes.push(node);
    return node;
  }

  /** What showed something new last; else the oldest configuration of the place that was followed least. */
  #take(): Node | undefined {
    const novel = this.#novel.pop();
    if (novel) return novel;
    let best: { followed: number; nodes: Node[]; next: number } | undefined;
    for (const place of this.#waiting.values()) {
      if (place.next < place.nodes.length && (!best || place.followed < best.followed)) best = place;
    }
    if (!best) return undefined;
    best.followed++;
    return best.nodes[best.next++];
  }

  #follow(node: Node): void {
    const { state, world } = node;
    if (!state) return;
    this.#followed++;
    node.next ??= [];
    node.elsewhere = waitsElsewhere(procedureOf(this.#programme, state), state);
    const asked = this.#mover.asked(state);
    if (asked) this.#answers(node, asked);
    else {
      const offers = this.#offers(node, state);
      this.#tell(twoDeciders(this.#programme, state, world, offers), node);
      const ways = this.#acts(node, offers);
      const time = this.#time(node, state);
      if (ways + time === 0 && !this.#newcomerActs(node, state))
        this.#tell(deadEnd(this.#programme, state, 0), node);
    }
    // What was followed is known by its way and needs no state any more.
    node.state = undefined;
  }

  /** What one of each power may do; a second of the same power is asked only where the first may not any more. */
  #offers(node: Node, state: CaseState): Map<string, Offer[]> {
    const world = this.#mover.world(node.world, node.now);
    const offers = new Map<string, Offer[]>();
    const done = new Set<string>();
    for (const actor of node.world.actors) {
      const power = powerOf(actor);
      if (done.has(power) && node.world.id !== 'many-roles') continue;
      const found = offered(this.#programme, state, actor, world);
      offers.set(actor.id, found);
      if (found.some(({ may, step }) => may && step !== undefined) || !this.#acted(state, actor))
        done.add(power);
    }
    return offers;
  }

  /** Whether one more officer could go on: too few people who may sign are no fault of a definition. */
  #newcomerActs({ world, now }: Node, state: CaseState): boolean {
    return world.actors.some(
      (actor) =>
        actor.kind === 'officer' &&
        offered(this.#programme, state, { ...actor, id: NEWCOMER }, this.#mover.world(world, now)).some(
          ({ may, step }) => may && step !== undefined,
        ),
    );
  }

  #acted(state: CaseState, { id }: Actor): boolean {
    return (
      state.barred[id] !== undefined || Object.values(state.steps).some(({ actors }) => actors.includes(id))
    );
  }

  /** Tries everything that is offered; gives how many ways out of steps there are. */
  #acts(node: Node, offers: ReadonlyMap<string, readonly Offer[]>): number {
    let ways = 0;
    const once = new Set<string>();
    for (const [as, list] of offers) {
      for (const { do: what, step, may, form, problem } of list) {
        if (step === undefined) {
          if (may && !once.has(what)) this.#operate(node, what, as, once);
          continue;
        }
        const move: Move = { kind: 'do', do: what, as, ...(form === undefined ? {} : { form }) };
        if (!may) {
          if (problem?.code.startsWith('step/')) this.#refused(node, move, problem);
          continue;
        }
        ways++;
        const reasons = '示例';
        this.#tryData(node, { ...move, reasons });
      }
    }
    return ways;
  }

  #operate(node: Node, what: string, as: string, once: Set<string>): void {
    const { state } = node;
    const [name = ''] = what.split('.');
    const known = OPERATIONS[name];
    if (!known || !state || state.operations?.[name]) return;
    if (name !== 'declare-relative' || node.world.id === 'many-roles') once.add(what);
    this.#try(node, { kind: 'do', do: what, as, ...known });
  }

  /** Lets time pass up to what happens next: 1 where that can move the case. */
  #time(node: Node, state: CaseState): number {
    if (state.status === 'ended') return 0;
    const timer = this.#mover.nextTimer(state);
    const turn = node.world.turns.find((one) => one > node.now) ?? Number.POSITIVE_INFINITY;
    const at = Math.min(timer ? Date.parse(timer.due) : Number.POSITIVE_INFINITY, turn);
    if (!Number.isFinite(at)) return 0;
    this.#try(node, { kind: 'until', at });
    return this.#mover.waits(state) || Number.isFinite(turn) ? 1 : 0;
  }

  #answers(node: Node, asked: { step: string; connector: string; rule?: string }): void {
    const { step, connector } = asked;
    if (connector === 'records') {
      this.#try(node, { kind: 'answer', step, connector, answer: this.#recordsAnswer(node, step) });
      return;
    }
    this.#try(node, { kind: 'answer', step, connector, answer: {} });
    this.#try(node, { kind: 'answer', step, connector, fail: 'connector/timeout' });
    for (const sample of this.#options.samples?.answers[step] ?? []) {
      const answer = writtenOn(sample, this.#mover.around(node)) as JsonObject;
      this.#try(node, { kind: 'answer', step, connector, answer });
    }
    for (const [field, type] of answerFields(this.#programme, asked.rule)) {
      const values = { list: [['示例']], number: [-1, 1, 1e9], truth: [true, false] }[type];
      for (const value of values)
        this.#try(node, { kind: 'answer', step, connector, answer: { [field]: value } });
    }
  }

  /** What the registers hold of what this case itself has put there. */
  #recordsAnswer(node: Node, step: string): JsonObject {
    const registry = new Registry(this.#programme, [] as RecordEntry[]);
    let payload: JsonObject = {};
    this.#replay(pathOf(node), node.world, ({ state, events }) => {
      registry.keep(events, state.division);
      for (const { type, detail } of events)
        if (type === `${step}.ask`) payload = detail?.request?.payload ?? {};
    });
    return registry.answer(payload);
  }

  /** Tries a choice with the data that is known to be good for it, and with a few changes of it. */
  #tryData(node: Node, move: Extract<Move, { kind: 'do' }>): void {
    const { form } = move;
    if (form === undefined) {
      this.#try(node, move);
      return;
    }
    const known = this.#good.get(move.do) ?? [PLAIN];
    let accepted = false;
    for (const recipe of known) {
      const made = this.#try(node, { ...move, recipe });
      // No data makes up for power that is not there.
      if (!made.ok && made.problems[0]?.code.startsWith('authority/')) return;
      accepted ||= made.ok;
    }
    if (!accepted && !this.#searched.has(`${move.do} ${node.world.id}`)) this.#search(node, move);
    const [base = PLAIN] = this.#good.get(move.do) ?? known;
    if (accepted && !this.#broken.has(move.do)) this.#breakData(node, move, base);
    const written = this.#written(form);
    const changes = this.#changes(node, form, base);
    const count = written.length + changes.length;
    const from = this.#cursor.get(move.do) ?? 0;
    this.#cursor.set(move.do, from + CHANGES_EACH);
    for (let index = from; index < from + Math.min(CHANGES_EACH, count); index++) {
      const place = index % count;
      const recipe = written[place] ?? [...base, changes[place - written.length] as Change];
      const made = this.#try(node, { ...move, recipe });
      if (made.ok && made.fresh) this.#remember(move.do, recipe);
    }
  }

  /** Recipes of what people have written for a form. */
  #written(form: string): readonly Recipe[] {
    let recipes = this.#samplesOf.get(form);
    if (!recipes) {
      recipes = (this.#options.samples?.data[form] ?? []).map((to): Recipe => [{ at: [], to }]);
      this.#samplesOf.set(form, recipes);
    }
    return recipes;
  }

  /** What just fails the form: the engine has to refuse it. */
  #breakData(node: Node, move: Extract<Move, { kind: 'do' }>, base: Recipe): void {
    const { form = '' } = move;
    this.#broken.add(move.do);
    const accepts = this.#programme.validators[form];
    for (const { data } of failing(
      this.#programme.forms[form]?.schema ?? {},
      this.#mover.data(form, base, node),
    )) {
      if (!accepts?.(data)) this.#try(node, { ...move, recipe: [{ at: [], to: data }] });
    }
  }

  /** All changes of the data of a recipe. A form is offered again and again on a day, and its changes stay as they are. */
  #changes(at: Node, form: string, recipe: Recipe): readonly Change[] {
    const around = this.#mover.around(at);
    const day = `${form} ${around.today} ${around.opened}`;
    const byDay = this.#changesOf.get(recipe) ?? new Map<string, Change[]>();
    this.#changesOf.set(recipe, byDay);
    let changes = byDay.get(day);
    if (!changes) {
      const data = this.#mover.data(form, recipe, at);
      changes = changesOf(this.#programme.forms[form]?.schema ?? {}, data, around);
      byDay.set(day, changes);
    }
    return changes;
  }

  #remember(what: string, recipe: Recipe): void {
    const known = this.#good.get(what) ?? [PLAIN];
    if (known.length < GOOD_RECIPES) this.#good.set(what, [...known, recipe]);
  }

  /** Looks for data that a choice accepts, one or two changes at a time, going on from what was refused later. */
  #search(node: Node, move: Extract<Move, { kind: 'do' }>): void {
    const { form = '' } = move;
    this.#searched.add(`${move.do} ${node.world.id}`);
    for (const recipe of this.#written(form)) {
      if (!this.#try(node, { ...move, recipe }).ok) continue;
      this.#good.set(move.do, [recipe, ...(this.#good.get(move.do) ?? [])].slice(0, GOOD_RECIPES));
      return;
    }
    let best: Recipe = PLAIN;
    let reached = -1;
    let changes = this.#changes(node, form, best);
    for (let count = 0; count < SEARCH && changes.length > 0; count++) {
      const extra = Array.from(
        { length: 1 + (count % 2) },
        () => changes[this.#draw(changes.length)] as Change,
      );
      const recipe = [...best, ...extra];
      const made = this.#try(node, { ...move, recipe });
      if (made.ok) {
        this.#good.set(move.do, [recipe, ...(this.#good.get(move.do) ?? [])].slice(0, GOOD_RECIPES));
        return;
      }
      const place = this.#requirement(move.do, made.problems[0]);
      if (place <= reached) continue;
      reached = place;
      best = recipe;
      changes = this.#changes(node, form, best);
    }
  }

  /** How far a refusal is: the later a requirement stands, the more data was right before it. */
  #requirement(what: string, problem: Problem | undefined): number {
    const [id = '', outcome = ''] = what.split('.');
    const step = this.#programme.steps.get(id);
    if (problem?.code === 'step/guard') return 0;
    if (problem?.code !== 'step/requirement' || step?.kind !== 'task') return -1;
    const requires = step.outcomes[outcome]?.requires ?? [];
    return (
      1 +
      requires.findIndex(
        ({ refused, reason }) => refused === problem.params?.refused && reason === problem.params?.reason,
      )
    );
  }

  /** Tries one move; what it leads to waits to be followed unless it is known. */
  #try(node: Node, move: Move): Made & { fresh?: boolean } {
    const { state, now, world } = node;
    const made = this.#mover.make(world, { state, now }, move);
    if (!made.ok) {
      const [problem] = made.problems;
      if (problem) this.#refused(node, move, problem);
      return made;
    }
    return { ...made, fresh: this.#reach(node, move, made) };
  }

  #reach(node: Node, move: Move, made: Extract<Made, { ok: true }>): boolean {
    const { world, state: before } = node;
    const { state, now, events } = made;
    const fresh = book(this.#coverage, this.#programme, state, events);
    const key = keyOf(this.#programme, this.#read, world, state, now, before);
    const known = this.#known.get(key);
    const ending = move.kind === 'do' && move.do === 'withdraw';
    if (known !== undefined && !fresh) {
      if (!ending) node.next?.push(known);
      const found = foundInMove(this.#programme, before, state, events);
      if (found.length > 0) this.#tell(found, this.#loose(node, move, made));
      return false;
    }
    const child = this.#node(world, node, move, state.status === 'ended' ? undefined : state, now);
    child.over = state.status === 'ended';
    this.#known.set(key, child.id);
    if (!ending) node.next?.push(child.id);
    this.#tell(foundInMove(this.#programme, before, state, events), child);
    for (const { detail } of events) {
      const { rule, row } = detail?.rule ?? {};
      if (rule !== undefined && !this.#fired.has(`${rule}/${row}`)) this.#fired.set(`${rule}/${row}`, child);
    }
    if (!child.over) this.#wait(child, state, fresh);
    return fresh;
  }

  /** A configuration that is told of but not followed. */
  #loose(parent: Node, move: Move, { now }: Extract<Made, { ok: true }>): Node {
    return {
      id: -1,
      world: parent.world,
      parent,
      move,
      depth: parent.depth + 1,
      now,
      state: undefined,
      over: false,
    };
  }

  #wait(node: Node, state: CaseState, fresh: boolean): void {
    if (fresh) {
      this.#novel.push(node);
      return;
    }
    const own = procedureOf(this.#programme, state);
    const past = node.world.turns.filter((turn) => turn <= node.now).length;
    const place = `${node.world.id} ${past} ${activeSteps(own, state).join(' ')}`;
    const waiting = this.#waiting.get(place) ?? { followed: 0, nodes: [], next: 0 };
    waiting.nodes.push(node);
    this.#waiting.set(place, waiting);
  }

  #refused(node: Node, move: Move, problem: Problem): void {
    const { problems } = this.#coverage;
    problems[problem.code] = (problems[problem.code] ?? 0) + 1;
    if (problem.code === 'case/invariant' && move.kind === 'do') {
      const subject = String(problem.params?.invariant);
      this.#tell([{ kind: 'invariant', subject, detail: { title: problem.params?.title } }], node, {
        move,
        refused: problem.code,
      });
    }
    if (problem.code === 'engine/endless' && move.kind === 'do') {
      this.#tell([{ kind: 'endless', subject: String(problem.params?.step), detail: {} }], node, {
        move,
        refused: problem.code,
      });
    }
    if (move.kind !== 'do' || !move.do.includes('.') || problem.code.startsWith('authority/')) return;
    const known = this.#refusals.get(move.do) ?? { count: 0, node, move, problem, settled: new Map() };
    known.count++;
    this.#refusals.set(move.do, known);
    const { world, now, id } = node;
    if (world.turns.some((turn) => turn > now)) return;
    known.settled.set(world, (known.settled.get(world) ?? new Set()).add(id));
  }

  #tell(found: readonly Found[], node: Node, refused?: Expected): void {
    for (const one of found) {
      const key = `${one.kind} ${one.subject}`;
      const known = this.#findings.get(key);
      if (known && known.node.depth <= node.depth) continue;
      this.#findings.set(key, { found: one, node, refused });
    }
  }

  /** Varies the data of whole ways, so that other rows of the tables on the way answer. */
  #steer(): void {
    const missing = new Set(unreached(this.#coverage.rows).map((row) => row.split('/')[0] ?? ''));
    const seeds = [...this.#fired].filter(([row]) => missing.has(row.split('/')[0] ?? ''));
    for (let count = 0; count < STEER && seeds.length > 0; count++) {
      const [, seed] = seeds[this.#draw(seeds.length)] as [string, Node];
      this.#vary(seed);
    }
  }

  #vary(seed: Node): void {
    const path = pathOf(seed);
    const moves = path.map(({ move }) => move as Move);
    const open = moves.flatMap((move, index) =>
      (move.kind === 'do' && move.form !== undefined) ||
      (move.kind === 'answer' && move.answer && move.connector !== 'records')
        ? [index]
        : [],
    );
    if (open.length === 0) return;
    for (let count = 0; count <= this.#draw(3); count++) {
      const index = open[this.#draw(open.length)] as number;
      moves[index] = this.#varied(moves[index] as Move, path[index]?.parent as Node);
    }
    let from = path[0]?.parent as Node;
    const passed: Node[] = [];
    for (const [index, move] of moves.entries()) {
      const before: Node = { ...from, state: from.state };
      const made = this.#mover.make(seed.world, before, move);
      if (!made.ok) return;
      const last = index === moves.length - 1;
      const fresh = book(this.#coverage, this.#programme, made.state, made.events);
      const step: Node = { ...this.#loose(from, move, made), state: made.state };
      this.#tell(foundInMove(this.#programme, from.state, made.state, made.events), step);
      if (fresh || last) {
        if (this.#adopt(from, move, made, fresh)) break;
      }
      passed.push(step);
      from = step;
    }
    for (const node of passed) node.state = undefined;
  }

  /** Takes a varied way up where it leads to something new. */
  #adopt(from: Node, move: Move, made: Extract<Made, { ok: true }>, fresh: boolean): boolean {
    const key = keyOf(this.#programme, this.#read, from.world, made.state, made.now, from.state);
    if (!fresh && this.#known.has(key)) return false;
    const child = this.#node(
      from.world,
      from,
      move,
      made.state.status === 'ended' ? undefined : made.state,
      made.now,
    );
    child.over = made.state.status === 'ended';
    if (!this.#known.has(key)) this.#known.set(key, child.id);
    for (const { detail } of made.events) {
      const { rule, row } = detail?.rule ?? {};
      if (rule !== undefined && !this.#fired.has(`${rule}/${row}`)) this.#fired.set(`${rule}/${row}`, child);
    }
    if (!child.over) this.#wait(child, made.state, fresh);
    return true;
  }

  #varied(move: Move, at: Node): Move {
    if (move.kind === 'do' && move.form !== undefined) {
      const recipe = move.recipe ?? PLAIN;
      const changes = this.#changes(at, move.form, recipe);
      // As often what somebody has written as one more change: rows that ask for much are seldom met by chance.
      const written = this.#written(move.form);
      const whole = this.#draw(2) === 0 ? written[this.#draw(written.length)] : undefined;
      if (whole) return { ...move, recipe: whole };
      const change = changes[this.#draw(changes.length)];
      return change ? { ...move, recipe: [...recipe, change] } : move;
    }
    if (move.kind !== 'answer') return move;
    const answers = this.#options.samples?.answers[move.step] ?? [];
    const sample = this.#draw(2) === 0 ? answers[this.#draw(answers.length)] : undefined;
    if (sample) return { ...move, answer: writtenOn(sample, this.#mover.around(at)) as JsonObject };
    const step = this.#programme.steps.get(move.step);
    const fields = [...answerFields(this.#programme, step?.kind === 'check' ? step.rule : undefined)];
    if (fields.length === 0) return move;
    const [field, type] = fields[this.#draw(fields.length)] as [string, AnswerField];
    const numbers = this.#mover.numbers.filter((one) => one >= 0);
    const drawn = this.#draw(numbers.length);
    const value = { list: ['示例'], number: numbers[drawn] ?? 0, truth: drawn % 2 === 0 }[type];
    return { ...move, answer: { ...move.answer, [field]: value } };
  }

  #replay(
    path: readonly Node[],
    world: ExploredWorld,
    each: (made: Extract<Made, { ok: true }>) => void,
  ): void {
    let at: { state: CaseState | undefined; now: number } = { state: undefined, now: world.now };
    for (const { move } of path) {
      const made = this.#mover.make(world, at, move as Move);
      if (!made.ok) return;
      each(made);
      at = made;
    }
  }

  /**
   * Outcomes that were refused everywhere they stood. Data is tried at one place in all its ways; what depends on how the
   * case came there has to be refused in every world, at many places, and after all that was to change there.
   */
  #outOfReach(): void {
    for (const outcome of unreached(this.#coverage.outcomes)) {
      const refusal = this.#refusals.get(outcome);
      // Cases of items are not opened here, and nothing is known of what an item says.
      if (!refusal || this.#readsItem(outcome)) continue;
      const sure = this.#asksForData(outcome, refusal.problem)
        ? refusal.count >= SURE
        : this.#worlds.every((world) => (refusal.settled.get(world)?.size ?? 0) >= SURE);
      if (!sure) continue;
      const { node, move, problem, count } = refusal;
      this.#tell(
        [{ kind: 'unreachable', subject: outcome, detail: { tried: count, refused: problem.code } }],
        node,
        { move, refused: problem.code },
      );
    }
  }

  #readsItem(outcome: string): boolean {
    const [id = '', choice = ''] = outcome.split('.');
    const step = this.#programme.steps.get(id);
    if (step?.kind !== 'task') return false;
    const { guard = '', requires = [] } = step.outcomes[choice] ?? {};
    return [guard, ...requires.map(({ that }) => that)].some((text) => /\bitem\./.test(text));
  }

  /** Whether what refused an outcome reads the form that comes with it. */
  #asksForData(outcome: string, { code, params }: Problem): boolean {
    const [id = '', choice = ''] = outcome.split('.');
    const step = this.#programme.steps.get(id);
    if (step?.kind !== 'task') return code.startsWith('form/');
    const { form = step.form, guard, requires = [] } = step.outcomes[choice] ?? {};
    if (form === undefined) return false;
    const text =
      code === 'step/guard'
        ? guard
        : requires.find(({ refused, reason }) => refused === params?.refused && reason === params?.reason)
            ?.that;
    return new RegExp(`\\b${form}\\.`).test(text ?? '');
  }

  /** Configurations from which no end can be reached any more, although things go on happening. */
  #livelocks(): void {
    const back = new Map<number, number[]>();
    const good: number[] = [];
    for (const { id, next, over, elsewhere } of this.#nodes) {
      if (over || elsewhere || next === undefined) good.push(id);
      for (const to of next ?? []) back.set(to, [...(back.get(to) ?? []), id]);
    }
    const ends = new Set(good);
    for (let id = good.pop(); id !== undefined; id = good.pop()) {
      for (const from of back.get(id) ?? []) {
        if (ends.has(from)) continue;
        ends.add(from);
        good.push(from);
      }
    }
    const caught = this.#nodes.filter(
      ({ id, next }) => !ends.has(id) && next !== undefined && next.length > 0,
    );
    const first = caught.sort((a, b) => a.depth - b.depth)[0];
    if (!first) return;
    const at = this.#standing(first);
    this.#tell([{ kind: 'livelock', subject: at, detail: { configurations: caught.length } }], first);
  }

  #standing(node: Node): string {
    let found = '';
    this.#replay(pathOf(node), node.world, ({ state }) => {
      found = activeSteps(procedureOf(this.#programme, state), state).join(' ');
    });
    return found;
  }

  #scenario(found: Found, node: Node, refused: Expected | undefined): Scenario {
    const path = pathOf(node).map(({ move, parent }) => ({ move: move as Move, now: (parent as Node).now }));
    return scenarioOf(this.#mover, node.world, found, path, node.now, refused);
  }
}

function pathOf(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | undefined = node; at?.move; at = at.parent) path.unshift(at);
  return path;
}
