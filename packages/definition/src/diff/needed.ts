/** Which forms a case still has to do with from where it stands. */
import type { Programme } from '../types.ts';
import { standing } from './place.ts';
import { stepsAfter, waysBetween } from './reach.ts';
import { spokenBy } from './spoken.ts';

/** What of a programme its procedure consists of. */
export type Version = Pick<Programme, 'definition' | 'forms' | 'rules' | 'letters'>;

/** Forms that a step which may still come, or an operation, fills in or reads. */
export function formsNeeded(programme: Version, steps: readonly string[]): Set<string> {
  const places = standing(programme.definition);
  const ways = waysBetween(programme.definition);
  const around = steps.flatMap(
    (id) => places.get(id)?.inside.map((place) => place.split('/')[0] ?? '') ?? [],
  );
  const here = [...steps, ...around];
  const ahead = new Set([...here, ...stepsAfter(ways, here)]);
  const texts = [...ahead].map((id) => places.get(id)?.step).filter((step) => step !== undefined);
  const text = JSON.stringify([
    texts.map((step) => spokenBy(programme, step)),
    programme.definition.operations ?? null,
    programme.definition.clocks ?? null,
  ]);
  const words = new Set(text.match(/\w+/g));
  return new Set(Object.keys(programme.forms).filter((form) => words.has(form)));
}
