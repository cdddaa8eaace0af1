/** Conditions that read nothing of the case, so that they decide nothing. */
import { expressionsIn } from '../../parse/expressions.ts';
import { placedSteps } from '../../procedure/steps.ts';
import { pointerKeys } from '../../schema-walk.ts';
import type { ProgrammeSource } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import type { Fix } from '../fix/edit.ts';
import { alwaysTrue, neverTrue } from '../open.ts';

/** The keys below which an expression is a condition. */
const conditions = /\/(?:when|guard|that|always|consent|(?<!\/request\/)where)$/;

export function checkConditions({ reading: { programme, source } }: Context): Finding[] {
  return expressionsIn(programme).flatMap(({ text, pointer }) => {
    if (!conditions.test(pointer)) return [];
    const params = { step: holderOf(pointer, programme), expression: text };
    if (alwaysTrue(text)) {
      return [
        finding('lint/constant-condition', source, pointer, params, { fix: without(source.file, pointer) }),
      ];
    }
    return neverTrue(text)
      ? [finding('lint/constant-condition', source, pointer, { ...params, variant: 'false' })]
      : [];
  });
}

/** The step, the operation or the schedule that a condition belongs to. */
function holderOf(place: string, { steps, schedules = [] }: ProgrammeSource): string {
  const [list, key = ''] = pointerKeys(place);
  if (list === 'schedules') return schedules[Number(key)]?.id ?? key;
  const holders = placedSteps(steps).filter(({ pointer }) => place.startsWith(`${pointer}/`));
  return holders.at(-1)?.step.id ?? key;
}

/** What is always true may be left out, with the words of its refusal. */
function without(file: string, pointer: string): Fix {
  const refused = pointer.endsWith('/guard') ? [pointer.replace(/guard$/, 'refused')] : [];
  // A requirement goes as a whole.
  const condition = pointer.replace(/\/that$/, '');
  return {
    title: { en: 'Leave the condition out', zh: '删除该条件' },
    edits: [...refused, condition].map((place) => ({ file, pointer: place, remove: true })),
  };
}
