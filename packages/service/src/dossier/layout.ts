/** How a dossier is laid out: what stands where in the archive, and the manifest that lists it. */
import { createHash } from 'node:crypto';
import type { Bundle } from '@aidflow/definition';
import type { CaseEvent, CaseState, Mask } from '@aidflow/engine';
import type { FileRecord } from '@aidflow/store';

/** Version of the layout. */
export const FORMAT = 1;
/** Bytes that a dossier holds at most, unpacked: one that claims more is not unpacked. */
export const LARGEST_DOSSIER = 512 * 1024 * 1024;

export const paths = {
  manifest: 'manifest.json',
  /** One event a line, so that line and number are the same. */
  events: 'events.jsonl',
  state: 'state.json',
  names: 'names.json',
  documents: 'documents.json',
  letterStyle: 'letters/letter.css',
  definition: (hash: string) => `definitions/${hash}.json`,
  document: ({ sha256, type }: Pick<FileRecord, 'sha256' | 'type'>) =>
    `documents/${sha256}${EXTENSIONS[type] ?? ''}`,
  /** `n` counts from 0. */
  letter: (n: number, language: string) => `letters/${n + 1}.${language}.html`,
  index: (language: DossierLanguage) => (language === 'zh' ? 'index.html' : `index.${language}.html`),
} as const;

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
};

/** Languages in which the pages of a dossier are written. */
export type DossierLanguage = 'zh' | 'en';
export const languages: readonly DossierLanguage[] = ['zh', 'en'];

/** A definition without its validators: a dossier holds nothing that runs. */
export type BareBundle = Omit<Bundle, 'validators'>;

/** A document as it is listed. */
export type DossierDocument = Omit<FileRecord, 'by'>;

/** What a dossier is made of. */
export interface DossierContents {
  state: CaseState;
  events: readonly CaseEvent[];
  /** Every version that the case has run on. */
  bundles: readonly Bundle[];
  documents: readonly { record: DossierDocument; content: Uint8Array }[];
  /** Names of divisions by code, as they are now. */
  names: Readonly<Record<string, string>>;
  /** Instant of the export. */
  made: string;
  /** Given where the reader may not see personal data: nothing of it is in the dossier then, and no document. */
  mask?: Mask | undefined;
}

export interface Manifest {
  dossier: typeof FORMAT;
  case: { id: string; number: string };
  programme: string;
  made: string;
  masked: boolean;
  /** Number of events and hash of the last one: the head of the chain. */
  events: number;
  head: string;
  files: { path: string; size: number; sha256: string }[];
}

export const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** JSON as every file of a dossier but the manifest spells it. */
export const spelled = (value: unknown): string => JSON.stringify(value);

export const linesOf = (events: readonly CaseEvent[]): string =>
  events.map((event) => `${spelled(event)}\n`).join('');
