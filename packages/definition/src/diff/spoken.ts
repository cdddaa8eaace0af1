/** Everything that a step says: what it is made of, the rule by which it judges, the letters that it issues. */
import type { ExpandedStep, Programme } from '../types.ts';

/** As JSON text, without the steps inside it. */
export function spokenBy(
  { rules, letters }: Pick<Programme, 'rules' | 'letters'>,
  step: ExpandedStep,
): string {
  const { steps: _, branches: __, ...own } = step as ExpandedStep & { steps?: unknown; branches?: unknown };
  const rule = step.kind === 'check' && step.rule !== undefined ? rules[step.rule] : undefined;
  const issued =
    step.kind === 'effect'
      ? step.effects.flatMap((effect) => ('letter' in effect ? [letters[effect.letter]] : []))
      : [];
  return JSON.stringify([own, rule, issued]);
}
