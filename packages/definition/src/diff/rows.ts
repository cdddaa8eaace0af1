/** Rows of a decision table: added, gone, moved, and cell by cell. */
import type { Rule, RuleRow } from '../types.ts';
import type { Changes, Found } from './changes.ts';
import type { Words } from './difference.ts';
import { both } from './equal.ts';
import { basisName, type Side } from './pair.ts';
import { list, quoted, resultName, same, value } from './say.ts';

export function compareRows(changes: Changes, found: Found, before: Rule, after: Rule): void {
  const rule = changes.title(after.title);
  for (const [index, row] of after.rows.entries()) {
    const at = `${found.at}/rows/${index}`;
    const old = before.rows.find(({ id }) => id === row.id);
    if (old) compareRow(changes, { ...found, id: `${found.id}/${row.id}`, at }, { before, after }, old, row);
    else {
      changes.add('diff/row-added', {
        ...found,
        id: `${found.id}/${row.id}`,
        before: undefined,
        after: row,
        at,
        params: { rule, row: row.id, after: rowWords(changes, 'after', after, row) },
      });
    }
  }
  for (const row of before.rows) {
    if (after.rows.some(({ id }) => id === row.id)) continue;
    changes.add('diff/row-removed', {
      ...found,
      id: `${found.id}/${row.id}`,
      before: row,
      after: undefined,
      at: found.at,
      params: { rule, row: row.id, before: rowWords(changes, 'before', before, row) },
    });
  }
  tellMoves(changes, found, before, after);
}

/** `若“人均收入”< standard，则通过（eligible）`. */
function rowWords(changes: Changes, side: Side, rule: Rule, row: RuleRow): Words {
  const tests = Object.entries(row.if ?? {}).map(([input, test]): Words => {
    const { zh, en } = inputName(changes, side, rule, input);
    return { zh: `“${zh}”${test}`, en: `"${en}" ${test}` };
  });
  const result = resultWords(row.result, row.reason);
  if (tests.length === 0) return { zh: `其他情形${result.zh}`, en: `in any other case ${result.en}` };
  const all = list(tests);
  return { zh: `${all.zh}时${result.zh}`, en: `${result.en} with ${all.en}` };
}

const resultWords = (result: string, reason: string): Words => {
  const { zh, en } = resultName[result] ?? same(result);
  return { zh: `${zh}（${reason}）`, en: `${en} (${reason})` };
};

export function inputName(changes: Changes, side: Side, rule: Rule, input: string): Words {
  const title = rule.inputs.find(({ id }) => id === input)?.title ?? input;
  return side === 'after' ? changes.title(title) : changes.oldTitle(title);
}

function compareRow(
  changes: Changes,
  found: Found,
  rules: { before: Rule; after: Rule },
  before: RuleRow,
  after: RuleRow,
): void {
  const rule = changes.title(rules.after.title);
  const named = { rule, row: after.id };
  for (const [input, old, now] of both(before.if, after.if)) {
    // What is left out may be anything, and so may a dash.
    if ((old ?? '-') === (now ?? '-')) continue;
    const side = now === undefined ? 'before' : 'after';
    changes.add('diff/row-test', {
      ...found,
      before: old,
      after: now,
      at: now === undefined ? found.at : `${found.at}/if/${input}`,
      params: {
        ...named,
        input: inputName(changes, side, rules[side], input),
        before: test(old),
        after: test(now),
      },
    });
  }
  if (before.result !== after.result) {
    const names = {
      before: resultName[before.result] ?? same(before.result),
      after: resultName[after.result] ?? same(after.result),
    };
    const results = { before: before.result, after: after.result };
    changes.add('diff/row-result', {
      ...found,
      ...results,
      at: `${found.at}/result`,
      params: { ...named, ...names },
    });
  }
  if (before.reason !== after.reason) {
    const reasons = { before: before.reason, after: after.reason };
    const at = `${found.at}/reason`;
    changes.add('diff/row-reason', { ...found, ...reasons, at, params: { ...named, ...reasons } });
  }
  for (const [key, old, now] of both(before.values, after.values)) {
    if (old === now) continue;
    const params = { ...named, value: key, before: value(old), after: value(now) };
    const at = now === undefined ? found.at : `${found.at}/values/${key}`;
    changes.add('diff/row-value', { ...found, before: old, after: now, at, params });
  }
  if (before.basis !== after.basis) {
    const names = {
      before: basisName(changes, 'before', before.basis),
      after: basisName(changes, 'after', after.basis),
    };
    const bases = { before: before.basis, after: after.basis };
    changes.add('diff/row-basis', { ...found, ...bases, at: found.at, params: { ...named, ...names } });
  }
}

const test = (cell: string | undefined): Words =>
  cell === undefined || cell === '-' ? { zh: '不限', en: 'anything' } : quoted(same(cell));

/** With `first` the order decides; the fewest rows that moved are told. */
function tellMoves(changes: Changes, found: Found, before: Rule, after: Rule): void {
  if (after.hit !== 'first' && before.hit !== 'first') return;
  const was = before.rows.map(({ id }) => id).filter((id) => after.rows.some((row) => row.id === id));
  const is = after.rows.map(({ id }) => id).filter((id) => was.includes(id));
  const kept = longestInOrder(is.map((id) => was.indexOf(id))).map((place) => was[place]);
  for (const id of is) {
    if (kept.includes(id)) continue;
    changes.add('diff/row-moved', {
      ...found,
      id: `${found.id}/${id}`,
      before: was,
      after: is,
      at: `${found.at}/rows/${after.rows.findIndex((row) => row.id === id)}`,
      params: {
        rule: changes.title(after.title),
        row: id,
        before: behind(before.rows, id),
        after: behind(after.rows, id),
      },
    });
  }
}

/** Where a row stands, by the row above it. */
function behind(rows: readonly RuleRow[], id: string): Words {
  const above = rows[rows.findIndex((row) => row.id === id) - 1];
  if (above === undefined) return { zh: '最前', en: 'first' };
  return { zh: `第${above.id}条之后`, en: `after row ${above.id}` };
}

/** The longest part of a list whose numbers rise. */
function longestInOrder(numbers: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [index, number] of numbers.entries()) {
    const before = best
      .slice(0, index)
      .filter((run) => (run.at(-1) ?? -1) < number)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    best.push([...before, number]);
  }
  return best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
}
