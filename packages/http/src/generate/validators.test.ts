import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedValidators } from './validators.ts';

test('the generated validators are those of the schemas', async () => {
  const written = readFileSync(new URL('../generated/validators.ts', import.meta.url), 'utf8');
  expect(written === (await generatedValidators()), 'run `npm run generate`').toBe(true);
});
