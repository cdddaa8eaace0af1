/** Where events to be explained come from: a case in a database, or a scenario that is played. */
import { existsSync } from 'node:fs';
import { ProblemError, problem } from '@aidflow/definition';
import { type CaseEvent, decisionsOf, type Programme, type Versions } from '@aidflow/engine';
import { failureLines, type ScenarioResult } from '@aidflow/simulator';
import { readScenario, scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { UsageError } from './command.ts';
import { findCase } from './find-case.ts';
import { problemLines } from './problems.ts';
import { storedVersions } from './stored-versions.ts';
import type { Terminal } from './terminal.ts';

export interface EventsToExplain {
  /** The programme, or every version of it that the case has run on. */
  programmes: Programme | Versions;
  /** Language of the definition. */
  language: string;
  /** Names of divisions by code, where they are known. */
  names: Readonly<Record<string, string>>;
  chosen: ChosenEvent[];
}

export interface ChosenEvent {
  /** All events of its case. */
  events: readonly CaseEvent[];
  seq: number;
  /** What a scenario calls its case, where it is not the main one. */
  of?: string;
}

/**
 * One event, or the decisions, of a case in the SQLite database at `path`; the case by its id or number.
 * Throws `cli/no-file`, `case/unknown` and `definition/unknown`.
 */
export async function eventsInStore(path: string, wanted: string, seq?: number): Promise<EventsToExplain> {
  // Opening would create it.
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const store = openSqliteStore(path);
  try {
    const state = await findCase(store, wanted);
    if (!state) throw new ProblemError(problem('case/unknown', { case: wanted }));
    const events = await store.events(state.id);
    const programmes = await storedVersions(store)(events);
    const { language } = (programmes.get(state.definition) as Programme).definition;
    const seqs = seq === undefined ? decisionsOf(programmes, events) : [seq];
    return { programmes, language, names: {}, chosen: seqs.map((one) => ({ events, seq: one })) };
  } finally {
    await store.close();
  }
}

/**
 * The decisions of a scenario, or what its step `step` (from 1) did. `undefined` when the scenario does not come out as
 * it says, which is told. Throws `cli/no-file`; `misused` makes the error for a step that there is not.
 */
export async function eventsInScenario(
  file: string,
  step: string | undefined,
  roots: readonly string[] | undefined,
  terminal: Terminal,
  misused: (reason: string) => Error,
): Promise<EventsToExplain | undefined> {
  if (!existsSync(file)) throw new UsageError(problem('cli/no-file', { path: file }));
  const runner = scenarioRunner(roots);
  const result = await runner.run(file);
  const programme = await runner.programme(file, result.programme);
  const read = await readScenario(file);
  if (!result.passed || programme === undefined || !read.ok) {
    for (const line of result.problems.flatMap((one) => problemLines(one, terminal))) terminal.err(line);
    for (const line of result.steps.flatMap(failureLines)) terminal.err(line);
    return undefined;
  }
  const names = read.source.value.given?.['division-names'] ?? {};
  const during = step === undefined ? undefined : eventsDuring(result, step, misused);
  const chosen = casesOf(result).flatMap(([name, events]): ChosenEvent[] => {
    const deciding = decisionsOf(programme, events);
    const own = during && events.filter((event) => during.has(event.hash)).map(({ seq }) => seq);
    const within = own ? deciding.filter((seq) => own.includes(seq)) : deciding;
    const seqs = own && within.length === 0 ? own.slice(0, 1) : within;
    return seqs.map((seq) => ({ events, seq, ...(name === '' ? {} : { of: name }) }));
  });
  return { programmes: programme, language: programme.definition.language, names, chosen };
}

function casesOf(result: ScenarioResult): [name: string, events: readonly CaseEvent[]][] {
  const others = Object.entries(result.cases).map(([name, { events }]): [string, CaseEvent[]] => [
    name,
    events,
  ]);
  return [['', result.events], ...others];
}

function eventsDuring(
  { steps }: ScenarioResult,
  step: string,
  misused: (reason: string) => Error,
): ReadonlySet<string> {
  const played = /^[1-9]\d*$/.test(step) ? steps[Number(step) - 1] : undefined;
  if (played === undefined) throw misused(`the scenario has no step "${step}"`);
  if (played.events.length === 0) throw misused(`step ${step} recorded nothing`);
  return new Set(played.events.map(({ hash }) => hash));
}
