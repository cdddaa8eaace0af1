/** What answers carry, for the OpenAPI document and the tests that hold answers to it. */
import type { JsonSchema } from '@aidflow/definition';

const string: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };
const boolean: JsonSchema = { type: 'boolean' };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const date: JsonSchema = { type: 'string', format: 'date' };
const anything: JsonSchema = { type: 'object' };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const of = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** An object whose properties are all there but those that end in `?`. */
function object(properties: Record<string, JsonSchema>): JsonSchema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    required: names.filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(names.map((name) => [name.replace('?', ''), properties[name]])),
  };
}

const page = (items: JsonSchema) => object({ items: list(items), 'next?': string });

export const answerSchemas: Record<string, JsonSchema> = {
  Problem: object({
    type: string,
    code: string,
    status: integer,
    title: string,
    detail: string,
    'hint?': string,
    'pointer?': string,
    'params?': anything,
    'problems?': list(anything),
  }),
  Actor: object({
    id: string,
    kind: { enum: ['applicant', 'proxy', 'officer', 'system'] },
    name: string,
    grants: list(object({ role: string, division: string })),
  }),
  Stamp: object({ id: string, kind: string, name: string }),
  Programme: object({
    programme: string,
    version: string,
    title: string,
    hash: string,
    start: object({ step: string, form: orNull(string) }),
    locales: anything,
  }),
  Definition: object({
    aidflow: { const: 1 },
    hash: string,
    programme: string,
    version: string,
    title: string,
    definition: anything,
    forms: anything,
    rules: anything,
    letters: anything,
    locales: anything,
  }),
  Step: object({
    id: string,
    title: string,
    kind: string,
    'role?': string,
    'level?': string,
    since: instant,
    'waitingFor?': object({ role: string, roleTitle: string, division: string, divisionName: string }),
    'until?': instant,
  }),
  Offer: object({
    do: string,
    'step?': string,
    title: string,
    'form?': string,
    'reasons?': { enum: ['required', 'optional'] },
    may: boolean,
    'authority?': anything,
    'problem?': anything,
  }),
  Clock: object({
    clock: string,
    title: string,
    state: { enum: ['running', 'paused', 'stopped', 'breached'] },
    started: date,
    'due?': date,
    left: integer,
    limit: integer,
    unit: { enum: ['working-day', 'calendar-day'] },
    pauses: list(anything),
    extended: boolean,
  }),
  HistoryEntry: object({
    seq: integer,
    type: string,
    title: string,
    'outcome?': string,
    at: instant,
    by: of('Stamp'),
    'authority?': anything,
    'reasons?': string,
    'changes?': list(anything),
  }),
  File: object({ sha256: string, size: integer, type: string, name: string }),
  CaseView: object({
    state: anything,
    title: string,
    divisionName: string,
    steps: list(of('Step')),
    offers: list(of('Offer')),
    clocks: list(of('Clock')),
    history: list(of('HistoryEntry')),
    letters: list(
      object({ n: integer, id: string, title: string, number: string, issued: date, text: anything }),
    ),
    notices: list(anything),
    award: orNull(object({ amount: integer, starts: string, 'months?': integer, 'payee?': string })),
    files: list(of('File')),
    divisionNames: anything,
    today: date,
    masked: boolean,
  }),
  Receipt: object({ case: string, received: instant }),
  CasePage: page(
    object({
      id: string,
      number: string,
      programme: string,
      title: string,
      division: string,
      divisionName: string,
      applicant: string,
      steps: list(string),
      status: { enum: ['active', 'ended'] },
      outcome: orNull(string),
      opened: instant,
      updated: instant,
      version: integer,
      nextDue: orNull(date),
    }),
  ),
  InboxPage: page(
    object({
      case: string,
      number: string,
      applicant: string,
      programme: string,
      title: string,
      step: string,
      stepTitle: string,
      division: string,
      divisionName: string,
      since: instant,
      'due?': object({ clock: string, date, left: integer, unit: string, state: string }),
      may: boolean,
      'why?': anything,
    }),
  ),
  NoticePage: page(
    object({
      id: string,
      case: string,
      title: string,
      from: date,
      'to?': date,
      items: list(object({ label: string, value: string })),
      programme: string,
      programmeTitle: string,
      definition: string,
      division: string,
      divisionName: string,
      locales: anything,
      'objection?': object({ do: string, title: string, 'form?': string }),
    }),
  ),
  Events: list(
    object({
      case: string,
      seq: integer,
      type: string,
      at: instant,
      by: of('Stamp'),
      title: string,
      hash: string,
    }),
  ),
  Explanation: object({
    event: anything,
    title: string,
    basis: list(object({ id: string, cite: string, certainty: string })),
    'rule?': anything,
    'authority?': anything,
    signatures: list(anything),
    data: anything,
  }),
  Divisions: list(object({ code: string, name: string, level: string })),
  Session: object({ person: orNull(of('Actor')) }),
  Time: object({ now: instant, 'fired?': integer }),
  Health: object({ status: { const: 'ok' }, now: instant }),
};
