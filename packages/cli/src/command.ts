import type { Problem } from '@aidflow/definition';
import type { Terminal } from './terminal.ts';

/** One word after `aidflow`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What stands after `aidflow`, and one line for each option. */
  usage: string;
  /** Resolves to the exit code: 0 good, 1 the answer is bad. Throws `UsageError` for arguments it cannot read. */
  run(args: string[], terminal: Terminal): Promise<number>;
}

/** The command line itself is wrong: told as a problem, exit code 2. */
export class UsageError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'UsageError';
    this.problem = problem;
  }
}
