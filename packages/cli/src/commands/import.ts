import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import { fromBpmn, fromDmn } from '@aidflow/interchange';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { count, problemLines } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** What a file becomes. */
interface Draft {
  /** Texts by path in the folder. */
  files: Record<string, string>;
  notCarried: Problem[];
  /** What is still wrong with it. */
  problems: Problem[];
}

/** `aidflow import`: a first draft from a file of another tool, and what it could not carry over. */
export const importing: Command = {
  name: 'import',
  summary:
    'Makes a first draft of a programme from BPMN, or rules from DMN, and tells what it could not carry.',
  usage: `import FILE --out DIR

  FILE             a BPMN 2.0 or DMN 1.3 file of any tool
  -o, --out DIR    where to write programme.yaml or rules.yaml, which must not be there yet`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(importing, args, { out: { type: 'string', short: 'o' } });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw misused(importing, 'exactly one file is expected');
    if (values.out === undefined) throw misused(importing, '--out says where to write it');
    if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
    const draft = await draftFrom(await readFile(path, 'utf8'));
    await write(values.out, draft.files);
    return tell(draft, values.out, terminal);
  },
};

async function draftFrom(text: string): Promise<Draft> {
  // A BPMN file may name DMN, too: as the language of its conditions.
  if (!/omg\.org\/spec\/DMN\/\d+\/(MODEL\/|dmn\.xsd)/.test(text)) {
    // A file cannot know when the draft will hold; today is a day that can be read in it.
    return fromBpmn(text, { validFrom: new Date().toISOString().slice(0, 10) });
  }
  const { rules, notCarried } = await fromDmn(text);
  return { files: { 'rules.yaml': rules }, notCarried, problems: [] };
}

/** Nothing that somebody wrote is written over. */
async function write(folder: string, files: Record<string, string>): Promise<void> {
  for (const name of Object.keys(files)) {
    const path = join(folder, name);
    if (existsSync(path)) throw new ProblemError(problem('interchange/exists', { path }));
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

function tell({ files, notCarried, problems }: Draft, folder: string, terminal: Terminal): number {
  for (const found of [...notCarried, ...problems]) {
    for (const line of problemLines(found, terminal)) terminal.out(line);
  }
  const errors = problems.filter(({ severity }) => severity !== 'warning').length;
  const written = Object.keys(files).map((name) => join(folder, name));
  const left = `${notCarried.length} not carried over, ${count(errors, 'error')}`;
  terminal.out(`${written.join(' ')}: ${left}`);
  return errors === 0 ? 0 : 1;
}
