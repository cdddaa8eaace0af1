/**
 * Verifies a dossier without believing anything in it: files against the manifest, events against their chain, the chain
 * against a head that is known from elsewhere, definitions against the hashes that events name, the state against the
 * engine's own replay, documents against the hashes in the data, and pages against what they are made of.
 */
import { type Bundle, type Problem, ProblemError, problem } from '@aidflow/definition';
import { bundleHash } from '@aidflow/definition/node';
import {
  type CaseEvent,
  type CaseState,
  compile,
  decisionsOf,
  explain,
  type Json,
  type Programme,
  replayAcross,
  type Versions,
  versionsIn,
} from '@aidflow/engine';
import { chainFaults } from './chain-faults.ts';
import { firstDifference } from './difference.ts';
import { documentsNamed } from './documents.ts';
import { type DossierDocument, hashOf, type Manifest, paths, spelled } from './layout.ts';
import { pagesOf } from './pages.ts';
import { textOf, unpack } from './unpack.ts';

export interface VerifyOptions {
  /** Hash of the last event as it was noted when the dossier was made: without it a chain made anew goes unnoticed. */
  head?: string | undefined;
  /** Takes a masked copy, of which only files and links between events can be checked. */
  masked?: boolean | undefined;
}

export interface Verdict {
  /** What the archive says it is; absent when it cannot be read. */
  manifest?: Manifest;
  /** Everything that is not as it was recorded, each with its place. */
  problems: Problem[];
}

/** Never throws for what an archive holds. */
export function verifyDossier(zip: Uint8Array, options: VerifyOptions = {}): Verdict {
  const unpacked = unpack(zip);
  if (!unpacked.ok) return { problems: unpacked.problems };
  const { manifest, files } = unpacked;
  const problems = [...unpacked.problems, ...fileFaults(manifest, files)];
  if (manifest.masked && !options.masked) problems.push(problem('dossier/masked', {}));
  const read = new Reading(files, problems);

  const events = read.events();
  const state = read.json<CaseState>(paths.state, isState);
  const names = read.json<Record<string, string>>(paths.names, isObject);
  const documents = read.json<DossierDocument[]>(paths.documents, isDocuments);
  if (!events || !state) return { manifest, problems };

  problems.push(...chainFaults(events, manifest), ...headFaults(events, state, manifest, options.head));
  const versions = versionsOf(read, events, problems);
  if (!versions) return { manifest, problems };
  // What is masked gives another state and other pages than the data of which the hashes speak.
  if (manifest.masked) return { manifest, problems };

  problems.push(...stateFaults(versions, events, state));
  if (documents) problems.push(...documentFaults(documents, events, files));
  if (documents && names) {
    problems.push(...pageFaults({ manifest, files, events, state, versions, documents, names }));
  }
  return { manifest, problems };
}

function fileFaults({ files: listed }: Manifest, files: ReadonlyMap<string, Uint8Array>): Problem[] {
  const known = new Set<string>([paths.manifest, ...listed.map(({ path }) => path)]);
  return [
    ...listed.flatMap(({ path, size, sha256 }) => {
      const content = files.get(path);
      if (!content) return [problem('dossier/file-missing', { path }, { file: path })];
      if (content.byteLength === size && hashOf(content) === sha256) return [];
      return [problem('dossier/file-changed', { path }, { file: path })];
    }),
    ...[...files.keys()]
      .filter((path) => !known.has(path))
      .map((path) => problem('dossier/file-unlisted', { path }, { file: path })),
  ];
}

function headFaults(
  events: readonly CaseEvent[],
  state: CaseState,
  manifest: Manifest,
  head: string | undefined,
): Problem[] {
  const found = events.at(-1)?.hash ?? '';
  const claims: [claimed: string | undefined, variant: string, file: string][] = [
    [head, 'anchor', paths.events],
    [manifest.head, 'manifest', paths.manifest],
    [state.head, 'state', paths.state],
  ];
  return claims.flatMap(([claimed, variant, file]) =>
    claimed === undefined || claimed === found
      ? []
      : [problem('dossier/head', { found, head: claimed, variant }, { file })],
  );
}

/** Files of the archive, read strictly; what cannot be read is a problem. */
class Reading {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #problems: Problem[];

  constructor(files: ReadonlyMap<string, Uint8Array>, problems: Problem[]) {
    this.#files = files;
    this.#problems = problems;
  }

