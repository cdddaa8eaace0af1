/** Numbers at which a rule or a condition may turn: parameters and what expressions name, just below, at, just above. */
import type { Programme } from '@aidflow/engine';

/** More than these make each form too wide to try; the small and the oft-named come first. */
const MOST = 60;

/** Every text of a definition that may be an expression: strings at any depth. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* textsIn(part);
}

/** Numbers worth trying in the forms and answers of a programme, in ascending order. */
export function thresholdsOf({ definition, rules }: Programme): number[] {
  const found = new Map<number, number>();
  const add = (value: number, weight: number) => {
    for (const one of [value - 1, value, value + 1]) {
      if (one >= -1 && one <= 1e11) found.set(one, (found.get(one) ?? 0) + weight);
    }
  };
  for (const { values } of Object.values(definition.parameters ?? {})) {
    for (const { value } of values) if (typeof value === 'number' && Number.isInteger(value)) add(value, 2);
  }
  for (const text of textsIn([rules, definition.steps])) {
    for (const [word] of text.matchAll(/(?<![\w.\-"])\d{1,9}(?![\w.\-"])/g)) add(Number(word), 1);
  }
  const small = [0, 1, 2, 10, 100_000, 1_000_000, 100_000_000];
  const named = [...found].sort(([a, x], [b, y]) => y - x || a - b).map(([value]) => value);
  return [...new Set([...small, ...named])].slice(0, MOST).sort((a, b) => a - b);
}

/** What a field of an answer is, as far as a rule tells. */
export type AnswerField = 'list' | 'number' | 'truth';

/**
 * What a rule reads of a connector's answer: fields that it counts are lists, those whose rows ask for true or false are
 * that, all others numbers.
 */
export function answerFields(programme: Programme, rule: string | undefined): Map<string, AnswerField> {
  const fields = new Map<string, AnswerField>();
  for (const text of textsIn(rule === undefined ? [] : programme.rules[rule])) {
    for (const [, field = ''] of text.matchAll(/\banswer\.(\w+)/g)) {
      const list = new RegExp(`(count\\(|in |contains\\()answer\\.${field}\\b`).test(text);
      if (list || !fields.has(field)) fields.set(field, list ? 'list' : 'number');
    }
  }
  const { inputs = [], rows = [] } = (rule === undefined ? undefined : programme.rules[rule]) ?? {};
  for (const { id, value } of inputs) {
    const field = /^answer\.(\w+)$/.exec(value)?.[1];
    const judged = rows.some((row) => ['true', 'false'].includes(String(row.if?.[id])));
    if (field !== undefined && judged) fields.set(field, 'truth');
  }
  return fields;
}
