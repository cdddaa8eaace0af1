/** Whether everything that rules name is there. */
import { pointerKey } from '../schema-walk.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';

export function checkRuleReferences({ programme, rules, rulesSource }: Reading): Report[] {
  if (rulesSource === undefined) return [];
  const report = new Report(rulesSource);
  const bases = (programme.basis ?? []).map(({ id }) => id);
  for (const [rule, { inputs, rows }] of Object.entries(rules)) {
    const place = `/rules${pointerKey(rule)}`;
    const known = inputs.map(({ id }) => id);
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const at = `${place}/rows/${index}`;
      if (seen.has(row.id)) {
        report.add('definition/duplicate-id', `${at}/id`, { what: { term: 'rowId' }, id: row.id });
      }
      seen.add(row.id);
      for (const input of Object.keys(row.if ?? {})) {
        if (known.includes(input)) continue;
        const params = { id: input };
        report.addNear('definition/unknown-input', `${at}/if${pointerKey(input)}`, input, known, params);
      }
      if (row.basis !== undefined && !bases.includes(row.basis)) {
        report.addNear('definition/unknown-basis', `${at}/basis`, row.basis, bases, { id: row.basis });
      }
    }
  }
  return [report];
}
