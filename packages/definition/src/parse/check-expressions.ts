/** Expressions of the procedure and of the rules. */
import { pointerKey } from '../schema-walk.ts';
import { caseLocals, expressionsIn, tallyNames } from './expressions.ts';
import { checkExpression, type Names } from './names.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';

/** Names that an id visible to expressions must not hide, and words of FEEL itself. */
const taken = new Set([
  ...['case', 'checks', 'answers', 'answer', 'parameters', 'today', 'reasons', 'letter', 'programme', 'item'],
  ...['parent', 'items', 'selected', 'tallies'],
  ...[
    'partial',
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'and',
    'or',
    'not',
  ],
  ...['between', 'instance', 'of', 'function', 'external', 'true', 'false', 'null'],
]);

/** Besides, a form must not hide what a selection, a vote or a schedule sees. */
const takenForForms = new Set([...taken, 'each', 'record', ...tallyNames]);

export function checkExpressions(reading: Reading, names: Names): Report[] {
  const report = new Report(reading.source);
  for (const form of Object.keys(reading.programme.forms ?? {})) {
    if (!takenForForms.has(form)) continue;
    report.add('definition/reserved-name', `/forms${pointerKey(form)}`, {
      name: form,
      what: { term: 'formId' },
    });
  }
  for (const expression of expressionsIn(reading.programme)) checkExpression(expression, names, report);
  return [report, ...checkRuleExpressions(reading, names)];
}

function checkRuleExpressions({ programme, rules, rulesSource }: Reading, names: Names): Report[] {
  if (rulesSource === undefined) return [];
  const report = new Report(rulesSource);
  for (const [rule, { date, let: values = [], inputs, rows }] of Object.entries(rules)) {
    const place = `/rules${pointerKey(rule)}`;
    const check = (text: string, key: string, locals: readonly string[], kind?: 'test') =>
      checkExpression({ text, pointer: place + key, locals, ...(kind && { kind }) }, names, report);
    // Parameters are also visible by their bare ids in a rule, and what a connector answered as `answer`.
    const locals = [...names.parameters, 'answer', ...caseLocals(programme)];
    if (date !== undefined) check(date, '/date', locals);
    for (const [index, { id, value }] of values.entries()) {
      if (taken.has(id)) {
        const params = { name: id, what: { term: 'valueId' } };
        report.add('definition/reserved-name', `${place}/let/${index}/id`, params);
      }
      check(value, `/let/${index}/value`, locals);
      locals.push(id);
    }
    for (const [index, { value }] of inputs.entries()) check(value, `/inputs/${index}/value`, locals);
    const seen = [...locals, ...inputs.map(({ id }) => id), '?'];
    for (const [index, row] of rows.entries()) {
      for (const [input, test] of Object.entries(row.if ?? {})) {
        check(test, `/rows/${index}/if${pointerKey(input)}`, seen, 'test');
      }
      for (const [name, value] of Object.entries(row.values ?? {})) {
        check(value, `/rows/${index}/values${pointerKey(name)}`, seen);
      }
    }
  }
  return [report];
}
