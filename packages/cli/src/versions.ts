/** Two versions of a programme to compare, each from a folder or from a bundle. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Bundle,
  type Difference,
  localize,
  ProblemError,
  type ProblemLanguage,
  placesIn,
  problem,
} from '@aidflow/definition';
import { bundleHash, loadProgramme } from '@aidflow/definition/node';
import { placedIn } from '@aidflow/simulator/node';
import { UsageError } from './command.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';

export interface Version {
  bundle: Bundle;
  /** `FILE:LINE` of what a difference is about; in a bundle, the pointer. */
  place(difference: Difference): string;
}

/**
 * The version at a path. `undefined` when the folder has errors, which are told then.
 * Throws `cli/no-file`, `cli/not-a-bundle` and `definition/hash`.
 */
export async function versionAt(
  path: string,
  terminal: Terminal,
  language: ProblemLanguage = 'en',
): Promise<Version | undefined> {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  if (!statSync(path).isDirectory()) return { bundle: await bundleIn(path), place: ({ at }) => at };
  if (!existsSync(join(path, 'programme.yaml'))) throw new UsageError(problem('cli/no-programme', { path }));
  const loaded = await loadProgramme(path);
  if (!loaded.ok) {
    for (const found of loaded.problems) {
      for (const line of problemLines(localize(placedIn(path, found), language), terminal))
        terminal.err(line);
    }
    return undefined;
  }
  const texts = await Promise.all(
    loaded.files.map(async (file) => [file, await readFile(join(path, file), 'utf8')] as const),
  );
  const find = placesIn(Object.fromEntries(texts), loaded.bundle);
  return {
    bundle: loaded.bundle,
    place({ at }) {
      const { file, line } = find(at);
      return `${join(path, file)}:${line}`;
    },
  };
}

async function bundleIn(path: string): Promise<Bundle> {
  const bundle = parsed(await readFile(path, 'utf8'));
  if (bundle?.aidflow !== 1 || typeof bundle.definition !== 'object' || typeof bundle.hash !== 'string') {
    throw new UsageError(problem('cli/not-a-bundle', { path }));
  }
  const found = bundleHash(bundle);
  if (found === bundle.hash) return bundle;
  const params = { programme: bundle.programme, expected: bundle.hash, found };
  throw new ProblemError(problem('definition/hash', params));
}

function parsed(text: string): Bundle | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Bundle) : undefined;
  } catch {
    return undefined;
  }
}
