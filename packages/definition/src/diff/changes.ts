/** Collecting differences: the two versions side by side, and one place where a difference gets its words. */
import { pointerKey, pointerKeys } from '../schema-walk.ts';
import type { Programme } from '../types.ts';
import type { Concerns, Difference, DifferenceSeverity, Words } from './difference.ts';
import { equal } from './equal.ts';
import { type StandingStep, standing } from './place.ts';
import { stepsBefore, waysBetween } from './reach.ts';
import { type Renames, renamed } from './rename.ts';
import { title } from './say.ts';
import { type Shorthand, shorthandsOf } from './shorthands.ts';
import { spokenBy } from './spoken.ts';
import { type DifferenceCode, differenceWords, type Params, sentence } from './words.ts';

/** A difference before it has its words. */
export interface Found {
  id: string;
  before?: unknown;
  after?: unknown;
  /** Pointer into the later version; what is not there any more leads to what it was part of. */
  at: string;
  params?: Params;
  severity?: DifferenceSeverity | undefined;
  concerns?: Concerns;
  guess?: true;
}

export class Changes {
  readonly list: Difference[] = [];
  /** The earlier version, with steps under the ids that they have in the later one. */
  readonly before: Programme;
  readonly after: Programme;
  readonly renames: Renames;
  readonly steps: { before: Map<string, StandingStep>; after: Map<string, StandingStep> };
  readonly shorthands: { before: Map<string, Shorthand>; after: Map<string, Shorthand> };
  readonly #oldIds: Map<string, string>;
  readonly #ways: { before: Map<string, Set<string>>; after: Map<string, Set<string>> };

  constructor(before: Programme, after: Programme, renames: Renames) {
    this.before = renamed(before, renames);
    this.after = after;
    this.renames = renames;
    this.steps = { before: standing(this.before.definition), after: standing(after.definition) };
    this.shorthands = {
      before: shorthandsOf(this.before.definition),
      after: shorthandsOf(after.definition),
    };
    this.#oldIds = new Map([...renames].map(([old, now]) => [now, old]));
    this.#ways = { before: waysBetween(this.before.definition), after: waysBetween(after.definition) };
  }

  add(code: DifferenceCode, found: Found): void {
    const { id, before, after, at, params = {}, concerns = {}, guess } = found;
    const { area, severity } = differenceWords[code];
    this.list.push({
      code,
      area,
      id,
      severity: found.severity ?? severity,
      before,
      after,
      at: nearest(this.after, at),
      ...(guess ? { guess } : {}),
      concerns,
      sentence: sentence(code, params),
    });
  }

  /** A difference in a step, or in all steps of a shorthand: it concerns the cases that stand there or may come to it. */
  addInStep(
    code: DifferenceCode,
    step: string,
    found: Omit<Found, 'concerns'>,
    parts: readonly string[] = [step],
  ): void {
    const shorthand = this.shorthandOf(step);
    const already = this.list.some(
      (one) =>
        shorthand !== undefined &&
        one.shorthand?.id === shorthand.id &&
        one.code === code &&
        equal([one.before, one.after], [found.before, found.after]),
    );
    // A shorthand gives what it says to several of its steps.
    if (already) return;
    this.add(code, { ...found, concerns: this.around(parts) });
    const added = this.list.at(-1);
    if (shorthand && added) added.shorthand = shorthand;
  }

  /** The shorthand that both versions write for a step. */
  shorthandOf(step: string): Shorthand | undefined {
    const before = this.shorthands.before.get(step);
    const after = this.shorthands.after.get(step);
    return before && after && before.id === after.id && before.kind === after.kind ? after : undefined;
  }

  /** Whom a difference concerns that lies in steps, given by the ids of the later version. */
  around(ids: readonly string[]): Concerns {
    // A case that stands in a branch stands in the parallel, too.
    const within = [...this.steps.before].flatMap(([id, { inside }]) =>
      inside.some((place) => ids.some((one) => place.startsWith(`${one}/`))) ? [id] : [],
    );
    const known = [...new Set([...ids.filter((id) => this.steps.before.has(id)), ...within])];
    const added = ids.filter((id) => !this.steps.before.has(id));
    const ahead = new Set([
      ...stepsBefore(this.#ways.before, known),
      ...stepsBefore(this.#ways.after, added).filter((id) => this.steps.before.has(id)),
    ]);
    const steps = known.map((id) => this.oldId(id));
    const before = [...ahead].map((id) => this.oldId(id)).filter((id) => !steps.includes(id));
    return {
      ...(steps.length > 0 ? { steps } : {}),
      ...(before.length > 0 ? { ahead: before } : {}),
    };
  }

  /** The id of a step in the earlier version. */
  oldId(id: string): string {
    return this.#oldIds.get(id) ?? id;
  }

  /** A text of the later version in both languages. */
  title(text: string): Words {
    return title(this.after, text);
  }

  /** A text of the earlier version in both languages. */
  oldTitle(text: string): Words {
    return title(this.before, text);
  }

  /** Ids of steps whose JSON, or whose rule or letters, speak of something. */
  usersOf(mentions: (json: string) => boolean): string[] {
    const users = new Set<string>();
    for (const [side, steps] of [
      [this.before, this.steps.before],
      [this.after, this.steps.after],
    ] as const) {
      for (const { step } of steps.values()) if (mentions(spokenBy(side, step))) users.add(step.id);
    }
    return [...users];
  }
}

/** The pointer as far as it leads to something. */
function nearest(programme: Programme, pointer: string): string {
  let here: unknown = programme;
  let found = '';
  for (const key of pointerKeys(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) break;
    here = Reflect.get(here, key);
    found += pointerKey(key);
  }
  return found;
}
