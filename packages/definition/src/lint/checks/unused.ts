/** What is declared and used nowhere. */

import type { Source } from '../../parse/source.ts';
import type { Term } from '../../problems/terms.ts';
import { pointerKey } from '../../schema-walk.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

export function checkUnused(context: Context): Finding[] {
  const { programme, reading } = context;
  const { source, rulesSource } = reading;
  const named = namesIn(context);
  const read = wordsIn(context);
  const unused = (
    what: Term['term'],
    ids: object | undefined,
    place: string,
    isUsed: (id: string) => boolean,
  ) =>
    Object.keys(ids ?? {}).flatMap((id) =>
      isUsed(id) ? [] : [told(what, id, place + pointerKey(id), source)],
    );
  return [
    ...unused('role', programme.roles, '/roles', (id) => named.has(id) || isProxy(context, id)),
    ...unused('parameter', programme.parameters, '/parameters', (id) => read.has(id)),
    ...unused('form', programme.forms, '/forms', (id) => named.has(id) || isObjection(context, id)),
    ...unused('connector', programme.connectors, '/connectors', (id) => named.has(id)),
    ...unused('letter', programme.letters, '/letters', (id) => named.has(id)),
    ...(rulesSource === undefined
      ? []
      : Object.keys(reading.rules).flatMap((id) =>
          named.has(id) ? [] : [told('rule', id, `/rules${pointerKey(id)}`, rulesSource)],
        )),
  ];
}

function told(what: Term['term'], id: string, pointer: string, source: Source): Finding {
  const fix = {
    title: { en: `Remove "${id}"`, zh: `删除“${id}”` },
    edits: [{ file: source.file, pointer, remove: true as const }],
  };
  return finding('lint/unused', source, pointer, { what: { term: what }, id }, { fix });
}

/** A committee of the village applies for people: where an applicant acts, so may who holds a role there. */
function isProxy({ programme, steps }: Context, role: string): boolean {
  const applies = steps.some((step) => step.kind === 'task' && step.role === 'applicant');
  return applies && programme.roles?.[role]?.level === 'village';
}

/** A notice takes this form for objections without naming it. */
const isObjection = ({ programme }: Context, form: string): boolean =>
  form === 'objection' && JSON.stringify(programme.steps).includes('"kind":"notice"');

/** Every text that stands for itself where a step, an operation or a shorthand may name something. */
function namesIn({
  programme: { steps, operations, shorthands, schedules },
  steps: expanded,
}: Context): Set<string> {
  const found = new Set<string>();
  collect([steps, operations, shorthands, schedules, expanded], found);
  return found;
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') found.add(value);
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) collect(part, found);
}

/** Every word of what may be or hold an expression. */
function wordsIn({ programme, reading }: Context): Set<string> {
  const { parameters: _, ...rest } = programme;
  const layouts = Object.values(reading.forms).map(({ layout }) => layout);
  const letters = Object.values(reading.letters).map(({ text }) => text);
  const texts = JSON.stringify([rest, reading.rules, layouts, letters]);
  return new Set(texts.match(/[\p{L}\d_]+/gu));
}
