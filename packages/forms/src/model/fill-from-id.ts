import type { Json } from '../types.ts';
import { holderOf } from '../values/holder.ts';
import { FieldNode } from './field-node.ts';
import type { FormNode } from './form-node.ts';
import { sameJson } from './pointer.ts';
import { choicesOf } from './schema.ts';

/** What schemas call the sexes: words, letters, and the codes of GB/T 2261.1. */
const sexes: Readonly<Record<'male' | 'female', readonly Json[]>> = {
  male: ['male', 'M', '男', '1', 1],
  female: ['female', 'F', '女', '2', 2],
};

const filled = new WeakMap<FormNode, Json>();

/**
 * Fills what the layout says an identity number tells: date of birth, sex, county. What a person has entered there
 * stays; what an earlier number had filled in follows the new one.
 *
 * @param value the number, as it was read
 */
export function fillFromId(field: FieldNode, value: Json | undefined): void {
  const { fills } = field.spec;
  const holder = fills === undefined || typeof value !== 'string' ? null : holderOf(value);
  if (fills === undefined || holder === null) return;
  let base: FormNode = field;
  while (base.parent !== null && (base === field || base.spec.field !== '')) base = base.parent;
  for (const part of ['birth', 'sex', 'division'] as const) {
    const target = field.model.find(base, fills[part] ?? '');
    if (!(target instanceof FieldNode)) continue;
    const before = target.value;
    if (before !== undefined && !sameJson(before, filled.get(target))) continue;
    const choices = part === 'sex' ? choicesOf(target.schema) : [];
    const told =
      part === 'sex'
        ? sexes[holder.sex].find((one) => choices.some((choice) => sameJson(choice.value, one)))
        : holder[part];
    if (told === undefined) continue;
    filled.set(target, told);
    target.forget();
    field.model.set(target, told);
  }
}
