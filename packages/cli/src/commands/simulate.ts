import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { problem } from '@aidflow/definition';
import {
  failureLines,
  type ScenarioResult,
  type StepResult,
  shortTime,
  standingTitle,
  stepTitle,
} from '@aidflow/simulator';
import { readScenario, scenarioFiles, scenarioRunner } from '@aidflow/simulator/node';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { problemLines } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** `aidflow simulate`: plays scenarios and says which held. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Plays scenarios step by step and says what came out differently.',
  usage: `simulate FILE|DIR...

  FILE|DIR           scenario files, a programme's folder, or folders of either
  --programmes DIR   where to look for programmes; else a scenario's programme is the folder it lies in
  --filter TEXT      only scenarios with this text in their name or path
  --quiet            one line for each scenario
  --json             results as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(simulate, args, {
      programmes: { type: 'string', multiple: true },
      filter: { type: 'string' },
      quiet: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) throw misused(simulate, 'no scenario was named');
    const roots = values.programmes?.map(existing);
    const files = positionals.map(existing).flatMap(scenarioFiles).map(fromHere);
    const runner = scenarioRunner(roots);
    const results: ScenarioResult[] = [];
    for (const file of files) {
      const read = await readScenario(file);
      const name = read.ok ? read.source.value.scenario : file;
      if (values.filter !== undefined && !`${name}\n${file}`.includes(values.filter)) continue;
      const loud = !values.quiet && !values.json;
      if (loud)
        terminal.out(terminal.tone('strong', name) + (read.ok ? `  ${terminal.tone('quiet', file)}` : ''));
      const result = await runner.run(file, loud ? { onStep: (step) => tellStep(step, terminal) } : {});
      results.push(result);
      if (loud) tellEnd(result, terminal);
      else if (!values.json) terminal.out(oneLine(result, terminal));
    }
    if (results.length === 0) {
      // Nothing was played, so nothing is proved; without a word that looks like a fault of the programme.
      const filtered = files.length > 0 ? ` with "${values.filter}" in its name or path` : '';
      const reason = `there is no scenario${filtered} in ${positionals.join(', ')}`;
      for (const line of problemLines(misused(simulate, reason).problem, terminal)) terminal.err(line);
    }
    const passed = results.filter((result) => result.passed).length;
    const summary = `${passed} passed, ${results.length - passed} failed`;
    if (values.json) terminal.out(JSON.stringify(results, null, 2));
    // Standard output is one JSON document then, and the summary would spoil it.
    (values.json ? terminal.err : terminal.out)(summary);
    return passed === results.length && passed > 0 ? 0 : 1;
  },
};

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
