import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyFix, type Example, type Files, type Finding, type ProblemLanguage } from '@aidflow/definition';
import { lintProgramme } from '@aidflow/definition/node';
import { placedIn } from '@aidflow/simulator/node';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { programmeFoldersIn } from '../load.ts';
import { count, problemLines } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** `aidflow lint`: what would go wrong with a programme, shown by an example, and repaired where that can be done. */
export const lint: Command = {
  name: 'lint',
  summary: 'Says what would go wrong when cases run: with an example, and a fix where there is one.',
  usage: `lint DIR...

  DIR          a folder with programme.yaml, or one that holds such folders
  --fix        makes the fixes, one after the other, and tells what is left
  --lang LANG  en or zh; English when left out
  --json       findings as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(lint, args, {
      fix: { type: 'boolean' },
      lang: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) throw misused(lint, 'no folder was named');
    const language = values.lang ?? 'en';
    if (!isLanguage(language)) throw misused(lint, `there are no words in "${language}"`);
    const found: Told[] = [];
    const fixed: Told[] = [];
    const folders = positionals.flatMap(programmeFoldersIn);
    for (const folder of folders) {
      const { left, made } = values.fix ? await repair(folder) : { left: await findingsIn(folder), made: [] };
      found.push(...left.map((finding) => ({ folder, finding })));
      fixed.push(...made.map((finding) => ({ folder, finding })));
    }
    const errors = found.filter(({ finding }) => finding.severity === 'error').length;
    if (values.json) {
      const [findings, repaired] = [found, fixed].map((list) => list.map(placed));
      terminal.out(JSON.stringify({ programmes: folders, findings, fixed: repaired }, null, 2));
      return errors > 0 ? 1 : 0;
    }
    for (const one of fixed) terminal.out(fixedLine(one, language, terminal));
    for (const one of found) for (const line of findingLines(one, language, terminal)) terminal.out(line);
    if (found.length + fixed.length > 0) terminal.out('');
    const all = [
      count(folders.length, 'programme'),
      count(errors, 'error'),
      count(found.length - errors, 'warning'),
      ...(values.fix ? [`${fixed.length} fixed`] : []),
    ].join(', ');
    terminal.out(terminal.tone(errors > 0 ? 'bad' : 'good', all));
    return errors > 0 ? 1 : 0;
  },
};

/** A finding with the folder of its programme. */
interface Told {
  folder: string;
  finding: Finding;
}

const isLanguage = (word: string): word is ProblemLanguage => word === 'en' || word === 'zh';

const findingsIn = async (folder: string): Promise<Finding[]> => (await lintProgramme(folder)).findings;

/** A programme may ask for so many repairs in one go. */
const mostRepairs = 200;

/**
 * Makes fix after fix, looking again each time: lines move, and one mistake hides others. A finding that comes back is not
 * repaired twice.
 */
async function repair(folder: string): Promise<{ left: Finding[]; made: Finding[] }> {
  const made = new Map<string, Finding>();
  for (;;) {
    const { findings, files } = await lintProgramme(folder);
    const next = findings.find((one) => one.fix !== undefined && !made.has(told(one)));
    if (next?.fix === undefined || made.size >= mostRepairs)
      return { left: findings, made: [...made.values()] };
    made.set(told(next), next);
    await write(folder, files, applyFix(files, next.fix));
  }
}

const told = ({ code, at, message }: Finding): string => `${code} ${at.file} ${message.en.detail}`;

async function write(folder: string, before: Files, after: Files): Promise<void> {
  for (const [file, text] of Object.entries(after)) {
    if (before[file] !== text) await writeFile(join(folder, file), text);
  }
}

/** The finding with its file as seen from here. */
function placed({ folder, finding }: Told): Finding {
  const { file = finding.at.file } = placedIn(folder, asProblem(finding, 'en'));
  return { ...finding, at: { ...finding.at, file } };
}

function asProblem({ code, severity, at, message }: Finding, language: ProblemLanguage) {
  const warning = severity === 'warning' ? { severity } : {};
  return { code, status: 422, ...message[language], ...at, ...warning };
}

function findingLines({ folder, finding }: Told, language: ProblemLanguage, terminal: Terminal): string[] {
  const { tone } = terminal;
  const { example, fix } = finding;
  return [
    ...problemLines(placedIn(folder, asProblem(finding, language)), terminal),
    ...(example === undefined ? [] : [`  ${tone('quiet', 'example:')} ${exampleLine(example)}`]),
    ...(fix === undefined ? [] : [`  ${tone('good', 'fix:')} ${fix.title[language]}`]),
  ];
}

function fixedLine({ folder, finding }: Told, language: ProblemLanguage, { tone }: Terminal): string {
  const { file, line } = placedIn(folder, asProblem(finding, language));
  const place = tone('strong', `${file}:${line}`);
  return `${tone('good', '✓')} ${place} ${finding.code}: ${finding.fix?.title[language] ?? ''}`;
}

/** `apply.submit -> accept.accept -> register`, or `size = 0; parameters.limit = 5`. */
function exampleLine(example: Example): string {
  if (example.kind === 'path') {
    const steps = example.path.map(({ step, event }) => (event === null ? step : `${step}.${event}`));
    return [...steps, example.path.at(-1)?.to ?? ''].join(' -> ');
  }
  const parts = [example.inputs, example.given].map((values) =>
    Object.entries(values)
      .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
      .join(', '),
  );
  return parts.filter((part) => part !== '').join('; ');
}
