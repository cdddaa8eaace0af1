export { bundle, bundleHash } from './bundle.ts';
export type { LoadResult } from './load.ts';
export { lintProgramme, loadProgramme } from './load.ts';
export { type CompilerOptions, validatorModule } from './standalone.ts';
export { loadValidators } from './validators.ts';
