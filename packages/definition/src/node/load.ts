import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingOf } from '../lint/finding.ts';
import { type Finding, lint } from '../lint.ts';
import { limits } from '../parse/limits.ts';
import { type Files, parse } from '../parse.ts';
import { type Problem, problem } from '../problems.ts';
import type { Bundle } from '../types.ts';
import { bundle } from './bundle.ts';

export type LoadResult =
  | { ok: true; bundle: Bundle; files: string[]; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads, checks and bundles the programme in a folder. Problems name files relative to the folder.
 * `files` are the paths that were read; scenarios are none of them.
 */
export async function loadProgramme(folder: string | URL): Promise<LoadResult> {
  const found = await readFolder(folder instanceof URL ? fileURLToPath(folder) : folder);
  if (!found.ok) return found;
  const parsed = parse(found.files);
  if (!parsed.ok) return parsed;
  const made = await bundle(parsed.programme);
  if (!made.ok) return made;
  return { ok: true, bundle: made.bundle, files: Object.keys(found.files), warnings: parsed.warnings };
}

/**
 * What is wrong with the programme in a folder, as `lint` tells it. `files` are the texts that were read, for `applyFix`.
 */
export async function lintProgramme(folder: string | URL): Promise<{ findings: Finding[]; files: Files }> {
  const found = await readFolder(folder instanceof URL ? fileURLToPath(folder) : folder);
  if (found.ok) return { findings: lint(found.files), files: found.files };
  return { findings: found.problems.map((one) => findingOf(one)), files: {} };
}

/** How many files a programme may have. */
const most = 1000;

/** Files that belong to a definition, by their names. */
const belongs = /\.(ya?ml|json|md)$/;

async function readFolder(
  folder: string,
): Promise<{ ok: true; files: Files } | { ok: false; problems: Problem[] }> {
  const files: Record<string, string> = {};
  const problems: Problem[] = [];
  let total = 0;
  for (const path of await paths(folder, '')) {
    if (Object.keys(files).length >= most) {
      const params = { key: folder, found: `> ${most}`, limit: most };
      return { ok: false, problems: [problem('definition/too-large', params)] };
    }
    const { size } = await lstat(join(folder, path));
    if (size > limits.fileSize) {
      const params = { found: size, limit: limits.fileSize, variant: 'file' };
      problems.push(problem('definition/too-large', params, { file: path, line: 1 }));
      continue;
    }
    total += size;
    if (total > limits.folderSize) {
      const params = { key: folder, found: total, limit: limits.folderSize, variant: 'folder' };
      return { ok: false, problems: [problem('definition/too-large', params)] };
    }
    files[path] = await readFile(join(folder, path), 'utf8');
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files };
}

/** Paths below a folder, without links, hidden names and scenarios. Empty when there is no such folder. */
async function paths(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.') || path === 'node_modules' || path === 'scenarios') continue;
    if (entry.isDirectory()) found.push(...(await paths(folder, path)));
    else if (entry.isFile() && belongs.test(entry.name)) found.push(path);
  }
  return found;
}
