/**
 * Published definitions: kept by content hash for ever, compiled when first needed. A case runs on the one it began with
 * until it is moved; a new one on the newest whose first day has come.
 */
import { type Bundle, type ExpandedStep, type Outcome, ProblemError, problem } from '@aidflow/definition';
import { bundleHash, loadValidators } from '@aidflow/definition/node';
import {
  type CaseEvent,
  compile,
  localDate,
  type Programme,
  type Versions,
  versionsIn,
} from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';
import type { ProgrammeItem, VersionItem } from './types.ts';

export interface Published {
  bundle: Bundle;
  programme: Programme;
}

export interface Registry {
  /** Keeps a bundle: new cases of its programme run on it from its `valid-from` on, unless a newer one is in force. */
  publish(bundle: Bundle, at: string): Promise<Published>;
  /** Looks for what another process has published on the same store since. */
  refresh(): Promise<void>;
  /** By hash. Throws `definition/unknown`. */
  get(hash: string): Promise<Published>;
  /** Every version that a case has run on, by its events. Throws `definition/unknown`. */
  versionsOf(events: readonly CaseEvent[]): Promise<Versions>;
  /**
   * The one that new cases run on: of those whose first day has come the one with the latest, and of two with the same
   * the one that was published last. Throws `programme/unknown`.
   */
  current(programme: string): Published;
  /** The current one of each programme that has one. */
  list(): ProgrammeItem[];
  /** Every version of a programme, the newest first. Throws `programme/unknown`. */
  versions(programme: string): VersionItem[];
  /** Ids of the programmes that keep records of a kind, over every version ever published. */
  programmesWithRecords(type: string): string[];
  /** What a kind of record is: as a current version says, else the last one that knew it. */
  recordKind(type: string): RecordKind | undefined;
  /** Ids of the programmes in which a role acts, over every version ever published. */
  programmesOf(role: string): string[];
  /** Translations of every text of every version; where versions differ, as those have it that new cases run on. */
  texts(language: string): Readonly<Record<string, string>>;
  /** Ids of the steps in which people enrol, over every version ever published: rounds go on as they began. */
  enrolling(): string[];
}

type RecordKind = NonNullable<Bundle['definition']['records']>[string];

/** What is kept of every version, compiled or not. */
interface Version {
  hash: string;
  version: string;
  title: string;
  /** ISO date. */
  validFrom: string;
  timezone: string;
  /** Instant. */
  published: string;
}

