/** Finds the command and runs it. */
import { nearest, type Problem, ProblemError, problem } from '@aidflow/definition';
import { type Command, UsageError } from './command.ts';
import { bundle } from './commands/bundle.ts';
import { diff } from './commands/diff.ts';
import { dossier } from './commands/dossier.ts';
import { expand } from './commands/expand.ts';
import { explain } from './commands/explain.ts';
import { exploring } from './commands/explore.ts';
import { exporting } from './commands/export.ts';
import { graph } from './commands/graph.ts';
import { importing } from './commands/import.ts';
import { lint } from './commands/lint.ts';
import { load } from './commands/load.ts';
import { migrate } from './commands/migrate.ts';
import { replay } from './commands/replay.ts';
import { serve } from './commands/serve.ts';
import { simulate } from './commands/simulate.ts';
import { types } from './commands/types.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** In the order in which an analyst needs them. */
const COMMANDS: readonly Command[] = [
  validate,
  lint,
  simulate,
  exploring,
  load,
  explain,
  diff,
  replay,
  migrate,
  expand,
  graph,
  exporting,
  importing,
  types,
  bundle,
  serve,
  dossier,
  verify,
];

/**
 * Runs `aidflow` with the words after it.
 *
 * @returns the exit code: 0 good, 1 the answer is bad, 2 the command line could not be read
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = 'help', ...rest] = args;
  try {
    if (name === '--version' || name === '-v') {
      terminal.out(version);
      return 0;
    }
    if (['help', '--help', '-h'].includes(name)) return help(rest[0], terminal);
    const command = find(name);
    if (rest.includes('--help') || rest.includes('-h')) return help(name, terminal);
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return tell(error.problem, terminal, 2);
    if (error instanceof ProblemError) return tell(error.problem, terminal, 1);
    if (isRefusal(error)) return tell(problem('cli/system', { reason: error.message }), terminal, 1);
    throw error;
  }
}

/** A file, port or database that cannot be had is nobody's fault in here, and its stack helps nobody. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return 'syscall' in error || error.code === 'ERR_SQLITE_ERROR';
}

function find(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const commands = COMMANDS.map((candidate) => candidate.name);
  const near = nearest(name, [...commands, 'help']);
  const variant = near === undefined ? {} : { variant: 'nearest', nearest: near };
  throw new UsageError(problem('cli/unknown-command', { command: name, commands, ...variant }));
}

function tell(found: Problem, terminal: Terminal, code: number): number {
  for (const line of problemLines(found, terminal)) terminal.err(line);
  return code;
}

function help(name: string | undefined, { out, tone }: Terminal): number {
  if (name !== undefined) {
    const { summary, usage } = find(name);
    out(`aidflow ${usage}`);
    out('');
    out(summary);
    return 0;
  }
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  out('aidflow: approvals of public aid, written as data');
  out('');
  for (const { name: word, summary } of COMMANDS) out(`  ${tone('strong', word.padEnd(width))}  ${summary}`);
  out('');
  out('aidflow help COMMAND tells its options.');
  return 0;
}
