/** What the engine has to know of an operation that every case has. Each operation is one file beside this one. */
import type { Operations, ProblemCode } from '@aidflow/definition';
import { ProblemError, problem } from '@aidflow/definition';
import type { Refusal } from '../act.ts';
import type { Programme, StepOf } from '../programme.ts';
import type {
  Actor,
  Authority,
  CaseEvent,
  CaseFacts,
  CaseState,
  EventDetail,
  JsonObject,
  World,
} from '../types.ts';

export type OperationId = keyof Operations;

/** Who asks for what in which case. */
export interface Asked {
  programme: Programme;
  state: CaseState;
  actor: Actor;
  world: World;
  /** What follows the dot: the clock of `extend.handling`. */
  part: string;
  /** Empty for an offer, when nothing has been filled in yet. */
  data: JsonObject;
}

export type Permission = { ok: true; authority: Authority } | Refusal;

/** What is recorded of it. */
export interface Recorded {
  data?: JsonObject;
  detail?: EventDetail;
}

export interface Operation {
  reasons?: 'required' | 'optional';
  /** It may be done while the case is suspended, and after it has ended. */
  suspended?: true;
  ended?: true;
  /** Type of its event, where it is not its id. */
  type?: string;
  /** The parts it can have at this moment, `extend.CLOCK`; one nameless part when left out. */
  parts?(programme: Programme, state: CaseState): string[];
  may(asked: Asked): Permission;
  /** What it records; refuses data that it cannot use. Throws `ProblemError`. */
  record?(asked: Asked): Recorded;
  /** What its event leaves in the facts. */
  book?(draft: CaseFacts, event: CaseEvent, programme: Programme): void;
}

export type Task = StepOf<'task'>;

/** A text that must have been filled in. */
export function textOf(data: JsonObject, name: string): string {
  const value = data[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  return fail('operation/needs', { field: name }, { pointer: `/data/${name}` });
}

export function fail(code: ProblemCode, params: Record<string, unknown> = {}, at = {}): never {
  throw new ProblemError(problem(code, params, at));
}
