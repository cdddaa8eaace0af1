/**
 * Masking for those who do not act on a case. Form data is masked by its schema; wherever else the same values stand
 * (letters, notices, rule inputs, answers of connectors), they are replaced by what the forms show.
 */
import { maskData, maskName } from '@aidflow/definition';
import { letterText } from './letters.ts';
import type { Programme } from './programme.ts';
import type { CaseEvent, CaseState, Json, JsonObject } from './types.ts';

/** Replaces personal values in plain data or text. */
export interface Mask {
  data(form: string | undefined, data: JsonObject): JsonObject;
  /** A copy of anything plain, with every known personal value masked. */
  deep<T>(value: T): T;
}

/** Instants are nobody's: a name that looks like a piece of one must not cut them. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What a programme says about which values are personal. */
export type Masking = Pick<Programme, 'forms' | 'definition'>;

/**
 * The mask of one case: knows the personal values in all data that it was ever given, and in that of the case that it
 * belongs to, from which its item may come. Of a case that has moved, everything is personal that one of the versions
 * marks: what the later one no longer asks for is not thereby open.
 */
export function maskOf(
  versions: Masking | readonly Masking[],
  state: CaseState,
  events: readonly CaseEvent[],
  parent?: CaseState,
): Mask {
  const all: readonly Masking[] = 'forms' in versions ? [versions] : versions;
  const values = new Map<string, string>();
  const note = (open: Json, closed: Json) => {
    for (const [before, after] of pairs(open, closed)) if (before !== after) values.set(before, after);
  };
  const byForm = (form: string | undefined, data: JsonObject): JsonObject => {
    let shown = data;
    for (const { forms } of all) {
      const schema = form === undefined ? undefined : forms[form]?.schema;
      if (schema !== undefined) shown = maskData(schema, shown) as JsonObject;
    }
    return shown;
  };

  for (const { form, data } of events) if (data) note(data, byForm(form, data));
  for (const [form, data] of Object.entries(state.data)) note(data, byForm(form, data));
  for (const [form, data] of Object.entries(parent?.data ?? {})) note(data, byForm(form, data));
  const noteItem = (step: string, item: Json | undefined) => {
    for (const { definition } of item === undefined ? [] : all) {
      const form = enrolForm(definition.steps, step);
      if (form !== undefined && isObject(item)) note(item, byForm(form, item));
    }
  };
  noteItem(state.parent?.step ?? '', state.item);
  // An item of a round may be made of those that came in before it: candidates of one post.
  for (const [step, { items, pending }] of [state, parent].flatMap((one) =>
    Object.entries(one?.items ?? {}),
  )) {
    for (const { item, applicant } of [...items, ...pending]) {
      noteItem(step, item);
      values.set(applicant.name, maskName(applicant.name));
    }
  }
  values.set(state.applicant.name, maskName(state.applicant.name));
  // Letters hold what was typed with Markdown's characters escaped.
  for (const [before, after] of [...values]) {
    const escaped = letterText(before);
    if (escaped !== before) values.set(escaped, letterText(after));
  }

  // Longer ones first: a name may be part of another value.
  const known = [...values].filter(([before]) => before.length > 1).sort(([a], [b]) => b.length - a.length);
  const text = (whole: string) =>
    known.reduce(
      (shown, [before, after]) => (shown.includes(before) ? shown.replaceAll(before, after) : shown),
      whole,
    );
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return INSTANT.test(value) ? value : text(value);
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
  };
  return {
    data: (form, data) => deep(byForm(form, data)) as JsonObject,
    deep: <T>(value: T) => deep(value) as T,
  };
}

/** What of a state is nobody's: ids, hashes, dates, the machine's own value. */
const PLAIN = new Set<keyof CaseState>([
  'id',
  'number',
  'programme',
  'definition',
  'division',
  'version',
  'head',
  'opened',
  'updated',
  'clocks',
  'procedure',
  'parent',
  'branches',
  'operations',
  'complaints',
  'value',
  'status',
]);

/** A state as it is shown to those who do not act on the case. */
export function maskState(state: CaseState, mask: Mask): CaseState {
  const shown = Object.entries(state).map(([key, value]) => {
    if (PLAIN.has(key as keyof CaseState)) return [key, value];
    if (key !== 'data') return [key, mask.deep(value)];
    const forms = Object.entries(state.data).map(([form, its]) => [form, mask.data(form, its)]);
    return [key, Object.fromEntries(forms)];
  });
  return Object.fromEntries(shown) as CaseState;
}

/** An event as it is shown to those who do not act on the case. Its hash is of the true one. */
export function maskEvent(event: CaseEvent, mask: Mask): CaseEvent {
  return {
    ...event,
    by: mask.deep(event.by),
    ...(event.data ? { data: mask.data(event.form, event.data) } : {}),
    ...(event.reasons === undefined ? {} : { reasons: mask.deep(event.reasons) }),
    ...(event.detail ? { detail: mask.deep(event.detail) } : {}),
  };
}

function* pairs(open: Json, closed: Json): Generator<[string, string]> {
  if (typeof open === 'string') {
    yield [open, typeof closed === 'string' ? closed : '***'];
  } else if (Array.isArray(open)) {
    for (const [index, item] of open.entries()) {
      yield* pairs(item, (closed as Json[] | null)?.[index] ?? null);
    }
  } else if (typeof open === 'object' && open !== null) {
    for (const [key, inner] of Object.entries(open)) {
      yield* pairs(inner, (closed as JsonObject | null)?.[key] ?? null);
    }
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form by which items come into a step, wherever in the procedure it stands. */
function enrolForm(steps: Programme['definition']['steps'], id: string): string | undefined {
  for (const step of steps) {
    if (step.kind === 'each' && step.id === id) return step.enrol?.form;
    const inner =
      step.kind === 'each'
        ? [step.steps]
        : step.kind === 'parallel'
          ? Object.values(step.branches).map((branch) => branch.steps)
          : [];
    for (const list of inner) {
      const found = enrolForm(list, id);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
