/** The programmes that the county runs: all that come with Aidflow, the living allowance first. */
import { fileURLToPath } from 'node:url';
import type { Bundle } from '@aidflow/definition';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';

const first = 'dibao';

async function read([id, folder]: [string, URL]): Promise<Bundle> {
  const loaded = await loadProgramme(fileURLToPath(folder));
  if (!loaded.ok) throw new Error(`The programme ${id} cannot be read: ${loaded.problems[0]?.detail}`);
  return loaded.bundle;
}

const all = await Promise.all(Object.entries(programmeFolders).map(read));

export const bundles: readonly Bundle[] = [
  ...all.filter(({ programme }) => programme === first),
  ...all.filter(({ programme }) => programme !== first),
];

export const bundleOf = (programme: string): Bundle | undefined =>
  bundles.find((bundle) => bundle.programme === programme);
