/** Which numbers of a rule are amounts of money. */
import { readCell } from '../lint/tables/cells.ts';
import type { Programme, Rule } from '../types.ts';

/**
 * Names of a rule that hold money: what is worked out from a parameter in fen, and what is compared with that. Nothing
 * says so of an expression; a number that only counts does not come from fen.
 */
export function moneyNames({ definition }: Programme, rule: Rule): Set<string> {
  const found = new Set(
    Object.entries(definition.parameters ?? {}).flatMap(([id, { unit }]) => (unit === 'fen' ? [id] : [])),
  );
  const speaks = (text: string) => (text.match(/\w+/g) ?? []).some((word) => found.has(word));
  const learn = (named: readonly { id: string; value: string }[]) => {
    for (const { id, value: text } of named) if (speaks(text)) found.add(id);
  };
  learn(rule.let ?? []);
  learn(rule.inputs);
  for (const row of rule.rows) {
    for (const [input, test] of Object.entries(row.if ?? {})) {
      if ((readCell(test)?.operands ?? []).some(speaks)) found.add(input);
    }
    learn(Object.entries(row.values ?? {}).map(([id, text]) => ({ id, value: text })));
  }
  return found;
}
