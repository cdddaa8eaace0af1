/** Published definitions: kept by content hash for ever, compiled when first needed. A case runs on the one it began with. */
import { type Bundle, type Outcome, ProblemError, problem } from '@aidflow/definition';
import { bundleHash, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme, type StepOf } from '@aidflow/engine';
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
  /** Ids of the programmes in which a role acts, over every version ever published. */
  programmesOf(role: string): string[];
}

export async function createRegistry(store: CaseStore): Promise<Registry> {
  const loaded = new Map<string, Promise<Published>>();
  const current = new Map<string, Published>();
  const roles = new Map<string, Set<string>>();

  const noteRoles = ({ programme, definition }: Bundle) => {
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
    noteRoles(bundle);
    current.set(programme, published);
    return published;
  }

  for (const { hash } of await store.definitions()) {
    const published = await get(hash);
    noteRoles(published.bundle);
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
    programmesOf: (role) => [...(roles.get(role) ?? [])],
  };
}

async function compiled(bundle: Bundle): Promise<Published> {
  return { bundle, programme: compile(bundle, await loadValidators(bundle)) };
}

function itemOf({ bundle, programme }: Published): ProgrammeItem {
  const { start } = bundle.definition;
  const step = programme.steps.get(start) as StepOf<'task'> | undefined;
  const [first] = Object.values<Outcome>(step?.outcomes ?? {});
  const form = first?.form ?? step?.form ?? null;
  const { version, title, hash, locales } = bundle;
  return { programme: bundle.programme, version, title, hash, start: { step: start, form }, locales };
}
