/** The shorthands of the library, written out and run: what they say is also what happens. */
import { fileURLToPath } from 'node:url';
import { scenarioTests } from '@aidflow/simulator/vitest';

scenarioTests(fileURLToPath(new URL('../../packages/definition/src/fixtures/library', import.meta.url)));
