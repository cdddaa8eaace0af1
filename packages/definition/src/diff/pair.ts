/** A step that both versions have, and what its comparison needs everywhere: telling, and names in both languages. */
import type { Period } from '../types.ts';
import type { Changes } from './changes.ts';
import type { DifferenceSeverity, Words } from './difference.ts';
import { longer, nothing, quoted } from './say.ts';
import type { Plain } from './targets.ts';
import type { DifferenceCode, Params } from './words.ts';

export type Side = 'before' | 'after';

/** A step that both versions have, as plain JSON, and where it stands in the later one. */
export interface Pair {
  changes: Changes;
  id: string;
  at: string;
  title: Words;
  before: Plain;
  after: Plain;
}

/** Tells that a key of the step differs. */
export function tell(
  pair: Pair,
  code: DifferenceCode,
  key: string,
  params: Params,
  severity?: DifferenceSeverity | undefined,
): void {
  const { changes, id, at, title, before, after } = pair;
  changes.addInStep(code, id, {
    id,
    before: before[key],
    after: after[key],
    at: key in after ? `${at}/${key}` : at,
    params: { step: title, ...params },
    severity,
  });
}

/** Less time is stricter and more is easier, whoever has it. */
export function lessTime(before: Period, after: Period): 'stricter' | 'easier' | 'procedure' {
  const more = longer(before, after);
  if (more === undefined) return 'procedure';
  return more ? 'easier' : 'stricter';
}

/** A text of one version in both languages. */
export const titleIn = (changes: Changes, side: Side, text: string): Words =>
  side === 'after' ? changes.title(text) : changes.oldTitle(text);

/** The step that a target names, in words. */
export function targetName(changes: Changes, side: Side, target: unknown): Words {
  if (target === undefined) return nothing;
  if (target === 'done') return { zh: '本分支结束', en: 'the end of the branch' };
  if (target === 'veto') return { zh: '否决', en: 'a veto' };
  const step = changes.steps[side].get(String(target))?.step;
  const text = step?.title ?? String(target);
  return titleIn(changes, side, text);
}

/** The form of a step in words. */
export function formName(changes: Changes, side: Side, form: unknown): Words {
  if (form === undefined) return { zh: '无', en: 'no form' };
  const text = changes[side].forms[String(form)]?.title ?? String(form);
  return quoted(titleIn(changes, side, text));
}

/** A legal basis as it is cited. */
export function basisName(changes: Changes, side: Side, id: unknown): Words {
  if (id === undefined) return nothing;
  const cite = changes[side].definition.basis?.find((basis) => basis.id === id)?.cite ?? String(id);
  return quoted(titleIn(changes, side, cite));
}
