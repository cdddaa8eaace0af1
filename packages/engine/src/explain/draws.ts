/** What was drawn in an event, and whether drawing again from what is recorded gives the same. */
import { canonical } from '../canonical.ts';
import { draw } from '../draw.ts';
import { splitType } from '../facts.ts';
import type { Programme } from '../programme.ts';
import { scopeOf } from '../scope.ts';
import { choose } from '../selection.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import type { ExplainedDraw } from './explanation.ts';

/** `before` is the state in which the draw was made. Nothing for an event without one. */
export function explainDraw(
  programme: Programme,
  event: CaseEvent,
  before: CaseState | undefined,
): ExplainedDraw | undefined {
  const { draw: drawn, selection } = event.detail ?? {};
  const { step: id } = splitType(event.type);
  const round = before?.steps[id]?.rounds ?? 1;
  const key = `${event.case}#${round}`;
  if (drawn) {
    const { algorithm, seed, pool, share, fraction, always, chosen } = drawn;
    const again = draw(seed, event.case, round, share, always);
    const repeated = canonical(again) === canonical(drawn);
    return { kind: 'draw', algorithm, seed, pool, key, chosen, share, fraction, always, repeated };
  }
  if (!selection) return undefined;
  const step = programme.steps.get(id);
  const again =
    step?.kind === 'select' && before
      ? choose(step, scopeOf(programme, before, { now: event.at }), selection.seed, key)
      : undefined;
  const { algorithm, seed, pool, size, chosen, reserve } = selection;
  const repeated = again !== undefined && canonical(again) === canonical(selection);
  return { kind: 'select', algorithm, seed, pool, key, chosen, size, reserve, repeated };
}
