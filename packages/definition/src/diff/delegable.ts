/** Where the power to act may be delegated. */
import type { Delegable } from '../types.ts';
import type { Changes } from './changes.ts';
import type { Words } from './difference.ts';
import type { Pair, Side } from './pair.ts';
import { condition, value, who } from './say.ts';

export function compareDelegable({ changes, id, at, title, before: old, after: now }: Pair): void {
  const before = old.delegable as Delegable | undefined;
  const after = now.delegable as Delegable | undefined;
  if (before === undefined && after === undefined) return;
  const params = {
    step: title,
    before: holder(changes, 'before', before),
    after: holder(changes, 'after', after),
  };
  const found = { id, before, after, at: after === undefined ? at : `${at}/delegable` };
  if (before === undefined || after === undefined) {
    const code = after === undefined ? 'diff/delegable-removed' : 'diff/delegable-added';
    changes.addInStep(code, id, { ...found, params });
    return;
  }
  if (before.level !== after.level || before.role !== after.role) {
    changes.addInStep('diff/delegable-to', id, { ...found, params });
  }
  if (before.when !== after.when) {
    const when = { step: title, before: condition(before.when), after: condition(after.when) };
    changes.addInStep('diff/delegable-when', id, { ...found, params: when });
  }
  if (before.amount !== after.amount) {
    const amount = { step: title, before: value(before.amount), after: value(after.amount) };
    changes.addInStep('diff/delegable-amount', id, { ...found, params: amount });
  }
}

function holder(changes: Changes, side: Side, to: Delegable | undefined): Words {
  return to === undefined ? { zh: '无', en: 'nobody' } : who(changes[side], to.role, to.level);
}
