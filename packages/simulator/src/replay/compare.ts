/** What differs between a case as it was and the same case on a changed definition, and why. */
import { divisionLevel, type Problem } from '@aidflow/definition';
import type { CaseEvent, CaseState, JsonObject, Programme } from '@aidflow/engine';

/** What is against an act that was done: a condition, its form, the order of steps, the authority, or time. */
export type Against = 'condition' | 'form' | 'procedure' | 'authority' | 'clock';

/** The event at which it shows. */
export interface AtEvent {
  seq: number;
  type: string;
  at: string;
  /** Name of who acted. */
  by: string;
}

export type ShadowDifference =
  | {
      kind: Against;
      event: AtEvent;
      step: string;
      problem: Problem;
    }
  /** A wait lasts longer: the act could only have been done from this day on (ISO date). */
  | { kind: 'clock'; event: AtEvent; step: string; from: string }
  /** A check comes out otherwise; the values that differ by name. */
  | {
      kind: 'rule';
      event: AtEvent;
      step: string;
      was: Judged;
      is: Judged;
      values: Record<string, [was: unknown, is: unknown]>;
    }
  /** A clock runs out that did not, or does not that did. */
  | { kind: 'limit'; event: AtEvent; clock: string; title: string; was: string | null; is: string | null }
  /** The act would have rested on another authority. */
  | { kind: 'power'; event: AtEvent; step: string; was: Power; is: Power };

export interface Judged {
  result: string;
  reason: string | null;
  row: string | null;
}

export interface Power {
  basis: string;
  role: string;
  level: string;
}

/** What a check leaves besides its values. */
const JUDGED: readonly string[] = ['result', 'reason', 'row'];

/** Differences in checks and clocks of two states of one case at one event. */
export function stateDifferences(
  programme: Programme,
  then: CaseState,
  now: CaseState,
  event: CaseEvent,
  old?: Programme,
): ShadowDifference[] {
  const at = { seq: event.seq, type: event.type, at: event.at, by: event.by.name };
  return [...ruleDifferences(then, now, at), ...(old ? clockDifferences(programme, old, then, now, at) : [])];
}

function ruleDifferences(
  { checks: before }: CaseState,
  { checks: after }: CaseState,
  event: AtEvent,
): ShadowDifference[] {
  return Object.entries(after).flatMap(([step, now]): ShadowDifference[] => {
    const then = before[step];
    if (then === undefined) return [];
    const names = new Set(
      [...Object.keys(then), ...Object.keys(now)].filter(
        (name) => !JUDGED.includes(name) && name !== 'facts',
      ),
    );
    const values = Object.fromEntries(
      [...names]
        .filter((name) => JSON.stringify(then[name]) !== JSON.stringify(now[name]))
        .map((name) => [name, [then[name] ?? null, now[name] ?? null] as [unknown, unknown]]),
    );
    const [was, is] = [judged(then), judged(now)];
    if (JSON.stringify(was) === JSON.stringify(is) && Object.keys(values).length === 0) return [];
    return [{ kind: 'rule', event, step, was, is, values }];
  });
}

function judged({ result, reason, row }: JsonObject): Judged {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return { result: text(result) ?? '', reason: text(reason), row: text(row) };
}

function clockDifferences(
  programme: Programme,
  old: Programme,
  { clocks: before }: CaseState,
  { clocks: after }: CaseState,
  event: AtEvent,
): ShadowDifference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(
    (clock): ShadowDifference[] => {
      const [was, is] = [before[clock]?.breached ?? null, after[clock]?.breached ?? null];
      if ((was === null) === (is === null)) return [];
      const title = programme.clocks[clock]?.title ?? old.clocks[clock]?.title ?? clock;
      return [{ kind: 'limit', event, clock, title, was, is }];
    },
  );
}

/** Whether the same act rests on another authority than it did. */
export function authorityDiffers(then: CaseEvent, now: CaseEvent): ShadowDifference | undefined {
  const [was, is] = [powerOf(then), powerOf(now)];
  if (was === undefined || is === undefined || JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const event = { seq: then.seq, type: then.type, at: then.at, by: then.by.name };
  return { kind: 'power', event, step: then.type.split('.')[0] ?? '', was, is };
}

function powerOf({ authority }: CaseEvent): Power | undefined {
  if (authority === undefined) return undefined;
  const { basis, role, division } = authority;
  return { basis, role, level: division === '' ? '' : divisionLevel(division) };
}
