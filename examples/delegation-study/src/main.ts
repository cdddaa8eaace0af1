/** Runs the study and puts its figures into the README: `pnpm --filter @aidflow/example-delegation-study figures`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCounty } from '@aidflow/simulator/node';
import { figuresOf, withFigures } from './figures.ts';

const at = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

const run = await runCounty(at('county.yaml'));
if (!run.ok) throw new Error(run.problems.map(({ detail }) => detail).join('\n'));
const figures = figuresOf(run.report);
writeFileSync(at('figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
writeFileSync(at('README.md'), withFigures(readFileSync(at('README.md'), 'utf8'), figures));
