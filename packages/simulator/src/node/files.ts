/** Where programmes and scenarios lie on disk. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '@aidflow/definition';

const PROGRAMME = 'programme.yaml';

/** Folders with a programme.yaml: `path` itself, or all below it, in the order of their names. */
export function programmeFolders(path: string): string[] {
  if (existsSync(join(path, PROGRAMME))) return [path];
  return foldersIn(path).flatMap(programmeFolders);
}

/** The folder of the programme that a file belongs to: the nearest one above it that has a programme.yaml. */
export function programmeAbove(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, PROGRAMME))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Scenario files at `path`, in the order of their names: the file itself; for a programme, what lies in its `scenarios`;
 * for any other folder, every YAML file in it and what its folders hold.
 */
export function scenarioFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  if (existsSync(join(path, PROGRAMME))) {
    const scenarios = join(path, 'scenarios');
    return existsSync(scenarios) ? scenarioFiles(scenarios) : [];
  }
  const files = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(path, entry.name))
    .sort();
  return [...files, ...foldersIn(path).flatMap(scenarioFiles)];
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => join(path, entry.name))
    .sort();
}

/** A problem of a programme names its file within the folder; here it is named as seen from outside. */
export function placedIn(folder: string, found: Problem): Problem {
  return { ...found, file: found.file === undefined ? folder : join(folder, found.file) };
}
