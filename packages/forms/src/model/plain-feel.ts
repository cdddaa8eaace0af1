import type { JsonObject } from '../types.ts';

/**
 * The few FEEL expressions that layouts mostly consist of: comparisons of a name with a constant, joined by `and` or
 * by `or`. They are decided here, so that a phone need not load the whole language to know whether "other" was
 * chosen. Everything else, and everything in doubt, is left to FEEL itself.
 */
type Constant = string | number | boolean | null;
type Decide = (scope: JsonObject) => boolean | null;

const constant = /^(?:"([^"\\]*)"|(-?\d+(?:\.\d+)?)|(true|false|null))$/;
const comparison = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s*(=|!=|<|>)(?!=)\s*(\S.*)$/;
const membership = /^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\s+in\s*\(([^()]*)\)$/;
const words = new Set([
  'and',
  'or',
  'not',
  'if',
  'for',
  'some',
  'every',
  'in',
  'true',
  'false',
  'null',
  'function',
]);

const known = new Map<string, Decide | undefined>();

/** `plainFeel`, worked out once for each expression. */
export function plainOf(expression: string): Decide | undefined {
  if (!known.has(expression)) known.set(expression, plainFeel(expression));
  return known.get(expression);
}

/** How a plain expression is decided; undefined where it is not plain. */
export function plainFeel(expression: string): Decide | undefined {
  for (const [word, whole] of [
    ['or', true],
    ['and', false],
  ] as const) {
    const parts = split(expression, word);
    if (parts.length === 1) continue;
    const decisions = parts.map(plainFeel);
    if (!decisions.every((one) => one !== undefined)) return undefined;
    return (scope) =>
      join(
        decisions.map((decide) => decide(scope)),
        whole,
      );
  }
  return atom(expression.trim());
}

/** Three values: what is not known stays not known unless the rest decides. */
function join(results: readonly (boolean | null)[], whole: boolean): boolean | null {
  if (results.includes(whole)) return whole;
  return results.includes(null) ? null : !whole;
}

/** The parts between a word that stands outside of texts. */
const split = (expression: string, word: string): string[] =>
  expression.split(new RegExp(`\\s${word}\\s(?=(?:[^"]*"[^"]*")*[^"]*$)`));

function atom(text: string): Decide | undefined {
  const listed = membership.exec(text);
  if (listed !== null) {
    const [, name = '', list = ''] = listed;
    const values = list.split(',').map((part) => constantOf(part.trim()));
    if (!isName(name) || values.some((value) => typeof value !== 'string')) return undefined;
    return (scope) => values.includes(read(scope, name) as Constant);
  }
  const [, name = '', sign = '', right = ''] = comparison.exec(text) ?? [];
  const value = constantOf(right);
  if (!isName(name) || value === undefined) return undefined;
  if (sign !== '=' && sign !== '!=' && typeof value !== 'number') return undefined;
  return (scope) => compare(read(scope, name), sign, value);
}

const isName = (name: string): boolean => name !== '' && !name.split('.').some((part) => words.has(part));

function constantOf(text: string): Constant | undefined {
  const match = constant.exec(text);
  if (match === null) return undefined;
  const [, string, number, word] = match;
  if (string !== undefined) return string;
  return number === undefined ? (JSON.parse(word as string) as Constant) : Number(number);
}

function read(scope: JsonObject, name: string): unknown {
  let here: unknown = scope;
  for (const key of name.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return null;
    here = (here as JsonObject)[key];
  }
  return here ?? null;
}

function compare(left: unknown, sign: string, right: Constant): boolean | null {
  if (sign === '=' || sign === '!=') {
    if (left !== null && right !== null && typeof left !== typeof right) return null;
    return (left === right) === (sign === '=');
  }
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  return sign === '<' ? left < right : left > right;
}
