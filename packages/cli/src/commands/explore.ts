import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ProblemLanguage, problem } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import { compile } from '@aidflow/engine';
import {
  type Coverage,
  coveredKinds,
  type Exploration,
  explore,
  scenarioFile,
  scenarioText,
  unreached,
} from '@aidflow/simulator';
import { programmeFolders, shownByScenarios } from '@aidflow/simulator/node';
import { misused, readArgs, spokenLanguage } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { explorePage } from '../explore-page.ts';
import { findingLine, words } from '../explore-words.ts';
import { bundleAt } from '../load.ts';
import { progressOn } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { readWalk, writeWalk } from '../walk-file.ts';

const MEGABYTE = 1_048_576;
/** Moves that one run tries at most. */
const TRIES = 400_000;
const WALK = 'walk.json';
/** What is not reached is named up to so many. */
const NAMED = 12;

/** `aidflow explore`: walks what can happen in a programme and says what is wrong with it. */
export const exploring: Command = {
  name: 'explore',
  summary:
    'Walks every configuration of a programme within bounds, and writes a scenario for all that is wrong.',
  usage: `explore PROGRAMME

  PROGRAMME          a programme's folder, or the name of one below here
  --out DIR          writes a scenario for each finding there, and walk.json to go on from
  --continue FILE    goes on from a walk.json; --max is of what comes on top
  --html FILE        writes a page: the procedure coloured by what was reached, tables, findings
  --max N            configurations that are followed; 2000 when left out
  --seconds N        stops after so many seconds
  --megabytes N      stops when so much memory is held
  --seed TEXT        another seed tries other data
  --lang zh|en       language of what is printed
  --json             everything as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(exploring, args, {
      out: { type: 'string' },
      html: { type: 'string' },
      continue: { type: 'string' },
      max: { type: 'string' },
      seconds: { type: 'string' },
      megabytes: { type: 'string' },
      seed: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw misused(exploring, 'one programme is expected');
    const language = spokenLanguage(exploring, values.lang);
    const configurations = count('max', values.max) ?? 2000;
    const seconds = count('seconds', values.seconds) ?? Number.POSITIVE_INFINITY;
    const megabytes = count('megabytes', values.megabytes) ?? Number.POSITIVE_INFINITY;
    const folder = folderOf(path);
    const bundle = await bundleAt(folder, terminal);
    if (!bundle) return 1;
    const programme = compile(bundle, await loadValidators(bundle));
    const from = values.continue === undefined ? undefined : readWalk(values.continue, programme.hash);
    if (from && values.seed !== undefined && values.seed !== from.seed)
      throw misused(exploring, `the walk has the seed "${from.seed}", and goes on with it`);
    const progress = progressOn(terminal);
    const started = performance.now();
    const { samples, coverage: shown } = await shownByScenarios(folder, programme);
    const { saved, ...exploration } = explore(programme, {
      configurations: configurations + (from?.followed ?? 0),
      tries: TRIES + (from?.tried ?? 0),
      save: values.out !== undefined,
      ...(from ? { from } : {}),
      samples,
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      goOn({ part, configurations: followed, waiting, findings }) {
        progress.tell(part, words(language).progress(followed, waiting, findings));
        const held = process.memoryUsage().heapUsed / MEGABYTE;
        return performance.now() - started < seconds * 1000 && held < megabytes;
      },
    });
    progress.end();
    if (values.out !== undefined) write(values.out, exploration, language);
    if (values.out !== undefined && saved) writeWalk(join(values.out, WALK), saved);
    if (values.html !== undefined) writeFileSync(values.html, explorePage(exploration, bundle, language));
    if (values.json) terminal.out(JSON.stringify({ ...exploration, scenarios: shown }, null, 2));
    else tell(exploration, shown, values.out, language, terminal);
    return exploration.findings.length > 0 ? 1 : 0;
  },
};

function count(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw misused(exploring, `--${option} is a whole number from 1 on`);
  return Number(text);
}

/** A folder as it is, or the programme of that name below the current one. */
function folderOf(path: string): string {
  if (existsSync(path)) return path;
  const named = /[/\\]/.test(path) ? undefined : programmeFolders('.').find((one) => basename(one) === path);
  if (named === undefined) throw new UsageError(problem('cli/no-file', { path }));
  return named;
}

function write(folder: string, { findings }: Exploration, language: ProblemLanguage): void {
  mkdirSync(folder, { recursive: true });
  for (const finding of findings) {
    const text = scenarioText(finding.scenario, findingLine(finding, language));
    writeFileSync(join(folder, scenarioFile(finding)), text);
  }
}

function tell(
  found: Exploration,
  shown: Coverage,
  out: string | undefined,
  language: ProblemLanguage,
  { out: say, tone }: Terminal,
): void {
  const { coverage, findings, configurations, waiting, tried, ended } = found;
  const said = words(language);
  for (const kind of coveredKinds) {
    const missing = unreached(coverage[kind]);
    const { length: all } = coverage[kind].all;
    const reached = `${said.kinds[kind].padEnd(10)} ${String(all - missing.length).padStart(4)} / ${all}`;
    if (missing.length === 0) {
      say(reached);
      continue;
    }
    const left = missing.filter((id) => shown[kind].reached[id] === undefined);
    say(`${reached}  ${said.withScenarios(all - left.length)}`);
    const more = missing.length > NAMED ? ` + ${missing.length - NAMED}` : '';
    say(tone('quiet', `  ${said.never}: ${missing.slice(0, NAMED).join(', ')}${more}`));
  }
  const refusals = Object.entries(coverage.problems).sort(([, a], [, b]) => b - a);
  say(`${said.problems}: ${refusals.map(([code, times]) => `${code} ${times}`).join(', ')}`);
  say('');
  for (const finding of findings) {
    say(tone('bad', `✗ ${findingLine(finding, language)}`));
    if (out !== undefined) say(`  ${join(out, scenarioFile(finding))}`);
  }
  say(said.end(ended, configurations, waiting, tried));
  say(tone(findings.length === 0 ? 'good' : 'bad', said.found(findings.length)));
}
