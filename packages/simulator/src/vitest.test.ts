import { fileURLToPath } from 'node:url';
import { scenarioTests } from './vitest.ts';

scenarioTests(fileURLToPath(new URL('../fixtures', import.meta.url)));
