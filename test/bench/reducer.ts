/**
 * The least that could keep a dibao case: a reducer written by hand for this one procedure. It knows no authority, rule
 * or clock; it is the limit that a general engine cannot pass.
 */
import type { CaseEvent, JsonObject } from '@aidflow/engine';

export interface Kept {
  steps: readonly string[];
  data: Record<string, JsonObject>;
  signed: Record<string, number>;
  letters: number;
  version: number;
  head: string;
}

const NEXT: Record<string, readonly string[]> = {
  'apply.submit': ['accept'],
  'accept.accept': ['register'],
  'register.done': ['verification', 'visit'],
  'assess.pass': ['opinion'],
  'opinion.propose-approve': ['notice-publish'],
  'notice-publish.done': ['notice'],
  'notice.elapsed': ['confirm'],
  'confirm.approve': ['approve'],
  'approve.done': ['approved'],
};

export function reduce(kept: Kept | undefined, event: CaseEvent): Kept {
  const before = kept ?? { steps: ['apply'], data: {}, signed: {}, letters: 0, version: 0, head: '' };
  const data = event.form && event.data ? { ...before.data, [event.form]: event.data } : before.data;
  const signed = { ...before.signed, [event.type]: (before.signed[event.type] ?? 0) + 1 };
  const letters = before.letters + (event.detail?.letters?.length ?? 0);
  return {
    steps: move(before.steps, event.type, signed),
    data,
    signed,
    letters,
    version: event.seq,
    head: event.hash,
  };
}

function move(steps: readonly string[], type: string, signed: Record<string, number>): readonly string[] {
  const next = NEXT[type];
  if (next) return next;
  if (type === 'verification.pass') return joined(steps.filter((step) => step !== 'verification'));
  if (type === 'visit.submit' && signed[type] === 2) return joined(steps.filter((step) => step !== 'visit'));
  return steps;
}

function joined(steps: readonly string[]): readonly string[] {
  return steps.length === 0 ? ['assess'] : steps;
}
