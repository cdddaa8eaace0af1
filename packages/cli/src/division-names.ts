/** Names of divisions, as a command is given them. */
import { existsSync, readFileSync } from 'node:fs';
import { problem } from '@aidflow/definition';
import { misused } from './args.ts';
import { type Command, UsageError } from './command.ts';

/** The names in a JSON file by code; none without a file. */
export function namesIn(command: Command, path: string | undefined): Record<string, string> {
  if (path === undefined) return {};
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return Object.fromEntries(Object.entries(found).map(([code, name]) => [code, String(name)]));
  } catch {
    throw misused(command, `"${path}" holds no names as JSON`);
  }
}