/** `now` tells the instant by which it is decided which version is in force. */
export async function createRegistry(store: CaseStore, now: () => string): Promise<Registry> {
  const loaded = new Map<string, Promise<Published>>();
  /** Those that are current or will be, and so must be at hand at once. */
  const ready = new Map<string, Published>();
  /** By programme, in the order in which they come into force. */
  const versions = new Map<string, Version[]>();
  const roles = new Map<string, Set<string>>();
  const registers = new Map<string, Set<string>>();
  const kinds = new Map<string, RecordKind>();
  const enrolling = new Set<string>();
  const locales = new Map<string, Bundle['locales']>();
  /** Made once for a language and a set of current versions. */
  const told = new Map<string, Record<string, string>>();

  function note(bundle: Bundle, published: string): void {
    const { hash, programme, version, title, timezone, definition } = bundle;
    for (const [type, kind] of Object.entries(definition.records ?? {})) {
      registers.set(type, (registers.get(type) ?? new Set()).add(programme));
      kinds.set(type, kind);
    }
    for (const role of Object.keys(definition.roles ?? {})) {
      roles.set(role, (roles.get(role) ?? new Set()).add(programme));
    }
    for (const id of enrolSteps(definition.steps)) enrolling.add(id);
    locales.set(hash, bundle.locales);
    told.clear();
    const validFrom = definition['valid-from'];
    const others = (versions.get(programme) ?? []).filter((one) => one.hash !== hash);
    // One that is published again counts from now on among those of the same day.
    const all = [...others, { hash, version, title, validFrom, timezone, published }];
    versions.set(
      programme,
      all.sort((a, b) => a.validFrom.localeCompare(b.validFrom)),
    );
  }

  const hasCome = ({ validFrom, timezone }: Version) => validFrom <= localDate(now(), timezone);

  function currentOf(programme: string): Version | undefined {
    return versions.get(programme)?.findLast(hasCome);
  }

  async function makeReady(programme: string): Promise<void> {
    const all = versions.get(programme) ?? [];
    const current = currentOf(programme);
    for (const { hash } of all.slice(current ? all.indexOf(current) : 0)) ready.set(hash, await get(hash));
  }

  async function bundleOf(hash: string): Promise<Bundle> {
    const found = await store.definition(hash);
    if (!found) throw new ProblemError(problem('definition/unknown', { hash }));
    return JSON.parse(found.bundle) as Bundle;
  }

  function get(hash: string): Promise<Published> {
    let entry = loaded.get(hash);
    if (!entry) {
      entry = bundleOf(hash).then(compiled);
      loaded.set(hash, entry);
      // A failure is not kept: the definition may be published later.
      entry.catch(() => loaded.delete(hash));
    }
    return entry;
  }

  function current(programme: string): Published {
    const found = ready.get(currentOf(programme)?.hash ?? '');
    if (found) return found;
    const [first] = versions.get(programme) ?? [];
    const programmes = [...versions.keys()].filter(currentOf);
    throw new ProblemError(
      problem('programme/unknown', {
        programme,
        programmes,
        ...(first ? { variant: 'coming', from: first.validFrom } : {}),
      }),
    );
  }

  async function refresh(): Promise<void> {
    const fresh = (await store.definitions()).filter(({ hash }) => !locales.has(hash));
    for (const { hash, published } of fresh) note(await bundleOf(hash), published);
    for (const programme of new Set(fresh.map((one) => one.programme))) await makeReady(programme);
  }

  await refresh();
  return {
    refresh,
    get,
    current,
    async publish(bundle, at) {
      const found = bundleHash(bundle);
      if (found !== bundle.hash) {
        const params = { programme: bundle.programme, expected: bundle.hash, found };
        throw new ProblemError(problem('definition/hash', params));
      }
      const { hash, programme, version, title } = bundle;
      const text = JSON.stringify(bundle);
      await store.putDefinition({ hash, programme, version, title, published: at, bundle: text });
      const published = await get(hash);
      note(bundle, (await store.definition(hash))?.published ?? at);
      await makeReady(programme);
      return published;
    },
    async versionsOf(events) {
      const found = await Promise.all(versionsIn(events).map(get));
      return new Map(found.map(({ programme }) => [programme.hash, programme]));
    },
    list: () => [...versions.keys()].filter(currentOf).map((programme) => itemOf(current(programme))),
    versions(programme) {
      const all = versions.get(programme);
      // Throws, and says which there are.
      if (!all) current(programme);
      const present = currentOf(programme);
      return (all ?? [])
        .map(({ timezone: _, ...one }) => ({
          programme,
          ...one,
          state: one.hash === present?.hash ? ('current' as const) : stateOf(one.validFrom, present),
        }))
        .reverse();
    },
    programmesWithRecords: (type) => [...(registers.get(type) ?? [])],
    recordKind(type) {
      for (const programme of registers.get(type) ?? []) {
        const version = currentOf(programme);
        const kind = version && ready.get(version.hash)?.bundle.definition.records?.[type];
        if (kind) return kind;
      }
      return kinds.get(type);
    },
    programmesOf: (role) => [...(roles.get(role) ?? [])],
    texts(language) {
      const present = [...versions.keys()].flatMap((programme) => currentOf(programme)?.hash ?? []);
      const key = [language, ...present].join(' ');
      const known = told.get(key);
      if (known) return known;
      const all = [...[...versions.values()].flat().map(({ hash }) => hash), ...present];
      const found = Object.assign({}, ...all.map((hash) => locales.get(hash)?.[language] ?? {}));
      told.set(key, found);
      return found;
    },
    enrolling: () => [...enrolling],
  };
}

const stateOf = (validFrom: string, present: Version | undefined): 'coming' | 'past' =>
  present === undefined || validFrom > present.validFrom ? 'coming' : 'past';

/** Steps in which people enrol, wherever in the procedure they stand. */
function enrolSteps(steps: readonly ExpandedStep[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'parallel')
      return Object.values(step.branches).flatMap((branch) => enrolSteps(branch.steps));
    if (step.kind !== 'each') return [];
    return [...(step.enrol ? [step.id] : []), ...enrolSteps(step.steps)];
  });
}

async function compiled(bundle: Bundle): Promise<Published> {
  return { bundle, programme: compile(bundle, await loadValidators(bundle)) };
}

function itemOf({ bundle, programme }: Published): ProgrammeItem {
  const { start, starts = [] } = bundle.definition;
  const { version, title, hash, locales } = bundle;
  const all = [start, ...starts].flatMap((id) => startOf(programme, id));
  const form = all.find(({ step }) => step === start)?.form ?? null;
  return {
    programme: bundle.programme,
    version,
    title,
    hash,
    start: { step: start, form },
    starts: all,
    locales,
  };
}

function startOf(programme: Programme, id: string): ProgrammeItem['starts'] {
  const step = programme.steps.get(id);
  if (step?.kind !== 'task') return [];
  const [first] = Object.values<Outcome>(step.outcomes);
  return [{ step: id, title: step.title, role: step.role, form: first?.form ?? step.form ?? null }];
}
