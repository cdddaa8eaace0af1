/** The answer to whether somebody may do something, the same for offers and for commands. */
import { type Problem, type ProblemCode, problem } from '@aidflow/definition';
import type { Authority } from './types.ts';

/** An operation that may be done: by what authority, with which form, what it becomes when recorded. */
export interface Act {
  /** Type of the event. */
  type: string;
  authority: Authority;
  title: string;
  form?: string;
  reasons?: 'required' | 'optional';
}

export type Refusal = { ok: false; problem: Problem };
export type ActAnswer = { ok: true; act: Act } | Refusal;

export function refuse(code: ProblemCode, params: Record<string, unknown> = {}, at = {}): Refusal {
  return { ok: false, problem: problem(code, params, at) };
}

export function allow(act: Act): ActAnswer {
  return { ok: true, act };
}
