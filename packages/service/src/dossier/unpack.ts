/** Unpacks an archive that nobody vouches for: nothing is written to the disk, run, or believed. */
import { type Problem, problem } from '@aidflow/definition';
import { unzipSync } from 'fflate';
import { FORMAT, LARGEST_DOSSIER, type Manifest, paths } from './layout.ts';

export type Unpacked =
  | { ok: true; manifest: Manifest; files: ReadonlyMap<string, Uint8Array>; problems: Problem[] }
  | { ok: false; problems: Problem[] };

export function unpack(zip: Uint8Array): Unpacked {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  let size = 0;
  let files: ReadonlyMap<string, Uint8Array>;
  try {
    const entries = unzipSync(zip, {
      filter({ name, originalSize }) {
        size += originalSize;
        if (size > LARGEST_DOSSIER) return false;
        // Of two with one name, one program shows the first and another the last.
        if (seen.has(name)) problems.push(problem('dossier/file-unlisted', { path: name }, { file: name }));
        seen.add(name);
        return true;
      },
    });
    files = new Map(Object.entries(entries));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  if (size > LARGEST_DOSSIER) {
    return { ok: false, problems: [problem('dossier/size', { size, max: LARGEST_DOSSIER })] };
  }
  const content = files.get(paths.manifest);
  if (!content) return refused(`${paths.manifest} is missing`);
  try {
    const manifest: unknown = JSON.parse(textOf(content));
    if (isManifest(manifest)) return { ok: true, manifest, files, problems };
    return refused(`${paths.manifest} is no manifest of layout ${FORMAT}`);
  } catch {
    return refused(`${paths.manifest} is no JSON`);
  }
}

const refused = (reason: string): Unpacked => ({
  ok: false,
  problems: [problem('dossier/unreadable', { reason })],
});

/** Throws for bytes that are no UTF-8. */
export const textOf = (content: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const one = value as Record<keyof Manifest, unknown>;
  const of = one.case as Record<string, unknown> | null;
  return (
    one.dossier === FORMAT &&
    typeof of === 'object' &&
    of !== null &&
    typeof of.id === 'string' &&
    typeof of.number === 'string' &&
    typeof one.made === 'string' &&
    !Number.isNaN(Date.parse(one.made)) &&
    typeof one.masked === 'boolean' &&
    Number.isSafeInteger(one.events) &&
    (one.events as number) > 0 &&
    typeof one.head === 'string' &&
    Array.isArray(one.files) &&
    one.files.every(
      (file: Record<string, unknown> | null) =>
        typeof file === 'object' &&
        file !== null &&
        typeof file.path === 'string' &&
        Number.isSafeInteger(file.size) &&
        typeof file.sha256 === 'string',
    )
  );
}
