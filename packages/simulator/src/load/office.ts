/** Desks with their queues, and the officers who take from them while they are at work. */
import { divisionLevel } from '@aidflow/definition';
import type { Actor } from '@aidflow/engine';
import { type Agenda, type Entry, entryOf } from './agenda.ts';
import { type Chance, hashText } from './chance.ts';
import { hoursOf, type Plan, type PlannedGroup } from './plan.ts';
import { type Roster, rosterOf } from './roster.ts';
import { newSketch, note } from './sketch.ts';
import type { DeskTally, GroupTally, RunTally } from './tally.ts';

const DAY = 86_400_000;

/** Work that waits for officers: a task, until it is left. */
export interface Item {
  /** Instant at which it came. */
  since: number;
  /** Signatures that are still missing. */
  missing: number;
  /** Officers who work on it now. */
  begun: number;
  /** Officers who have signed or tried. */
  known: Set<string>;
  desk: Desk;
  queued: boolean;
  /** False once it has been left. */
  open: boolean;
}

export interface Officer {
  actor: Actor;
  roster: Roster;
  speed: number;
  tally: GroupTally;
  desks: Desk[];
  item: Item | undefined;
  began: number;
  /** Since when they have nothing to do. */
  idle: number;
  /** The end of the work, or the beginning of the next session. */
  entry: Entry;
}

/** One role in one division. */
export interface Desk {
  division: string;
  officers: Officer[];
  queue: Item[];
  row: Row;
}

/** The desks of one role at one level, for what is counted of them together. */
interface Row {
  tally: DeskTally;
  waiting: number;
  changed: number;
  area: number;
}

/** What the office asks of whoever runs the cases. */
export interface Cases<I extends Item> {
  /** Whether the officer may act in it, as far as can be seen before. */
  may(item: I, officer: Actor): boolean;
  /** Milliseconds of work for an officer of usual speed. */
  length(item: I): number;
  done(item: I, officer: Actor, work: number, desk: Desk): void;
}

export class Office<I extends Item> {
  readonly #plan: Plan;
  readonly #agenda: Agenda;
  readonly #cases: Cases<I>;
  readonly #tally: RunTally;
  readonly #desks = new Map<string, Desk>();
  readonly #rows: Row[] = [];
  readonly #from: number;
  readonly #until: number;
  #now: number;

  constructor(plan: Plan, agenda: Agenda, chance: Chance, tally: RunTally, cases: Cases<I>) {
    this.#plan = plan;
    this.#agenda = agenda;
    this.#cases = cases;
    this.#tally = tally;
    this.#from = plan.days.starts[plan.counted] as number;
    this.#until = plan.days.starts[plan.closed] as number;
    this.#now = plan.days.starts[0] as number;
    for (const group of plan.groups) this.#hire(group, chance);
  }

  set now(instant: number) {
    this.#now = instant;
  }

  /** The desk of a role in a division, if anybody works there. */
  desk(role: string, division: string): Desk | undefined {
    return this.#desks.get(`${role}@${division}`);
  }

  /** Puts work on its desk. */
  put(item: I): void {
    const { desk } = item;
    item.queued = true;
    desk.queue.push(item);
    this.#count(desk, 1);
    this.#offer(desk);
  }

  /** Takes work away that is no longer there to be done. */
  close(item: I): void {
    item.open = false;
    if (item.queued) this.#unqueue(item);
  }

