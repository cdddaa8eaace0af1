/** Examples of different answers, in words. */
import type { Json } from '../feel.ts';
import type { Judgement } from '../judge.ts';
import type { Rule } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import type { DifferenceSeverity, Words } from './difference.ts';
import { equal } from './equal.ts';
import type { Answers, Example } from './examples.ts';
import { moneyNames } from './money-names.ts';
import { inputName } from './rows.ts';
import { list, money, resultName, same, value } from './say.ts';

/** Tells each pair of different answers once, or that none was found. */
export function tellExamples(
  changes: Changes,
  found: Found,
  rules: { before: Rule; after: Rule },
  { examples, tried }: Answers,
): void {
  const rule = changes.title(rules.after.title);
  if (examples.length === 0) {
    changes.add('diff/rule-same-answers', {
      ...found,
      before: undefined,
      after: tried,
      params: { rule, count: tried },
    });
  }
  const fen = {
    before: moneyNames(changes.before, rules.before),
    after: moneyNames(changes.after, rules.after),
  };
  for (const example of examples) {
    const { inputs, earlier, before, after, date } = example;
    const differing = Object.keys({ ...before.values, ...after.values }).filter(
      (name) => !equal(before.values[name], after.values[name]),
    );
    changes.add('diff/rule-example', {
      ...found,
      before: { inputs: { ...inputs, ...earlier }, date, ...before },
      after: { inputs, date, ...after },
      at: rowPlace(found.at, rules.after, after.row),
      severity: seriousness(example, differing, fen.after),
      params: {
        rule,
        inputs: inputWords(changes, rules, example, fen.after),
        before: answerWords(before, differing, fen.before),
        after: answerWords(after, differing, fen.after),
      },
    });
  }
}

function rowPlace(at: string, rule: Rule, row: string | null): string {
  const index = rule.rows.findIndex(({ id }) => id === row);
  return index < 0 ? at : `${at}/rows/${index}`;
}

function seriousness(
  { before, after }: Example,
  differing: readonly string[],
  fen: ReadonlySet<string>,
): DifferenceSeverity {
  if (before.result !== after.result) {
    if (after.result === 'pass') return 'easier';
    return before.result === 'pass' ? 'stricter' : 'procedure';
  }
  return differing.some((name) => fen.has(name)) ? 'money' : 'procedure';
}

/** The inputs by which the two rows were chosen, with their values. */
function inputWords(
  changes: Changes,
  rules: { before: Rule; after: Rule },
  { inputs, earlier, before, after, exactly }: Example,
  fen: ReadonlySet<string>,
): Words {
  const tested = new Set([
    ...Object.keys(exactly),
    ...testedBy(rules.before, before.row),
    ...testedBy(rules.after, after.row),
  ]);
  return list(
    [...tested].map((input) => {
      const side = rules.after.inputs.some(({ id }) => id === input) ? 'after' : 'before';
      const name = inputName(changes, side, rules[side], input);
      const said = amount(input, inputs[input] ?? null, fen);
      const bound = exactly[input];
      const notes = list([
        ...(bound === undefined ? [] : [{ zh: `恰为 ${bound}`, en: `exactly ${bound}` }]),
        ...(input in earlier ? [was(amount(input, earlier[input] ?? null, fen))] : []),
      ]);
      const noted = bound !== undefined || input in earlier;
      return {
        zh: `${name.zh}为${said.zh}${noted ? `（${notes.zh}）` : ''}`,
        en: `"${name.en}" ${said.en}${noted ? ` (${notes.en})` : ''}`,
      };
    }),
  );
}

const was = ({ zh, en }: Words): Words => ({ zh: `原为${zh}`, en: `before ${en}` });

function testedBy(rule: Rule, row: string | null): string[] {
  const named = (row ?? '').split(' ');
  const rows = rule.rows.filter(({ id }) => named.includes(id));
  // Where nothing fits, everything that is tested has a part in it.
  return (rows.length > 0 ? rows : rule.rows).flatMap((one) => Object.keys(one.if ?? {}));
}

function answerWords(
  { result, reason, row, values }: Judgement,
  differing: readonly string[],
  fen: ReadonlySet<string>,
): Words {
  const name = resultName[result] ?? same(result);
  const also = differing
    .filter((one) => isSaid(values[one]))
    .map((one): Words => {
      const { zh, en } = amount(one, values[one] ?? null, fen);
      return { zh: `${one}为${zh}`, en: `${one} ${en}` };
    });
  const details = list([
    ...(row === null ? [] : [{ zh: `第${row}条`, en: `row ${row}` }]),
    same(reason),
    ...also,
  ]);
  return { zh: `“${name.zh}”（${details.zh}）`, en: `"${name.en}" (${details.en})` };
}

/** What is there, and can be said in a word. */
const isSaid = (json: Json | undefined): boolean =>
  json !== undefined && json !== null && typeof json !== 'object';

const amount = (name: string, json: Json, fen: ReadonlySet<string>): Words =>
  typeof json === 'number' && fen.has(name) ? money(json) : value(json);
