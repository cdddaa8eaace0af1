/** Every expression of the procedure, with its place. */
import { pointerKey } from '../schema-walk.ts';
import type { Effect, NoticeItem, SourceStep } from '../types.ts';

export interface PlacedExpression {
  text: string;
  pointer: string;
}

/** The expressions of one step; those of steps in its branches belong to them. */
export function expressionsOf(step: SourceStep, pointer: string): PlacedExpression[] {
  return written(step).flatMap(([text, key]) =>
    text === undefined ? [] : [{ text, pointer: pointer + key }],
  );
}

type Written = [text: string | undefined, key: string];

function written(step: SourceStep): Written[] {
  if (step.kind === 'end') return [];
  return [[step.when, '/when'], ...writtenIn(step)];
}

function writtenIn(step: Exclude<SourceStep, { kind: 'end' }>): Written[] {
  switch (step.kind) {
    case 'task':
      return [[step.delegable?.when, '/delegable/when'], ...guards(step.outcomes, '/outcomes')];
    case 'check':
      return [[step.consent, '/consent'], ...entries(step.request ?? {}, '/request')];
    case 'draw':
      return [
        [step.share, '/share'],
        [step.always, '/always'],
      ];
    case 'effect':
      return step.effects.flatMap((effect, index) => writtenInEffect(effect, `/effects/${index}`));
    case 'notice':
      return [...items(step.items, '/items'), ...guards(step.verify.outcomes, '/verify/outcomes')];
    case 'oversight-sample':
      return [
        [step.share, '/share'],
        [step.always, '/always'],
      ];
    case 'parallel':
    case 'wait':
    case 'supplement':
    case 'select':
    case 'vote':
    case 'each':
    case 'use':
      return [];
  }
}

function writtenInEffect(effect: Effect, key: string): Written[] {
  const when: Written = [effect.when, `${key}/when`];
  if ('award' in effect) {
    return [when, [effect.award.amount, `${key}/award/amount`], [effect.award.payee, `${key}/award/payee`]];
  }
  if ('publish' in effect) return [when, ...items(effect.publish.items, `${key}/publish/items`)];
  if ('register' in effect) return [when, [effect.entries, `${key}/entries`]];
  return [when];
}

const items = (list: readonly NoticeItem[], key: string): Written[] =>
  list.map(({ value }, index) => [value, `${key}/${index}/value`]);

const guards = (outcomes: Record<string, { guard?: string }>, key: string): Written[] =>
  Object.entries(outcomes).map(([id, { guard }]) => [guard, `${key}${pointerKey(id)}/guard`]);

const entries = (map: Record<string, string>, key: string): Written[] =>
  Object.entries(map).map(([id, text]) => [text, key + pointerKey(id)]);