  /** Closes the books of a day. */
  endDay(day: number): void {
    const length = (this.#plan.days.starts[day + 1] as number) - (this.#plan.days.starts[day] as number);
    for (const row of this.#rows) {
      this.#settle(row);
      if (day < row.tally.queue.length) row.tally.queue[day] = row.area / length;
      row.area = 0;
    }
  }

  #hire(group: PlannedGroup, chance: Chance): void {
    const { written, id } = group;
    const { count, speed = 1, share = 1, leave = 0, away = [], hours = 'office' } = written;
    const worked = hoursOf(this.#plan.version, hours);
    if (worked === undefined) return;
    const tally: GroupTally = { officers: 0, busy: 0, open: 0 };
    this.#tally.groups[id] = tally;
    let shared: Roster | undefined;
    for (const division of group.divisions) {
      for (let number = 1; number <= count; number++) {
        const name = `${id}/${division}/${number}`;
        const presence = { share, leave, away };
        const own = shared ?? rosterOf(this.#plan.days, worked, presence, chance, hashText(name));
        // Without leave of their own they all work at the same times.
        if (leave === 0) shared = own;
        const open = own.worked(this.#until) - own.worked(this.#from);
        const officer: Officer = {
          actor: {
            id: name,
            kind: 'officer',
            name,
            grants: group.roles.map((role) => ({ role, division })),
          },
          roster: own,
          speed,
          tally,
          desks: [],
          item: undefined,
          began: 0,
          idle: 0,
          entry: entryOf(() => this.#turn(officer)),
        };
        officer.desks = group.roles.map((role) =>
          this.#seat(role, division, officer, open / group.roles.length),
        );
        tally.officers++;
        tally.open += open;
      }
    }
  }

  #seat(role: string, division: string, officer: Officer, open: number): Desk {
    const key = `${role}@${division}`;
    let desk = this.#desks.get(key);
    if (desk === undefined) {
      desk = { division, officers: [], queue: [], row: this.#row(role, division) };
      this.#desks.set(key, desk);
    }
    desk.officers.push(officer);
    const { tally } = desk.row;
    tally.open += open;
    placeOf(tally, division).open += open;
    return desk;
  }

  #row(role: string, division: string): Row {
    const level = divisionLevel(division);
    const key = `${role}@${level}`;
    const known = this.#rows.find(({ tally }) => tally.role === role && tally.level === level);
    if (known) return known;
    const tally: DeskTally = {
      role,
      level,
      wait: newSketch(),
      done: 0,
      busy: 0,
      open: 0,
      queue: new Float64Array(this.#plan.closed),
      peak: { division: '', count: 0 },
      places: {},
    };
    this.#tally.desks[key] = tally;
    const row: Row = { tally, waiting: 0, changed: this.#now, area: 0 };
    this.#rows.push(row);
    return row;
  }

  #count(desk: Desk, change: number): void {
    const { row } = desk;
    this.#settle(row);
    row.waiting += change;
    const { peak } = row.tally;
    if (desk.queue.length > peak.count)
      row.tally.peak = { division: desk.division, count: desk.queue.length };
  }

  #settle(row: Row): void {
    row.area += row.waiting * (this.#now - row.changed);
    row.changed = this.#now;
  }

  #unqueue(item: Item): void {
    const { queue } = item.desk;
    queue.splice(queue.indexOf(item), 1);
    item.queued = false;
    this.#count(item.desk, -1);
  }

  /**
   * Gives work to those who have none and are there, longest idle first, while there is any: some may be barred from it,
   * and some of it wants several. Whoever has none and is not there comes to it with their next session.
   */
  #offer(desk: Desk): void {
    const free = desk.officers.filter(({ item }) => item === undefined).sort((a, b) => a.idle - b.idle);
    for (const officer of free) {
      if (desk.queue.length === 0) return;
      if (officer.roster.isOpen(this.#now)) this.#take(officer);
      else this.#wake(officer);
    }
  }

  #wake(officer: Officer): void {
    if (officer.entry.slot >= 0) return;
    const opening = officer.roster.opening(this.#now);
    if (Number.isFinite(opening)) this.#agenda.set(officer.entry, opening);
  }

  /** What an officer does when their work is done or their session begins. */
  #turn(officer: Officer): void {
    const { item } = officer;
    if (item !== undefined) {
      officer.item = undefined;
      officer.idle = this.#now;
      item.begun--;
      this.#book(officer, item.desk, officer.began, this.#now);
      const work = officer.roster.worked(this.#now) - officer.roster.worked(officer.began);
      if (item.open) this.#cases.done(item as I, officer.actor, work, item.desk);
    }
    if (officer.item === undefined && !this.#take(officer)) this.#rest(officer);
  }

  #rest(officer: Officer): void {
    if (!officer.roster.isOpen(this.#now) && officer.desks.some(({ queue }) => queue.length > 0))
      this.#wake(officer);
  }

  /** Begins the oldest piece of work on any of the officer's desks that they may do. */
  #take(officer: Officer): boolean {
    if (!officer.roster.isOpen(this.#now)) return false;
    let oldest: Item | undefined;
    for (const { queue } of officer.desks) {
      const item = queue.find(
        (one) => !one.known.has(officer.actor.id) && this.#cases.may(one as I, officer.actor),
      );
      if (item && (oldest === undefined || item.since < oldest.since)) oldest = item;
    }
    if (oldest === undefined) return false;
    this.#begin(officer, oldest);
    return true;
  }

  #begin(officer: Officer, item: Item): void {
    const { desk } = item;
    item.known.add(officer.actor.id);
    item.begun++;
    if (item.begun >= item.missing) this.#unqueue(item);
    const waited = (this.#now - item.since) / DAY;
    if (this.#from <= item.since && item.since < this.#until) {
      note(desk.row.tally.wait, waited);
      const place = placeOf(desk.row.tally, desk.division);
      place.wait += waited;
      place.count++;
    }
    officer.item = item;
    officer.began = this.#now;
    const done = officer.roster.finish(this.#now, this.#cases.length(item as I) / officer.speed);
    if (Number.isFinite(done)) this.#agenda.set(officer.entry, done);
  }

  #book(officer: Officer, desk: Desk, began: number, ended: number): void {
    const [from, until] = [Math.max(began, this.#from), Math.min(ended, this.#until)];
    if (from >= until) return;
    const worked = officer.roster.worked(until) - officer.roster.worked(from);
    officer.tally.busy += worked;
    desk.row.tally.busy += worked;
    desk.row.tally.done++;
    placeOf(desk.row.tally, desk.division).busy += worked;
  }
}

function placeOf({ places }: DeskTally, division: string) {
  places[division] ??= { wait: 0, count: 0, busy: 0, open: 0 };
  return places[division];
}
