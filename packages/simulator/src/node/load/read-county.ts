/** Reads a county file with the programmes and scenarios that it names. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  type Bundle,
  type CountySource,
  type CountyVersion,
  type Problem,
  parseCounty,
  problem,
  type Validate,
} from '@aidflow/definition';
import { bundleHash, loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import { checkCounty } from '../../load/check.ts';
import { type CountyParts, type Plan, planOf } from '../../load/plan.ts';
import { sweepVersions } from '../../load/sweep.ts';
import type { Scenario } from '../../scenario.ts';
import { placedIn } from '../files.ts';
import { readScenario } from '../read.ts';

export interface ReadCounty {
  source: CountySource;
  /** The county as written, its variants, and one for each value of a sweep. */
  versions: CountyVersion[];
  planFor(version: CountyVersion): Plan;
}

interface Loaded {
  bundle: Bundle;
  validators: Record<string, Validate>;
}

/** Reads and checks a county; problems carry file, line and pointer. */
export async function readCounty(
  file: string,
): Promise<{ ok: true; county: ReadCounty } | { ok: false; problems: Problem[] }> {
  if (!existsSync(file)) {
    return {
      ok: false,
      problems: [problem('definition/file-missing', { file, path: file }, { file, line: 1 })],
    };
  }
  const parsed = parseCounty(file, await readFile(file, 'utf8'));
  if (!parsed.ok) return parsed;
  const { source } = parsed;
  const reader = new PartsReader(source);
  const parts = new Map<CountyVersion, CountyParts>();
  for (const version of source.versions) parts.set(version, await reader.read(version));
  const partsOf = (version: CountyVersion) => parts.get(version) as CountyParts;
  const problems = [...reader.problems, ...checkCounty(source, partsOf)];
  if (problems.length > 0) return { ok: false, problems };
  const swept = sweepVersions(source);
  for (const version of swept) parts.set(version, await reader.read(version));
  const versions = [...source.versions, ...swept];
  return { ok: true, county: { source, versions, planFor: (version) => planOf(version, partsOf(version)) } };
}

/** Reads each folder and each scenario once, whatever the variants make of them. */
class PartsReader {
  readonly problems: Problem[] = [];
  readonly #source: CountySource;
  readonly #folders = new Map<string, Promise<Loaded | undefined>>();
  readonly #compiled = new Map<string, Programme>();
  readonly #scenarios = new Map<string, Promise<Scenario | undefined>>();

  constructor(source: CountySource) {
    this.#source = source;
  }

  async read(version: CountyVersion): Promise<CountyParts> {
    const programmes: Record<string, Programme> = {};
    const scenarios = new Map<string, Scenario>();
    const { value: county } = version;
    for (const [name, { folder, parameters = {} }] of Object.entries(county.programmes)) {
      const path = this.#path(folder);
      const loaded = await this.#load(path, version, `/programmes/${name}/folder`);
      if (loaded) programmes[name] = this.#compile(path, loaded, parameters);
    }
    for (const [id, { programme, cases }] of Object.entries(county.arrivals)) {
      const folder = county.programmes[programme]?.folder;
      if (folder === undefined) continue;
      for (const [index, { like }] of cases.entries()) {
        const pointer = `/arrivals/${id}/cases/${index}/like`;
        const scenario = await this.#scenario(join(this.#path(folder), like), version, pointer);
        if (scenario) scenarios.set(`${programme} ${like}`, scenario);
      }
    }
    return { programmes, scenarios };
  }

  #path(folder: string): string {
    return resolve(dirname(this.#source.file), folder);
  }

  #place({ line, place }: CountyVersion, pointer: string) {
    return { file: this.#source.file, line: line(pointer), pointer: place(pointer) };
  }

  #load(path: string, version: CountyVersion, pointer: string): Promise<Loaded | undefined> {
    const read = async () => {
      if (!existsSync(join(path, 'programme.yaml'))) {
        this.problems.push(problem('cli/no-programme', { path }, this.#place(version, pointer)));
        return undefined;
      }
      const loaded = await loadProgramme(path);
      if (loaded.ok) return { bundle: loaded.bundle, validators: await loadValidators(loaded.bundle) };
      this.problems.push(...loaded.problems.map((one) => placedIn(path, one)));
      return undefined;
    };
    const known = this.#folders.get(path) ?? read();
    this.#folders.set(path, known);
    return known;
  }

  #scenario(path: string, version: CountyVersion, pointer: string): Promise<Scenario | undefined> {
    const read = async () => {
      if (!existsSync(path)) {
        const params = { file: this.#source.file, path };
        this.problems.push(problem('definition/file-missing', params, this.#place(version, pointer)));
        return undefined;
      }
      const found = await readScenario(path);
      if (found.ok) return found.source.value;
      this.problems.push(...found.problems);
      return undefined;
    };
    const known = this.#scenarios.get(path) ?? read();
    this.#scenarios.set(path, known);
    return known;
  }

  #compile(
    path: string,
    { bundle, validators }: Loaded,
    parameters: Readonly<Record<string, unknown>>,
  ): Programme {
    const key = `${path} ${JSON.stringify(parameters)}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const compiled = compile(withParameters(bundle, parameters), validators);
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

/** A value of the county holds on every date: from long before to without an end. */
const ALWAYS = '1900-01-01';

/** The bundle with parameters that the county sets; it is another definition and has a hash of its own. */
function withParameters(bundle: Bundle, parameters: Readonly<Record<string, unknown>>): Bundle {
  const names = Object.keys(parameters);
  if (names.length === 0) return bundle;
  const written = { ...bundle.definition.parameters };
  for (const name of names) {
    const before = written[name];
    if (before)
      written[name] = {
        ...before,
        values: [{ value: parameters[name], 'valid-from': ALWAYS }],
      } as typeof before;
  }
  const changed = { ...bundle, definition: { ...bundle.definition, parameters: written } };
  return { ...changed, hash: bundleHash(changed) };
}
