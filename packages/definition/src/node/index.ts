export { bundle, bundleHash } from './bundle.ts';
export type { LoadResult } from './load.ts';
export { loadProgramme } from './load.ts';
export { loadValidators } from './validators.ts';
