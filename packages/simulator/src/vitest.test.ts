import { fileURLToPath } from 'node:url';
import { scenarioTests } from './vitest.ts';

scenarioTests(fileURLToPath(new URL('../fixtures/winter-coat', import.meta.url)));
