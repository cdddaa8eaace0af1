/** Outcomes that an officer could not tell apart. */
import { pointerKey } from '../../schema-walk.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

export function checkTitles(context: Context): Finding[] {
  return context.steps.flatMap((step) => {
    if (step.kind !== 'task') return [];
    const seen = new Map<string, string>();
    return Object.entries(step.outcomes).flatMap(([id, { title }]) => {
      const first = seen.get(title);
      seen.set(title, id);
      if (first === undefined) return [];
      const pointer = context.place(step.id, `/outcomes${pointerKey(id)}/title`);
      const params = { step: step.id, first, second: id, title };
      return [finding('lint/same-title', context.reading.source, pointer, params)];
    });
  });
}
