/** Rules from a DMN model. */
import { type Problem, ProblemError, problem, type Rule } from '@aidflow/definition';
import { DmnModdle } from 'dmn-moddle';
import { stringify } from 'yaml';
import { type ModdleElement, partOf, readModel, textOf } from '../moddle.ts';
import { nameFrom, Unique } from '../names.ts';
import { DmnModel, isValue, logicOf, ruleId, tableOf } from './model.ts';
import { readRule } from './read-rule.ts';
import { Texts } from './texts.ts';

export interface FromDmn {
  /** The content of `rules.yaml`. */
  rules: string;
  /** What has no place in a rule or only a guess, each with id and name of its element and the reason. */
  notCarried: Problem[];
}

/**
 * The decision tables of a DMN model (1.3, and what of 1.2 to 1.5 is the same) as rules. Literal expressions that a table
 * requires become its `let` values. An output `result` with pass, fail or unknown is the result, an output `reason` the
 * reason, annotations `row` and `basis` what they say; other outputs are values. Names of several words become camelCase.
 *
 * A text that is no FEEL is kept as it is written and told: no cell is ever left out, which would let more cases through.
 *
 * Throws `ProblemError`: `interchange/unreadable`, and `interchange/empty` where no table is.
 */
export async function fromDmn(xml: string): Promise<FromDmn> {
  const { rootElement, warnings } = await readModel(new DmnModdle(), asKnown(xml), 'DMN');
  const texts = new Texts(textOf(rootElement, 'expressionLanguage'));
  for (const { message } of warnings) texts.tell('unread', rootElement, message.split('\n')[0]);
  const model = new DmnModel(rootElement);
  const names = namesOf(model);

  const rules: Record<string, Rule> = {};
  const unique = new Unique('');
  for (const decision of model.decisions) {
    const table = tableOf(decision);
    if (table === undefined) continue;
    const own = decision.$attrs['aidflow:rule'] ?? '';
    const called = [own, textOf(decision, 'name'), ruleId(decision)]
      .map(nameFrom)
      .find((name) => name !== undefined);
    rules[unique.take(called ?? 'rule')] = readRule(model, decision, table, texts, names);
  }
  if (Object.keys(rules).length === 0) {
    throw new ProblemError(problem('interchange/empty', { format: 'DMN', variant: 'dmn' }));
  }
  tellRest(model, texts);
  return {
    rules: stringify({ rules }, { lineWidth: 110, aliasDuplicateObjects: false }),
    notCarried: texts.told,
  };
}

/** Models of the versions around 1.3, whose tables and expressions are the same under another namespace. */
const asKnown = (xml: string): string =>
  xml.replaceAll(
    /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/MODEL\//g,
    'https://www.omg.org/spec/DMN/20191111/MODEL/',
  );

/** Names that the language does not have, and what they become. */
function namesOf(model: DmnModel): Map<string, string> {
  const names = new Map<string, string>();
  const given = model.elements.map(
    (element) => textOf(partOf(element, 'variable'), 'name') || textOf(element, 'name'),
  );
  const unique = new Unique(
    '',
    given.filter((name) => nameFrom(name) === name),
  );
  for (const [index, name] of given.entries()) {
    if (name === '' || names.has(name) || nameFrom(name) === name) continue;
    names.set(name, unique.take(nameFrom(name) ?? `value${index + 1}`));
  }
  return names;
}

/** Data that the programme must have, and decisions that are neither a table nor a value of one. */
function tellRest(model: DmnModel, texts: Texts): void {
  const tables = model.decisions.filter((decision) => tableOf(decision));
  const carried = new Set<ModdleElement>(tables);
  for (const decision of tables) {
    for (const value of model.valuesOf(decision)) carried.add(value);
    const sum = model.sumOf(decision);
    if (sum) carried.add(sum);
  }
  for (const element of model.elements) {
    if (element.$type === 'dmn:InputData') texts.tell('input-data', element);
    else if (element.$type !== 'dmn:Decision') texts.tell('knowledge', element);
    else if (!carried.has(element)) texts.tell('logic', element, logicOf(element)?.$type.replace('dmn:', ''));
    // The answer of one table is no value of another.
    for (const other of model.required(element)) {
      if (!isValue(other) && element !== model.sumOf(other))
        texts.tell('table', element, textOf(other, 'name'));
    }
  }
}
