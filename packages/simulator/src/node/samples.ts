/** Data that people have written for the forms of a programme: what its scenarios start from. */
import type { JsonObject } from '@aidflow/engine';
import { scenarioFiles } from './files.ts';
import { readScenario } from './read.ts';

/** By form, each different data that a scenario of the programme in `folder` gives; scenarios that cannot be read give none. */
export async function sampleData(folder: string): Promise<Record<string, JsonObject[]>> {
  const found = new Map<string, Map<string, JsonObject>>();
  for (const file of scenarioFiles(folder)) {
    const read = await readScenario(file);
    if (!read.ok) continue;
    for (const [form, data] of Object.entries(read.source.value.given?.data ?? {})) {
      const known = found.get(form) ?? new Map<string, JsonObject>();
      found.set(form, known.set(JSON.stringify(data), data as JsonObject));
    }
  }
  return Object.fromEntries([...found].map(([form, all]) => [form, [...all.values()]]));
}
