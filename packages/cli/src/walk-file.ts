/** The file from which exploring goes on. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { problem } from '@aidflow/definition';
import type { SavedWalk } from '@aidflow/simulator';
import { UsageError } from './command.ts';

/** Another shape of the file gets another number. */
const FORM = 1;

const sumOf = (walk: unknown): string => createHash('sha256').update(JSON.stringify(walk)).digest('hex');

export function writeWalk(path: string, walk: SavedWalk): void {
  writeFileSync(path, JSON.stringify({ 'aidflow-walk': FORM, sum: sumOf(walk), walk }));
}

/**
 * Reads a walk of the definition with that hash. Throws `cli/no-file`, `cli/not-a-walk` and `cli/other-walk`.
 */
export function readWalk(path: string, definition: string): SavedWalk {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const walk = walkIn(readFileSync(path, 'utf8'));
  if (!walk) throw new UsageError(problem('cli/not-a-walk', { path }));
  if (walk.definition !== definition) {
    throw new UsageError(problem('cli/other-walk', { path, walked: walk.definition, definition }));
  }
  return walk;
}

/** The walk in a text; the sum stands for its shape, which nobody but this command writes. */
function walkIn(text: string): SavedWalk | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { 'aidflow-walk': form, sum, walk } = read as Record<string, unknown>;
  return form === FORM && walk !== undefined && sum === sumOf(walk) ? (walk as SavedWalk) : undefined;
}