  /** Spelled otherwise than it is written, a text may say one thing to a reader and another to a program. */
  #parsed(text: string, path: string, line?: number): unknown {
    try {
      const value: unknown = JSON.parse(text);
      if (spelled(value) === text) return value;
    } catch {
      // Told below, as what is no JSON of ours either.
    }
    const place = { file: path, ...(line === undefined ? {} : { line }) };
    this.#problems.push(problem('dossier/malformed', { path }, place));
    return undefined;
  }

  #text(path: string): string | undefined {
    const content = this.#files.get(path);
    if (!content) {
      const known = this.#problems.some(({ code, file }) => code === 'dossier/file-missing' && file === path);
      if (!known) this.#problems.push(problem('dossier/file-missing', { path }, { file: path }));
      return undefined;
    }
    try {
      return textOf(content);
    } catch {
      this.#problems.push(problem('dossier/malformed', { path }, { file: path }));
      return undefined;
    }
  }

  json<T>(path: string, is: (value: unknown) => boolean): T | undefined {
    const text = this.#text(path);
    if (text === undefined) return undefined;
    const value = this.#parsed(text, path);
    if (value === undefined || is(value)) return value as T | undefined;
    this.#problems.push(problem('dossier/malformed', { path }, { file: path }));
    return undefined;
  }

  events(): CaseEvent[] | undefined {
    const text = this.#text(paths.events);
    if (text === undefined) return undefined;
    const lines = text.split('\n');
    if (lines.pop() !== '') lines.push('');
    const events: CaseEvent[] = [];
    for (const [index, line] of lines.entries()) {
      const value = this.#parsed(line, paths.events, index + 1);
      if (value === undefined) continue;
      if (isEvent(value)) events.push(value);
      else
        this.#problems.push(
          problem('dossier/malformed', { path: paths.events }, { file: paths.events, line: index + 1 }),
        );
    }
    return events.length > 0 ? events : undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEvent = (value: unknown): value is CaseEvent =>
  isObject(value) &&
  Number.isSafeInteger(value.seq) &&
  ['type', 'at', 'hash', 'previous'].every((key) => typeof value[key] === 'string') &&
  isObject(value.by);

const isState = (value: unknown): boolean =>
  isObject(value) && typeof value.head === 'string' && typeof value.definition === 'string';

const isDocuments = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (one) => isObject(one) && ['sha256', 'type', 'name', 'at'].every((key) => typeof one[key] === 'string'),
  );

/** The enclosed versions, each by the hash of what it says and not of what it is called. Their validators are never run. */
function versionsOf(read: Reading, events: readonly CaseEvent[], problems: Problem[]): Versions | undefined {
  const versions = new Map<string, Programme>();
  const hashes = versionsIn(events);
  for (const hash of hashes) {
    const path = paths.definition(hash);
    const bundle = read.json<Bundle>(path, isObject);
    if (!bundle) continue;
    try {
      if (bundleHash(bundle) !== hash || bundle.hash !== hash) {
        problems.push(problem('dossier/definition', { hash, path }, { file: path }));
        continue;
      }
      versions.set(hash, compile(bundle, {}));
    } catch {
      problems.push(problem('dossier/definition', { hash, path }, { file: path }));
    }
  }
  return versions.size === hashes.length && hashes.length > 0 ? versions : undefined;
}

function stateFaults(versions: Versions, events: readonly CaseEvent[], state: CaseState): Problem[] {
  const place = { file: paths.state };
  try {
    // What is kept has been JSON, where there is no undefined.
    const made = JSON.parse(spelled(replayAcross(versions, events) ?? null)) as Json;
    const pointer = firstDifference(made, state as unknown as Json);
    return pointer === undefined ? [] : [problem('dossier/state', { pointer }, { ...place, pointer })];
  } catch (error) {
    return [problem('dossier/replay', { reason: reasonOf(error) }, { file: paths.events })];
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof ProblemError
    ? error.problem.detail
    : error instanceof Error
      ? error.message
      : String(error);

function documentFaults(
  documents: readonly DossierDocument[],
  events: readonly CaseEvent[],
  files: ReadonlyMap<string, Uint8Array>,
): Problem[] {
  const named = documentsNamed(events);
  const listed = new Set(documents.map(({ sha256 }) => sha256));
  const expected = new Set(documents.map(paths.document));
  const strays = [...files.keys()].filter((path) => path.startsWith('documents/') && !expected.has(path));
  return [
    ...documents.flatMap((one) => {
      const path = paths.document(one);
      const content = files.get(path);
      if (!content) return [problem('dossier/file-missing', { path }, { file: path })];
      if (hashOf(content) !== one.sha256) return [problem('dossier/document', { path }, { file: path })];
      return named.has(one.sha256) ? [] : [problem('dossier/document-unnamed', { path }, { file: path })];
    }),
    ...strays.map((path) => problem('dossier/document-unnamed', { path }, { file: path })),
    // A case may name a file only after it was uploaded: one that is named and not enclosed was taken out.
    ...[...named]
      .filter((sha256) => !listed.has(sha256))
      .map((sha256) => problem('dossier/document-gone', { sha256 }, { file: paths.documents })),
  ];
}

interface Enclosed {
  manifest: Manifest;
  files: ReadonlyMap<string, Uint8Array>;
  events: readonly CaseEvent[];
  state: CaseState;
  versions: Versions;
  documents: readonly DossierDocument[];
  names: Readonly<Record<string, string>>;
}

/** The pages are made again from what is enclosed. */
function pageFaults({ manifest, files, events, state, versions, documents, names }: Enclosed): Problem[] {
  let pages: Record<string, string>;
  try {
    const explanations = decisionsOf(versions, events).map((seq) =>
      explain(versions, events, seq, { reveal: true }),
    );
    const { made } = manifest;
    pages = pagesOf({ state, events, versions, documents, names, made, masked: false, explanations });
  } catch (error) {
    return [problem('dossier/replay', { reason: reasonOf(error) }, { file: paths.events })];
  }
  const strays = [...files.keys()].filter(
    (path) => /^(letters\/|index)/.test(path) && !Object.hasOwn(pages, path),
  );
  const differing = Object.entries(pages).flatMap(([path, page]) => {
    const content = files.get(path);
    return content && Buffer.from(content).equals(Buffer.from(page)) ? [] : [path];
  });
  return [...differing, ...strays].map((path) => problem('dossier/page', { path }, { file: path }));
}
