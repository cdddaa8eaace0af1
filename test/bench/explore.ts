/**
 * Exploring dibao against the same machine driven bare by XState: transitions that exploring tries (refused ones too) over
 * those of `transition()`. Keys, coverage, data from schemas and all that is looked for are in the time of the former.
 */
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, evolve } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { explore as walk } from '@aidflow/simulator';
import { scenarioRunner } from '@aidflow/simulator/node';
import { type AnyMachineSnapshot, transition } from 'xstate';
import { compare, show } from './measure.ts';

/** Deep enough that most steps of the procedure are among what is followed. */
const CONFIGURATIONS = 300;
const TARGET = 0.5;

export async function explore(): Promise<void> {
  const folder = programmeFolders.dibao as URL;
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const file = fileURLToPath(new URL('scenarios/county-confirms.yaml', folder));
  const { events, passed } = await scenarioRunner().run(file);
  const [first, ...moves] = events;
  if (!passed || !first) throw new Error('the scenario does not hold');
  const { value, status: _, ...context } = evolve(programme, undefined, first);
  const start = programme.machine.resolveState({ value, context } as never) as AnyMachineSnapshot;
  const { tried } = walk(programme, { configurations: CONFIGURATIONS });

  const measured = await compare([
    {
      name: 'XState transition(), same machine, per event',
      operations: moves.length,
      run: (times) => {
        for (let round = 0; round < times; round++) {
          let snapshot = start;
          for (const event of moves) [snapshot] = transition(programme.machine, snapshot, event as never);
        }
      },
    },
    {
      name: 'explore, per transition tried',
      operations: tried,
      run: (times) => {
        for (let round = 0; round < times; round++) walk(programme, { configurations: CONFIGURATIONS });
      },
    },
  ]);
  const ratio = measured[1]?.ratio ?? 0;
  show(`Explore: dibao, ${CONFIGURATIONS} configurations, ${tried} transitions tried`, measured, [
    `Target ${TARGET}: ${ratio >= TARGET ? 'met' : 'not met'}.`,
  ]);
}
