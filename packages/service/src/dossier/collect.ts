/** Brings together what a dossier is made of. */
import { type Bundle, ProblemError, problem } from '@aidflow/definition';
import { type CaseEvent, type CaseState, type Mask, versionsIn } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';
import { createFileStore, type FileStore } from '../files.ts';
import { documentsNamed } from './documents.ts';
import { type DossierContents, LARGEST_DOSSIER } from './layout.ts';

export interface CollectRequest {
  store: CaseStore;
  /** Folder of the uploaded files. */
  files: string | undefined;
  state: CaseState;
  /** All of them up to the state's version. */
  events: readonly CaseEvent[];
  names: Readonly<Record<string, string>>;
  /** Instant of the export. */
  made: string;
  mask?: Mask | undefined;
}

/** Throws `definition/unknown` for a version, and `file/unknown` for a document, that is not kept; `dossier/size`. */
export async function collectDossier(request: CollectRequest): Promise<DossierContents> {
  const { store, state, events, names, made, mask } = request;
  const bundles = await Promise.all(versionsIn(events).map((hash) => bundleOf(store, hash)));
  const files = request.files === undefined ? undefined : createFileStore(request.files);
  return {
    state,
    events,
    bundles,
    documents: mask ? [] : await documentsOf(store, files, state.id, documentsNamed(events)),
    names: namesIn(names, state, events),
    made,
    mask,
  };
}

async function bundleOf(store: CaseStore, hash: string): Promise<Bundle> {
  const found = await store.definition(hash);
  if (!found) throw new ProblemError(problem('definition/unknown', { hash }));
  return JSON.parse(found.bundle) as Bundle;
}

async function documentsOf(
  store: CaseStore,
  files: FileStore | undefined,
  caseId: string,
  named: ReadonlySet<string>,
) {
  // The case may have gone on meanwhile, and named more.
  const records = (await store.caseFiles(caseId)).filter(({ sha256 }) => named.has(sha256));
  const size = records.reduce((sum, one) => sum + one.size, 0);
  if (size > LARGEST_DOSSIER) {
    throw new ProblemError(problem('dossier/size', { size, max: LARGEST_DOSSIER }));
  }
  const documents: DossierContents['documents'][number][] = [];
  for (const { by: _, ...record } of records) {
    documents.push({ record, content: await contentOf(files, record.sha256) });
  }
  return documents;
}

async function contentOf(files: FileStore | undefined, sha256: string): Promise<Uint8Array> {
  const unknown = () => new ProblemError(problem('file/unknown', { file: sha256 }));
  if (!files) throw unknown();
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of files.read(sha256)) pieces.push(piece);
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw unknown();
    throw error;
  }
}

/** The names of the divisions that the case speaks of, and of those above its own. */
function namesIn(
  names: Readonly<Record<string, string>>,
  { division }: CaseState,
  events: readonly CaseEvent[],
): Record<string, string> {
  const spoken = new Set(JSON.stringify(events).match(/(?<=")\d{2,12}(?=")/g));
  return Object.fromEntries(
    Object.entries(names).filter(([code]) => division.startsWith(code) || spoken.has(code)),
  );
}
