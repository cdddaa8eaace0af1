/** Packs a case into one archive that can be read without this program and verified with it. */
import {
  type CaseEvent,
  compile,
  decisionsOf,
  explain,
  maskEvent,
  maskState,
  type Versions,
} from '@aidflow/engine';
import { type Zippable, zipSync } from 'fflate';
import {
  type BareBundle,
  type DossierContents,
  FORMAT,
  hashOf,
  linesOf,
  type Manifest,
  paths,
  spelled,
} from './layout.ts';
import { pagesOf } from './pages.ts';

export interface Dossier {
  zip: Uint8Array;
  /** Hash of the last event: what a verifier has to know from elsewhere. */
  head: string;
  /** File name to offer: the number of the case. */
  name: string;
}

/** The archive's own times say nothing, so that equal contents are equal bytes. */
const TIMELESS = new Date(1980, 0, 1);

/** Makes the archive. The bytes depend on the contents alone. */
export function writeDossier(contents: DossierContents): Dossier {
  const { state, events, bundles, names, made, mask } = contents;
  const versions: Versions = new Map(bundles.map((bundle) => [bundle.hash, compile(bundle, {})]));
  const explanations = decisionsOf(versions, events).map((seq) =>
    explain(versions, events, seq, mask ? { mask } : { reveal: true }),
  );
  const shown = mask ? maskState(state, mask) : state;
  const told: readonly CaseEvent[] = mask ? events.map((event) => maskEvent(event, mask)) : events;
  const documents = mask ? [] : contents.documents;
  const listed = documents.map(({ record }) => record);

  const texts: Record<string, string> = {
    [paths.events]: linesOf(told),
    [paths.state]: spelled(shown),
    [paths.names]: spelled(names),
    [paths.documents]: spelled(listed),
    ...Object.fromEntries(bundles.map((bundle) => [paths.definition(bundle.hash), spelled(bare(bundle))])),
    ...pagesOf({
      state: shown,
      events: told,
      versions,
      documents: listed,
      names,
      made,
      masked: mask !== undefined,
      explanations,
    }),
  };
  const files: Record<string, Uint8Array> = {};
  for (const [path, text] of Object.entries(texts)) files[path] = new TextEncoder().encode(text);
  for (const { record, content } of documents) files[paths.document(record)] = content;

  const manifest: Manifest = {
    dossier: FORMAT,
    case: { id: state.id, number: state.number },
    programme: state.programme,
    made,
    masked: mask !== undefined,
    events: events.length,
    head: state.head,
    files: Object.keys(files)
      .sort()
      .map((path) => {
        const content = files[path] as Uint8Array;
        return { path, size: content.byteLength, sha256: hashOf(content) };
      }),
  };
  return { zip: packed(manifest, files), head: state.head, name: `${state.number}.zip` };
}

function bare({ validators: _, ...rest }: BareBundle & { validators?: string }): BareBundle {
  return rest;
}

function packed(manifest: Manifest, files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Zippable = {
    [paths.manifest]: new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  };
  for (const { path } of manifest.files) {
    // Pictures and PDFs are packed already.
    const level = path.startsWith('documents/') ? 0 : 6;
    entries[path] = [files[path] as Uint8Array, { level }];
  }
  return zipSync(entries, { mtime: TIMELESS });
}
