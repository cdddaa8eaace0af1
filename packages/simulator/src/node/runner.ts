/** Runs scenario files: finds and compiles the programme that each of them names. */
import type { Problem } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import type { ScenarioResult } from '../result.ts';
import { type RunOptions, runScenario } from '../run.ts';
import { placedIn, programmeAbove, programmeFolders } from './files.ts';
import { readScenario } from './read.ts';

export interface ScenarioRunner {
  /** Runs one file. Never throws for what the file or the programme says: the result carries the problems. */
  run(file: string, options?: RunOptions): Promise<ScenarioResult>;
  /** The compiled programme that a file's scenario runs on; undefined where it is not found or broken. */
  programme(file: string, id: string): Promise<Programme | undefined>;
}

type Loaded = { ok: true; programme: Programme } | { ok: false; problems: Problem[] };

/**
 * A runner that compiles each programme once.
 *
 * @param roots folders to look for programmes in; where it is left out, a scenario belongs to the programme whose folder
 *   it lies in
 */
export function scenarioRunner(roots?: readonly string[]): ScenarioRunner {
  const loaded = new Map<string, Promise<Loaded>>();
  const load = (folder: string): Promise<Loaded> => {
    const known = loaded.get(folder) ?? loadAndCompile(folder);
    loaded.set(folder, known);
    return known;
  };
  const foldersFor = (file: string): string[] => {
    if (roots !== undefined) return roots.flatMap(programmeFolders);
    const folder = programmeAbove(file);
    return folder === undefined ? [] : [folder];
  };

  const programmesFor = async (file: string) => {
    const programmes: Record<string, Programme> = {};
    const problems: Problem[] = [];
    for (const folder of foldersFor(file)) {
      const one = await load(folder);
      if (one.ok) programmes[one.programme.id] = one.programme;
      else problems.push(...one.problems);
    }
    return { programmes, problems };
  };

  return {
    async programme(file, id) {
      const { programmes } = await programmesFor(file);
      return Object.hasOwn(programmes, id) ? programmes[id] : undefined;
    },
    async run(file, options) {
      const read = await readScenario(file);
      if (!read.ok) return unread(file, read.problems);
      const { source } = read;
      const { programmes, problems } = await programmesFor(file);
      const wanted = source.value.programme;
      // A programme that is broken is only in the way of its own scenarios.
      if (!Object.hasOwn(programmes, wanted) && problems.length > 0)
        return unread(file, problems, source.value);
      return runScenario(programmes, source, options);
    },
  };
}

async function loadAndCompile(folder: string): Promise<Loaded> {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) return { ok: false, problems: loaded.problems.map((one) => placedIn(folder, one)) };
  const { bundle } = loaded;
  return { ok: true, programme: compile(bundle, await loadValidators(bundle)) };
}

function unread(
  file: string,
  problems: Problem[],
  { scenario = file, programme = '' }: { scenario?: string; programme?: string } = {},
): ScenarioResult {
  return {
    scenario,
    programme,
    file,
    passed: false,
    problems,
    steps: [],
    planned: 0,
    events: [],
    state: null,
    cases: {},
    records: [],
  };
}
