/** Sealed fields that a notice, a letter or another case would show. */
import { below, inPlace } from '../../schema-walk.ts';
import type { JsonSchema } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import type { Fix } from '../fix/edit.ts';
import { pathTo } from '../procedures.ts';
import type { ReadExpression } from '../reads.ts';
import { shownPaths } from '../values/shown.ts';

export function checkSealed(context: Context): Finding[] {
  return [...shows(context), ...subjects(context)];
}

/** What leaves the case with an expression: nothing, a notice, a letter, or something sent to another case. */
function leavesBy(
  { key, letter, text }: ReadExpression,
  letterText: boolean,
): 'notice' | 'letter' | 'send' | undefined {
  if (letter !== undefined) return letterText && text !== '' ? 'letter' : undefined;
  if (key === undefined) return undefined;
  if (/\/publish\/items\/\d+\/value$/.test(key)) return 'notice';
  return /\/send\/data\//.test(key) ? 'send' : undefined;
}

function shows(context: Context): Finding[] {
  const told = new Set<string>();
  return context.reads.flatMap((read) => {
    const by = leavesBy(read, !isCondition(read));
    const place = `${read.source.file} ${read.pointer}`;
    if (by === undefined || told.has(place)) return [];
    const path = sources(read.text, [], context).find((one) => isSealed(one, context));
    if (path === undefined) return [];
    told.add(place);
    const [form = ''] = path;
    const name = path.join('.');
    const params =
      by === 'send' ? { step: read.step, name, form, variant: by } : { step: read.step, name, form };
    const example = pathTo(context.procedureOf(read.step), read.step);
    const fix = by === 'notice' ? withoutLine(read) : undefined;
    return by === 'letter'
      ? [
          finding(
            'lint/sealed-in-letter',
            read.source,
            read.pointer,
            { ...params, letter: read.letter },
            { example },
          ),
        ]
      : [finding('lint/sealed-shown', read.source, read.pointer, params, { example, fix })];
  });
}

/** `{{#if ...}}` asks, and shows nothing. */
function isCondition({ letter, source, pointer }: ReadExpression): boolean {
  return letter !== undefined && String(source.value).startsWith('{{#if', Number(pointer));
}

function withoutLine({ source, pointer }: ReadExpression): Fix {
  return {
    title: { en: 'Remove the line from the notice', zh: '从公示中删除该项' },
    edits: [{ file: source.file, pointer: pointer.replace(/\/value$/, ''), remove: true }],
  };
}

/** How far values of rules are followed to what they were made of. */
const depth = 8;

type Locals = ReadonlyMap<string, string>;

/** The paths of forms that may come out of a part of an expression, through the values of rules, too. */
function sources(
  text: string,
  wanted: readonly string[],
  context: Context,
  locals: Locals = new Map(),
  left = depth,
): string[][] {
  if (left === 0) return [];
  const { names, reading, steps } = context;
  return shownPaths(text, wanted, names.example).flatMap((path) => {
    const [root = '', second = '', third, ...rest] = path;
    const local = locals.get(root);
    if (local !== undefined) {
      return sources(local, path.slice(1), context, before(locals, root), left - 1);
    }
    if (Object.hasOwn(names.forms, root)) return [path];
    if (root !== 'checks' || third === undefined) return [];
    const step = steps.find(({ id }) => id === second);
    const rule = step?.kind === 'check' ? reading.rules[step.rule ?? ''] : undefined;
    if (rule === undefined) return [];
    const inner = new Map([...(rule.let ?? []), ...rule.inputs].map(({ id, value }) => [id, value]));
    const values = rule.rows.flatMap((row) =>
      Object.hasOwn(row.values ?? {}, third) ? [row.values?.[third] ?? ''] : [],
    );
    return [...new Set(values)].flatMap((value) => sources(value, rest, context, inner, left - 1));
  });
}

/** Values of `let` see those above them only. */
function before(locals: Locals, id: string): Locals {
  const names = [...locals];
  return new Map(
    names.slice(
      0,
      names.findIndex(([name]) => name === id),
    ),
  );
}

/** Whether a path leads to, or through, something sealed. */
function isSealed([form = '', ...rest]: readonly string[], { names }: Context): boolean {
  const root = names.forms[form];
  if (root === undefined) return false;
  let schemas = inPlace(root, root);
  if (sealed(schemas)) return true;
  for (const word of rest) {
    const items = below(schemas, '*', root);
    schemas = below(items.length > 0 ? items : schemas, word, root);
    if (sealed(schemas)) return true;
  }
  return holdsSealed(schemas, root, 0);
}

const sealed = (schemas: readonly JsonSchema[]): boolean =>
  schemas.some((schema) => schema['x-privacy'] === 'sealed');

/** Whether an object or a list that is shown as a whole holds something sealed. */
function holdsSealed(schemas: readonly JsonSchema[], root: JsonSchema, level: number): boolean {
  if (level > depth) return false;
  const inner = [
    below(schemas, '*', root),
    ...schemas.flatMap(({ properties }) =>
      typeof properties === 'object' && properties !== null
        ? Object.keys(properties).map((name) => below(schemas, name, root))
        : [],
    ),
  ].filter((part) => part.length > 0);
  return inner.some((part) => sealed(part) || holdsSealed(part, root, level + 1));
}

/** A case about somebody whose identity is sealed is never made public, whatever the notice shows. */
function subjects(context: Context): Finding[] {
  const secret = Object.entries(context.names.forms).find(([, schema]) => {
    const root = inPlace(schema, schema);
    return sealed(root) || sealed(below(root, 'applicant', schema));
  });
  if (secret === undefined) return [];
  const [form] = secret;
  return context.steps.flatMap((step) => {
    if (step.kind !== 'effect' || !step.effects.some((effect) => 'publish' in effect)) return [];
    const example = pathTo(context.procedureOf(step.id), step.id);
    return [
      finding(
        'lint/sealed-subject',
        context.reading.source,
        context.place(step.id),
        { step: step.id, form },
        { example },
      ),
    ];
  });
}
