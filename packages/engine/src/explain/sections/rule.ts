/** How it was judged: each rule with its row, what was held against what, and what came of it. */
import type { Json } from '../../types.ts';
import type { ExplainedRule, PassedTest } from '../explanation.ts';
import { type Block, named, type Reader, text } from './reader.ts';

export function ruleBlock(rule: ExplainedRule, reader: Reader): Block {
  const { say, tell, value } = reader;
  const blocks: Block[] = [text(say('rule.result', { result: say(`result.${rule.result}`) }))];
  if (rule.on) {
    const { title, version } = rule.on;
    blocks.push(text(say('rule.on', { title: tell(title), version })));
  }
  const ids = rule.rows.map(({ id }) => id).join(say('comma'));
  if (rule.rows.length === 0) blocks.push(text(say('rule.none')));
  else if (rule.reason === 'rule/two-rows') blocks.push(text(say('rule.two', { rows: ids })));
  else blocks.push(text(say('rule.rows', { rows: ids })));
  for (const { tests } of rule.rows) {
    if (tests.length === 0) blocks.push(text(say('rule.any')));
    else {
      const head = [say('test.condition'), say('test.value'), say('test.required')];
      const rows = tests.map((test) => [
        tell(test.title),
        value(test.value, test.unit),
        requirement(test, rule, reader),
      ]);
      blocks.push({ kind: 'table', head, rows });
    }
  }
  if (rule.values.length > 0) {
    blocks.push({ kind: 'group', title: say('rule.values'), blocks: [named(rule.values, reader)] });
  }
  const tested = new Set(rule.rows.flatMap(({ tests }) => tests.map(({ id }) => id)));
  const others = rule.inputs.filter(({ id, value: given }) => !tested.has(id) && isPlain(given));
  if (others.length > 0) {
    blocks.push({ kind: 'more', title: say('rule.inputs'), blocks: [named(others, reader)] });
  }
  return { kind: 'group', title: tell(rule.title), blocks };
}

const isPlain = (value: Json) => typeof value !== 'object' || value === null;

const COMPARISON = /^\s*(?<sign><=?|>=?)\s*(?<limit>.+)$/s;
const LIST = /^\s*"[^"]*"(\s*,\s*"[^"]*")*\s*$/;

/** A cell of a table in words; as it is written where it says more than a comparison. */
function requirement(cell: PassedTest, rule: ExplainedRule, { say, tell, value }: Reader): string {
  const { test, unit, limit } = cell;
  const trimmed = test.trim();
  if (trimmed === 'true' || trimmed === 'false') return value(trimmed === 'true');
  if (LIST.test(test)) return (JSON.parse(`[${test}]`) as string[]).map(tell).join(say('test.or'));
  const comparison = COMPARISON.exec(test)?.groups;
  if (!comparison || limit === undefined || limit === null) return trimmed;
  const name = comparison.limit?.trim().replace(/^parameters\./, '');
  const parameter = rule.parameters.find(({ id }) => id === name);
  const shown = value(limit, unit ?? parameter?.unit);
  const said = parameter ? `${tell(parameter.title)} ${shown}` : shown;
  return say(`test.${comparison.sign as '<'}`, { limit: said });
}
