/** What a call answers: a value, or the problems that say why not. Thrown are only mistakes of the host's own code. */
import { type Place, type Problem, type ProblemCode, ProblemError, problem } from '@aidflow/definition';

export type Refusal = { ok: false; problems: Problem[] };
export type Answer<T> = { ok: true; value: T } | Refusal;

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

export const refused = (problems: readonly Problem[]): Refusal => ({ ok: false, problems: [...problems] });

export const refuse = (code: ProblemCode, params: Record<string, unknown> = {}, at: Place = {}): Refusal =>
  refused([problem(code, params, at)]);

/** Runs work whose helpers throw `ProblemError`, and answers with its problem. */
export async function answering<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) return refused([error.problem]);
    throw error;
  }
}
