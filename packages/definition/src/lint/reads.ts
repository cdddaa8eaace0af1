/** Every expression with the step at which it is evaluated and the place where it was written. */
import { readFeel } from '../feel/syntax.ts';
import { expressionsOf } from '../parse/expressions.ts';
import type { Source } from '../parse/source.ts';
import { pointerKey } from '../schema-walk.ts';
import type { ExpandedStep, Rule } from '../types.ts';
import type { Context } from './context.ts';

export interface ReadExpression {
  text: string;
  kind: 'expression' | 'test';
  source: Source;
  /** In a letter: how far into its text. */
  pointer: string;
  /** Id of the expanded step at which it is evaluated. */
  step: string;
  /** JSON Pointer below the step, where it stands in the step itself. */
  key?: string;
  /** The letter that it belongs to. */
  letter?: string;
  /** The paths of forms that it reads, from the id of the form on. */
  forms: string[][];
}

type Read = Omit<ReadExpression, 'forms'>;

/** The expressions of all steps, of the rules that they ask and of the letters that they issue. */
export function readsOf(context: Omit<Context, 'reads'>): ReadExpression[] {
  const known = new Map<string, string[][]>();
  const reads = context.steps.flatMap((step): Read[] => [
    ...expressionsOf(step, '').map(
      ({ text, pointer: key }): Read => ({
        text,
        kind: 'expression',
        source: context.reading.source,
        pointer: context.place(step.id, key),
        step: step.id,
        key,
      }),
    ),
    ...ruleReads(context, step),
    ...letterReads(context, step),
  ]);
  // Rules and letters that several steps ask for are read once.
  return reads.map((read) => {
    const key = `${read.kind} ${read.text}`;
    const forms = known.get(key) ?? formPaths(read, context);
    known.set(key, forms);
    return { ...read, forms };
  });
}

function ruleReads(
  { reading: { rules, rulesSource } }: Pick<Context, 'reading'>,
  step: ExpandedStep,
): Read[] {
  const id = step.kind === 'check' ? step.rule : undefined;
  const rule = id === undefined ? undefined : rules[id];
  if (id === undefined || rule === undefined || rulesSource === undefined) return [];
  return rulePlaces(rule).map(({ text, key, kind }) => ({
    text,
    kind,
    source: rulesSource,
    pointer: `/rules${pointerKey(id)}${key}`,
    step: step.id,
  }));
}

interface RulePlace {
  text: string;
  key: string;
  kind: ReadExpression['kind'];
}

function rulePlaces({ date, let: values = [], inputs, rows }: Rule): RulePlace[] {
  const plain = (text: string, key: string): RulePlace => ({ text, key, kind: 'expression' });
  return [
    ...(date === undefined ? [] : [plain(date, '/date')]),
    ...values.map(({ value }, index) => plain(value, `/let/${index}/value`)),
    ...inputs.map(({ value }, index) => plain(value, `/inputs/${index}/value`)),
    ...rows.flatMap((row, index) => [
      ...Object.entries(row.if ?? {}).map(
        ([input, text]): RulePlace => ({ text, key: `/rows/${index}/if${pointerKey(input)}`, kind: 'test' }),
      ),
      ...Object.entries(row.values ?? {}).map(([name, text]) =>
        plain(text, `/rows/${index}/values${pointerKey(name)}`),
      ),
    ]),
  ];
}

function letterReads(context: Pick<Context, 'reading'>, step: ExpandedStep): Read[] {
  if (step.kind !== 'effect') return [];
  return step.effects.flatMap((effect) =>
    'letter' in effect ? letterPlaces(context, effect.letter).map((one) => ({ ...one, step: step.id })) : [],
  );
}

/** The expressions of a letter in all its languages. */
function letterPlaces({ reading }: Pick<Context, 'reading'>, letter: string): Omit<Read, 'step'>[] {
  return Object.values(reading.letterFiles[letter] ?? {}).flatMap((file) => {
    const text = reading.files[file] ?? '';
    const source: Source = {
      file,
      value: text,
      problems: [],
      line: (offset) => text.slice(0, Number(offset)).split('\n').length,
    };
    return [...text.matchAll(/\{\{([\s\S]*?)\}\}/g)].flatMap((match) => {
      const inside = (match[1] ?? '').trim();
      const condition = /^#if\s+([\s\S]+)$/.exec(inside)?.[1]?.trim();
      if (condition === undefined && /^[#/]/.test(inside)) return [];
      const pointer = String(match.index);
      return [{ text: condition ?? inside, kind: 'expression' as const, source, pointer, letter }];
    });
  });
}

function formPaths({ text, kind }: Read, { names }: Pick<Context, 'names'>): string[][] {
  return readFeel(text, kind, names.example).references.flatMap(({ path, called }) =>
    !called && Object.hasOwn(names.forms, path[0] ?? '') ? [path] : [],
  );
}
