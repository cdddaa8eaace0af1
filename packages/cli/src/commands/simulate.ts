import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { problem } from '@aidflow/definition';
import {
  failureLines,
  junitXml,
  type ScenarioResult,
  type StepResult,
  shortTime,
  standingTitle,
  stepTitle,
  type TimedResult,
} from '@aidflow/simulator';
import { programmeAbove, readScenario, scenarioFiles, scenarioRunner } from '@aidflow/simulator/node';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { problemLines } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { watching } from '../watching.ts';

/** `aidflow simulate`: plays scenarios and says which held. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Plays scenarios step by step and says what came out differently.',
  usage: `simulate FILE|DIR...

  FILE|DIR           scenario files, a programme's folder, or folders of either
  --programmes DIR   where to look for programmes; else a scenario's programme is the folder it lies in
  --filter TEXT      only scenarios with this text in their name or path
  --watch            plays them again whenever a scenario or its programme has changed
  --junit FILE       also writes the results there as JUnit XML
  --quiet            one line for each scenario
  --json             results as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(simulate, args, {
      programmes: { type: 'string', multiple: true },
      filter: { type: 'string' },
      watch: { type: 'boolean', default: false },
      junit: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    if (positionals.length === 0) throw misused(simulate, 'no scenario was named');
    if (values.watch && values.json) throw misused(simulate, '--watch is for people, --json for programs');
    const playing = new Playing(
      positionals.map(existing),
      values.programmes?.map(existing),
      values,
      terminal,
    );
    const status = await playing.once();
    return values.watch ? playing.again() : status;
  },
};

interface Chosen {
  filter?: string | undefined;
  junit?: string | undefined;
  quiet: boolean;
  json: boolean;
}

/** Plays the scenarios that were named, once or whenever something has changed. */
class Playing {
  readonly #paths: readonly string[];
  readonly #roots: readonly string[] | undefined;
  readonly #chosen: Chosen;
  readonly #terminal: Terminal;

  constructor(
    paths: readonly string[],
    roots: readonly string[] | undefined,
    chosen: Chosen,
    terminal: Terminal,
  ) {
    this.#paths = paths;
    this.#roots = roots;
    this.#chosen = chosen;
    this.#terminal = terminal;
  }

  async once(): Promise<number> {
    const { out, err } = this.#terminal;
    const files = this.#paths.flatMap(scenarioFiles).map(fromHere);
    const results = await this.#play(files);
    if (results.length === 0) this.#tellNothing(files.length > 0);
    const passed = results.filter(({ result }) => result.passed).length;
    const summary = `${passed} passed, ${results.length - passed} failed`;
    if (this.#chosen.json)
      out(
        JSON.stringify(
          results.map(({ result }) => result),
          null,
          2,
        ),
      );
    if (this.#chosen.junit !== undefined) writeFileSync(this.#chosen.junit, junitXml(results));
    // Standard output is one JSON document then, and the summary would spoil it.
    (this.#chosen.json ? err : out)(summary);
    return passed === results.length && passed > 0 ? 0 : 1;
  }

  /** Plays again whenever a scenario or a programme has changed, until the process is stopped. */
  async again(): Promise<number> {
    const { out, tone } = this.#terminal;
    const programmes = this.#paths.flatMap((path) => programmeAbove(join(path, 'x')) ?? []);
    const watched = watching([...new Set([...this.#paths, ...(this.#roots ?? []), ...programmes])]);
    const stop = () => watched.stop();
    process.once('SIGINT', stop);
    out(tone('quiet', 'waiting for changes'));
    let status = 0;
    for (let file = await watched.next(); file !== undefined; file = await watched.next()) {
      out('');
      out(tone('quiet', `${file} has changed`));
      status = await this.once();
      out(tone('quiet', 'waiting for changes'));
    }
    return status;
  }

  async #play(files: readonly string[]): Promise<TimedResult[]> {
    const terminal = this.#terminal;
    const { filter, quiet, json } = this.#chosen;
    const loud = !quiet && !json;
    // A new one each time: it keeps what it has compiled.
    const runner = scenarioRunner(this.#roots);
    const results: TimedResult[] = [];
    for (const file of files) {
      const read = await readScenario(file);
      const name = read.ok ? read.source.value.scenario : file;
      if (filter !== undefined && !`${name}\n${file}`.includes(filter)) continue;
      if (loud)
        terminal.out(terminal.tone('strong', name) + (read.ok ? `  ${terminal.tone('quiet', file)}` : ''));
      const began = performance.now();
      const result = await runner.run(file, loud ? { onStep: (step) => tellStep(step, terminal) } : {});
      results.push({ result, seconds: (performance.now() - began) / 1000 });
      if (loud) tellEnd(result, terminal);
      else if (!json) terminal.out(oneLine(result, terminal));
    }
    return results;
  }

  /** Nothing was played, so nothing is proved; without a word that looks like a fault of the programme. */
  #tellNothing(filtered: boolean): void {
    const { filter } = this.#chosen;
    const by = filtered ? ` with "${filter}" in its name or path` : '';
    const reason = `there is no scenario${by} in ${this.#paths.join(', ')}`;
    for (const line of problemLines(misused(simulate, reason).problem, this.#terminal))
      this.#terminal.err(line);
  }
}

function existing(path: string): string {
  if (existsSync(path)) return path;
  throw new UsageError(problem('cli/no-file', { path }));
}

const fromHere = (file: string): string => relative('', file);

/** `✓ 2026-03-02 09:00  clerk  accept.accept  -> inquiry`, and a line for each thing that happened by itself. */
function tellStep(step: StepResult, { out, tone }: Terminal): void {
  const happened = step.happenings.map(
    ({ at, what }) => `    ${shortTime(at)}  ${''.padEnd(12)}  ${tone('quiet', what)}`,
  );
  // What a command sets off follows it; what happens while time passes comes before its end.
  if (step.kind !== 'do') for (const line of happened) out(line);
  const mark = step.passed ? tone('good', '✓') : tone('bad', '✗');
  const who = (step.as ?? '').padEnd(12);
  const where = step.kind === 'expect' ? '' : tone('quiet', `  -> ${standingTitle(step.standing)}`);
  out(`  ${mark} ${shortTime(step.now)}  ${who}  ${stepTitle(step)}${where}`);
  if (step.kind === 'do') for (const line of happened) out(line);
}

function tellEnd(result: ScenarioResult, terminal: Terminal): void {
  const { out, tone } = terminal;
  const lines = result.problems.flatMap((found) => problemLines(found, terminal));
  const [first, ...rest] = result.steps.flatMap(failureLines);
  if (first !== undefined) lines.push(tone('bad', first), ...rest);
  for (const line of lines) out(`  ${line}`);
  out('');
}

function oneLine(result: ScenarioResult, { tone }: Terminal): string {
  const { scenario, file, passed, steps, problems } = result;
  if (passed) return `${tone('good', '✓')} ${scenario}  ${tone('quiet', file)}`;
  const failed = steps.at(-1);
  const found = problems[0] ?? failed?.failure?.problems[0];
  const line = problems[0]?.line ?? failed?.line;
  const place = line === undefined ? file : `${file}:${line}`;
  return `${tone('bad', '✗')} ${scenario}  ${place}  ${found?.code}: ${found?.detail}`;
}
