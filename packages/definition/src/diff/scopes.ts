/** Whole situations for trying two decision tables: forms, answers, checks and the case, as expressions see them. */
import type { Scope } from '../feel.ts';
import type { Programme, Rule } from '../types.ts';
import { moneyNames } from './money-names.ts';
import { standing } from './place.ts';
import { Sampler } from './sampler.ts';
import type { Plain } from './targets.ts';

/** A situation that a rule may be asked about. */
export interface Situation {
  scope: Scope;
  /** ISO date. */
  today: string;
}

/** @param days ISO dates on which the versions may answer differently, at least one */
export function situations(
  before: Programme,
  after: Programme,
  rules: { before: Rule; after: Rule },
  days: readonly string[],
  count: number,
): Situation[] {
  const text = JSON.stringify([rules.before, rules.after]);
  const words = new Set(text.match(/\w+/g));
  const amounts = amountsOf(before, after, text);
  return Array.from({ length: count }, (_, index) => {
    const today = days[index % days.length] ?? '';
    const sampler = new Sampler({ seed: index + 1, amounts, words, today });
    return { today, scope: scopeFrom(sampler, before, after, words, today) };
  });
}

/** Numbers that rules compare with, and what lies beside them. */
function amountsOf(before: Programme, after: Programme, text: string): number[] {
  const values = [before, after].flatMap(({ definition }) =>
    Object.values(definition.parameters ?? {}).flatMap((parameter) =>
      parameter.unit === 'fen' ? parameter.values.map(({ value }) => Number(value)) : [],
    ),
  );
  const written = (text.match(/(?<![\w.])\d{3,}(?![\w.])/g) ?? []).map(Number);
  const near = [...new Set([...values, ...written])].flatMap((value) => [
    ...[value - 1, value, value + 1, value * 2, value * 3, Math.floor(value / 2), Math.floor(value / 5)],
  ]);
  return [0, 0, ...near.filter((value) => value > 0 && Number.isSafeInteger(value))];
}

function scopeFrom(
  sampler: Sampler,
  before: Programme,
  after: Programme,
  words: ReadonlySet<string>,
  today: string,
): Scope {
  const scope: Scope = {};
  for (const [form, { schema }] of Object.entries({ ...before.forms, ...after.forms })) {
    // A form that is not filled in yet is null.
    scope[form] = words.has(form) && sampler.chance(0.85) ? sampler.data(schema) : null;
  }
  const checks: Plain = {};
  const answers: Plain = {};
  const steps = [...standing(before.definition).values(), ...standing(after.definition).values()];
  for (const { step } of steps) {
    if (step.kind !== 'check') continue;
    const result = sampler.pick(['pass', 'pass', 'fail', 'unknown']);
    checks[step.id] ??= { result, reason: null, row: null };
    if (step.connector !== undefined) answers[step.id] ??= answerOf(sampler, [before, after], step.rule);
  }
  const [answer = answerOf(sampler, [before, after], undefined)] = Object.values(answers);
  return {
    ...scope,
    checks,
    answers,
    answer,
    today,
    case: {
      number: '1',
      division: '620821100201',
      township: '620821100',
      county: '620821',
      opened: today,
      applied: today,
      registered: sampler.chance(0.3) ? 1 : 0,
      complaints: sampler.chance(0.2) ? 1 : 0,
      rounds: {},
      outcomes: {},
      delegated: sampler.chance(0.3),
      outcome: null,
      decided: null,
      award: null,
    },
  };
}

/** What a system might answer: no schema says so, the rule that reads the answer does. */
function answerOf(sampler: Sampler, sides: readonly Programme[], rule: string | undefined): Plain {
  const read = sides.flatMap((side) =>
    rule === undefined ? Object.values(side.rules) : (side.rules[rule] ?? []),
  );
  const text = JSON.stringify(read);
  const fen = moneyFields(sides, read);
  const answer: Plain = {};
  for (const field of fieldsIn(text)) {
    // Registers that hold nothing are the rule, and several findings at once hide each other.
    if (sampler.chance(0.8)) continue;
    const counted = text.includes(`count(answer.${field})`);
    answer[field] = counted ? sampler.someone() : fen.has(field) ? sampler.amount() : sampler.small();
  }
  return answer;
}

const fieldsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\banswer\.(\w+)/g)].map(([, field = '']) => field)),
];

/** Fields of answers from which an amount of money is worked out. */
function moneyFields(sides: readonly Programme[], rules: readonly Rule[]): Set<string> {
  return new Set(
    rules.flatMap((rule) => {
      const names = new Set(sides.flatMap((side) => [...moneyNames(side, rule)]));
      const worked = [...(rule.let ?? []), ...rule.inputs].filter(({ id }) => names.has(id));
      return worked.flatMap(({ value }) => fieldsIn(value));
    }),
  );
}
