/** Published definitions: kept by content hash for ever, compiled when first needed. A case runs on the one it began with. */
import { type Bundle, type Outcome, ProblemError, problem } from '@aidflow/definition';
import { bundleHash, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';
import type { ProgrammeItem } from './types.ts';

export interface Published {
  bundle: Bundle;
  programme: Programme;
}

export interface Registry {
  /** Keeps a bundle and makes it the one that new cases of its programme run on. */
  publish(bundle: Bundle, at: string): Promise<Published>;
  /** By hash. Throws `definition/unknown`. */
  get(hash: string): Promise<Published>;
  /** The one that new cases run on. Throws `programme/unknown`. */
  current(programme: string): Published;
  list(): ProgrammeItem[];
  /** Ids of the programmes that keep records of a kind, over every version ever published. */
  programmesWithRecords(type: string): string[];
  /** Ids of the programmes in which a role acts, over every version ever published. */
  programmesOf(role: string): string[];
}

export async function createRegistry(store: CaseStore): Promise<Registry> {
  const loaded = new Map<string, Promise<Published>>();
  const current = new Map<string, Published>();
  const roles = new Map<string, Set<string>>();

  const registers = new Map<string, Set<string>>();

  const noteNames = ({ programme, definition }: Bundle) => {
    for (const type of Object.keys(definition.records ?? {})) {
      registers.set(type, (registers.get(type) ?? new Set()).add(programme));
    }
    for (const role of Object.keys(definition.roles ?? {})) {
      roles.set(role, (roles.get(role) ?? new Set()).add(programme));
    }
  };

  async function read(hash: string): Promise<Published> {
    const found = await store.definition(hash);
    if (!found) throw new ProblemError(problem('definition/unknown', { hash }));
    return compiled(JSON.parse(found.bundle) as Bundle);
  }

  function get(hash: string): Promise<Published> {
    let entry = loaded.get(hash);
    if (!entry) {
      entry = read(hash);
      loaded.set(hash, entry);
      // A failure is not kept: the definition may be published later.
      entry.catch(() => loaded.delete(hash));
    }
    return entry;
  }

  async function publish(bundle: Bundle, at: string): Promise<Published> {
    const found = bundleHash(bundle);
    if (found !== bundle.hash) {
      const params = { programme: bundle.programme, expected: bundle.hash, found };
      throw new ProblemError(problem('definition/hash', params));
    }
    const { hash, programme, version, title } = bundle;
    await store.putDefinition({
      hash,
      programme,
      version,
      title,
      published: at,
      bundle: JSON.stringify(bundle),
    });
    const published = await get(hash);
    noteNames(bundle);
    current.set(programme, published);
    return published;
  }

  for (const { hash } of await store.definitions()) {
    const published = await get(hash);
    noteNames(published.bundle);
    current.set(published.bundle.programme, published);
  }

  return {
    publish,
    get,
    current(programme) {
      const found = current.get(programme);
      if (found) return found;
      const programmes = [...current.keys()];
      throw new ProblemError(problem('programme/unknown', { programme, programmes }));
    },
    list: () => [...current.values()].map(itemOf),
    programmesWithRecords: (type) => [...(registers.get(type) ?? [])],
    programmesOf: (role) => [...(roles.get(role) ?? [])],
  };
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
