/** What a commit is refused with; thrown inside its transaction, so that nothing of it stays. */
import { type ProblemCode, ProblemError, problem } from '@aidflow/definition';
import type { StoredResponse } from '../contract.ts';

export class Refused extends ProblemError {
  readonly replay: StoredResponse | undefined;

  constructor(code: ProblemCode, params: Record<string, unknown>, replay?: StoredResponse) {
    super(problem(code, params));
    this.replay = replay;
  }
}
