/** A definition as a machine configuration of XState 5. */
import type { Programme, Step } from '@aidflow/engine';
import { factsOf } from '../step-facts.ts';
import type { MachineConfig } from './config.ts';
import { plainState } from './plain.ts';

export interface XStateOptions {
  /**
   * Keeps guards and actions by name, for `createMachine(config).provide(programme.machine.implementations)`: that
   * machine takes the recorded events of a case as they are. Otherwise nothing has to be provided.
   */
  guards?: boolean;
  /** Also what may be done in every step: withdraw, return, reopen. */
  operations?: boolean;
}

/**
 * The machine of a procedure as JSON that `createMachine` of XState 5 takes and runs alone.
 *
 * What the engine computes is told to this machine: a step with a condition is preceded by a state `STEP?` that waits for
 * `STEP:applies` or `STEP:skipped`; an outcome that several people must choose is `STEP.OUTCOME:signed` until the last of
 * them; branches that need not all be done go on by `STEP:joined` or `STEP:vetoed`; operations that name a step are
 * `return:STEP` and `reopen:STEP`. `plainEvents` says the history of a case so.
 *
 * @param programme a compiled programme, or one of its `procedures` for the steps of an `each`
 */
export function toXState(programme: Programme, options: XStateOptions = {}): MachineConfig {
  const { context: _, ...written } = programme.machine.config as Record<string, unknown>;
  // Through JSON and back: a reader of the file must find what is given here.
  const config = JSON.parse(JSON.stringify(written)) as MachineConfig;
  if (options.guards) return config;
  const plain = plainState(config, {
    operations: options.operations ?? false,
    by: (id) => signers(programme.steps.get(id)),
    meta(id) {
      const step = programme.steps.get(id);
      return step && factsOf(step);
    },
  });
  return { ...plain, id: config.id, description: programme.title };
}

const signers = (step: Step | undefined): number => (step?.kind === 'task' ? (step.by ?? 1) : 1);
