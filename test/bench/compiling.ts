/** What a definition costs to compile, and what a live case weighs beyond what it holds. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bundle, Validate } from '@aidflow/definition';
import { type CaseEvent, compile, type Programme, replay } from '@aidflow/engine';
import { compare, show } from './measure.ts';

const CASES = 2_000;
/** What the issue of speed allows: definitions a second, and bytes of a live case beyond its data. */
const LEAST_COMPILED = 500;
const MOST_HEAP = 8 * 1024;

export async function compiling(bundle: Bundle, validators: Record<string, Validate>): Promise<void> {
  const text = JSON.stringify(bundle);
  const measured = await compare([
    {
      name: 'JSON.parse of the bundle',
      operations: 1,
      run: (times) => {
        for (let round = 0; round < times; round++) JSON.parse(text);
      },
    },
    {
      name: 'compile the bundle',
      operations: 1,
      run: (times) => {
        // A bundle that was compiled before is not compiled again: each gets a copy of its own.
        for (let round = 0; round < times; round++) compile({ ...bundle }, validators);
      },
    },
  ]);
  const rate = measured[1]?.perSecond ?? 0;
  const share = (rate / LEAST_COMPILED).toFixed(1);
  show('Compiling the dibao definition', measured, [`${share} times the rate that is asked for`]);
}

/** Heap of live cases, each from events of its own, so that nothing is shared but the programme. */
export function weighing(programme: Programme, events: readonly CaseEvent[]): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const texts = events.map((event) => JSON.stringify(event));
  const own = () => texts.map((text) => JSON.parse(text) as CaseEvent);
  const weight = (make: () => unknown): number => {
    const kept: unknown[] = [];
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < CASES; index++) kept.push(make());
    collect();
    return (process.memoryUsage().heapUsed - before) / kept.length;
  };
  // Once for the code itself, which is compiled lazily.
  weight(() => replay(programme, own()));
  const state = weight(() => replay(programme, own()));
  const data = weight(() => own().map((event) => [event.data, event.detail?.answer, event.detail?.letters]));
  const beyond = (state - data) / MOST_HEAP;
  console.log(`\nA live case of ${events.length} events, ${CASES} of them at once`);
  console.log(`  weighs ${(state / data).toFixed(1)} times what it holds (form data, answers, letters);`);
  console.log(`  what is beyond that is ${beyond.toFixed(2)} of the 8 KB that are allowed`);
}
