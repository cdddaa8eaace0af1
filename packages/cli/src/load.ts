import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundle, problem } from '@aidflow/definition';
import { loadProgramme } from '@aidflow/definition/node';
import { placedIn, programmeFolders } from '@aidflow/simulator/node';
import { UsageError } from './command.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** Programme folders at a path. Throws `cli/no-file` and `cli/no-programme`. */
export function programmeFoldersIn(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const folders = programmeFolders(path);
  if (folders.length === 0) throw new UsageError(problem('cli/no-programme', { path }));
  return folders;
}

/**
 * The bundle of the programme in `folder`; `undefined` when it has errors, which are told then.
 * Throws `cli/no-file` and `cli/no-programme`.
 */
export async function bundleAt(folder: string, terminal: Terminal): Promise<Bundle | undefined> {
  if (!existsSync(folder)) throw new UsageError(problem('cli/no-file', { path: folder }));
  if (!existsSync(join(folder, 'programme.yaml'))) {
    throw new UsageError(problem('cli/no-programme', { path: folder }));
  }
  const loaded = await loadProgramme(folder);
  if (loaded.ok) return loaded.bundle;
  for (const found of loaded.problems) {
    for (const line of problemLines(placedIn(folder, found), terminal)) terminal.err(line);
  }
  return undefined;
}
