import { writeFileSync } from 'node:fs';
import { generatedValidators } from './validators.ts';

writeFileSync(new URL('../generated/validators.ts', import.meta.url), await generatedValidators());
