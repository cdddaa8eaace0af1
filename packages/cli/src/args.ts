/** Reads the words after a command; what cannot be read is a problem that shows the right usage. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type ProblemLanguage, problem } from '@aidflow/definition';
import { type Command, UsageError } from './command.ts';

type Usage = Pick<Command, 'name' | 'usage'>;

/** What Node gives for a table of options and free positionals. */
type Parsed<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Reads options and positionals strictly. Throws `UsageError` for an option that the command does not have. */
export function readArgs<const T extends ParseArgsOptionsConfig>(
  command: Usage,
  args: string[],
  options: T,
): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node adds advice about options that begin with a dash, which no path of ours does.
    throw misused(command, (error.message.split('. ')[0] ?? error.message).replace(/\.$/, ''));
  }
}

/** The error for a command line that lacks something or has too much of it. */
export function misused({ name, usage }: Usage, reason: string): UsageError {
  const [first = name] = usage.split('\n');
  return new UsageError(problem('cli/usage', { command: name, reason, usage: first }));
}

/** The language that `--lang` names; English when it is left out. */
export function spokenLanguage(command: Usage, asked: string | undefined): ProblemLanguage {
  if (asked === undefined || asked === 'en') return 'en';
  if (asked === 'zh') return asked;
  throw misused(command, `there are no words in "${asked}"`);
}
