/** What an expression of a definition can see: forms, the case, checks, answers, parameters, today. */
import { OUTER, type Scope, View } from '@aidflow/definition';
import { localDate } from './days.ts';
import { functionsOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, Json, StepRecord, World } from './types.ts';

export type { Scope };

/** When a question is asked, and the names of divisions for `name(code)`: without them a code stands for itself. */
export type Moment = Pick<World, 'now'> & Partial<Pick<World, 'divisionNames'>>;

const NAMELESS: Readonly<Record<string, string>> = {};

/** The scope of a case at an instant; parameters are those of that day. The caller may add to it. */
export function scopeOf(programme: Programme, facts: CaseFacts, moment: Moment): Scope {
  const { now, divisionNames: names = NAMELESS } = moment;
  // One decision asks several times about the same facts.
  const same =
    latest?.facts === facts && latest.programme === programme && latest.now === now && latest.names === names;
  if (!latest || !same) latest = { facts, programme, now, names, scope: build(programme, facts, now, names) };
  return { [OUTER]: latest.scope };
}

/** The scope made last, and for what. No more are kept: each holds a whole case. */
let latest:
  | {
      facts: CaseFacts;
      programme: Programme;
      now: string;
      names: Readonly<Record<string, string>>;
      scope: Scope;
    }
  | undefined;

/** The same of facts that are being changed: they are another thing a moment later. */
export function scopeOfChanging(programme: Programme, facts: CaseFacts, now: string): Scope {
  return build(programme, facts, now, NAMELESS);
}

function build(
  programme: Programme,
  facts: CaseFacts,
  now: string,
  names: Readonly<Record<string, string>>,
): Scope {
  return {
    [OUTER]: sameForAll(programme, localDate(now, programme.timezone), names),
    ...facts.data,
    case: new CaseView(programme, facts),
    checks: facts.checks,
    answers: facts.answers,
    item: facts.item ?? null,
    parent: facts.parent ?? null,
    items: facts.items ? itemsOf(facts.items) : {},
    selected: facts.selected ?? {},
    tallies: facts.tallies ? talliesOf(facts.tallies) : {},
  };
}

/** What every case of a programme sees on a day: functions, parameters, and forms that are not filled in. */
function sameForAll(programme: Programme, today: string, names: Readonly<Record<string, string>>): Scope {
  const functions = functionsOf(programme, programme.definition.language, names);
  const byDay = days.get(functions) ?? new Map<string, Scope>();
  days.set(functions, byDay);
  const known = byDay.get(today);
  if (known) return known;
  const forms = Object.fromEntries(Object.keys(programme.forms).map((form) => [form, null]));
  const scope: Scope = { [OUTER]: functions, ...forms, parameters: parametersOn(programme, today), today };
  if (byDay.size > MOST_DAYS) byDay.clear();
  byDay.set(today, scope);
  return scope;
}

/** The functions are those of one programme, and go when it goes. */
const days = new WeakMap<Scope, Map<string, Scope>>();
/** A decade; whoever simulates longer begins anew. */
const MOST_DAYS = 3_660;

/** What an expression sees under `case`. */
class CaseView extends View {
  readonly #programme: Programme;
  readonly #facts: CaseFacts;

  constructor(programme: Programme, facts: CaseFacts) {
    super();
    this.#programme = programme;
    this.#facts = facts;
  }

  get id() {
    return this.#facts.id;
  }
  get number() {
    return this.#facts.number;
  }
  get division() {
    return this.#facts.division;
  }
  get township() {
    return this.#facts.division.slice(0, 9);
  }
  get county() {
    return this.#facts.division.slice(0, 6);
  }
  get opened() {
    return localDate(this.#facts.opened, this.#programme.timezone);
  }
  get applied() {
    return this.opened;
  }
  get registered() {
    return Object.values(this.#facts.registers).reduce((sum, entries) => sum + entries.length, 0);
  }
  get complaints() {
    return this.#facts.complaints;
  }
  get changes() {
    return this.#facts.changes?.length ?? 0;
  }
  get rounds() {
    return new OfSteps(this.#facts.steps, ({ rounds }) => rounds);
  }
  get outcomes() {
    return new OfSteps(this.#facts.steps, ({ outcome }) => outcome);
  }
  get delegated() {
    return this.#facts.decided?.authority?.delegation !== undefined;
  }
  get outcome() {
    return this.#facts.decided?.outcome ?? null;
  }
  get decided() {
    const { decided } = this.#facts;
    return decided ? localDate(decided.at, this.#programme.timezone) : null;
  }
  get award() {
    return this.#facts.award;
  }
}

/** One thing of every step that has it, by the id of the step. */
class OfSteps extends View {
  readonly #steps: CaseFacts['steps'];
  readonly #of: (record: StepRecord) => Json | undefined;

  constructor(steps: CaseFacts['steps'], of: (record: StepRecord) => Json | undefined) {
    super();
    this.#steps = steps;
    this.#of = of;
  }

  override read(step: string) {
    return Object.hasOwn(this.#steps, step) ? this.#of(this.#steps[step] as StepRecord) : undefined;
  }

  override plain() {
    const entries = Object.keys(this.#steps).map((step) => [step, this.read(step)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
}

/** What came of the cases of items: the item, how its case ended, and what it gave back. */
function itemsOf(items: NonNullable<CaseFacts['items']>) {
  return Object.fromEntries(
    Object.entries(items).map(([step, record]) => [
      step,
      record.items.map(({ index, case: id, item, outcome = null, returns }) => ({
        ...returns,
        index,
        case: id,
        item,
        outcome,
      })),
    ]),
  );
}

function talliesOf(tallies: NonNullable<CaseFacts['tallies']>) {
  return Object.fromEntries(Object.entries(tallies).map(([step, { result }]) => [step, result ?? null]));
}
