import { evaluate } from '@aidflow/definition';
import type { CaseState, Offer } from '@aidflow/engine';
import type { BundleView } from '../element/client.ts';
import { allSteps, type Outcome, type Step } from '../flow/procedure.ts';
import { yuan } from '../format/money.ts';
import { moneyInWords } from '../format/words.ts';
import type { Language, MessageKey, Say } from '../messages/messages.ts';

interface Setting {
  bundle: BundleView;
  state: CaseState;
  language: Language;
  say: Say;
  text: (source: string) => string;
}

/** The outcome that an offer stands for, if a definition names it. */
export function outcomeOf(bundle: BundleView, offer: Offer): { step: Step; outcome: Outcome } | undefined {
  const step: Step | undefined = allSteps(bundle.definition.steps).find((each) => each.id === offer.step);
  const id = offer.do.slice((offer.step ?? '').length + 1);
  const outcome = step?.outcomes?.[id] ?? step?.events?.[id];
  return step === undefined || outcome === undefined ? undefined : { step, outcome };
}

function amountOf(expression: string, { state }: Setting): number | undefined {
  try {
    const { value: amount } = evaluate(expression, {
      ...state.data,
      checks: state.checks,
      answers: state.answers,
    });
    return typeof amount === 'number' ? amount : undefined;
  } catch {
    // The preview is a help; what is awarded is decided by the engine.
    return undefined;
  }
}

/** What an effect step will do, as far as it can be told beforehand. */
function effectsOf(step: Step, setting: Setting): string[] {
  const { bundle, language, say, text } = setting;
  return (step.effects ?? []).flatMap((effect) => {
    if (effect.when !== undefined) return [];
    if ('letter' in effect)
      return [
        say('case.willLetter', { letter: text(bundle.letters[effect.letter]?.title ?? effect.letter) }),
      ];
    if ('publish' in effect) return [say('case.willPublish')];
    if ('end-award' in effect) return [say('case.willEndAward')];
    if (!('award' in effect)) return [];
    const amount = amountOf(effect.award.amount, setting);
    if (amount === undefined) return [];
    const once = effect.award.months !== undefined && amountOf(effect.award.months, setting) === 1;
    const params = { amount: yuan(language, amount), words: moneyInWords(language, amount) };
    return [say(once ? 'case.willPay' : 'case.willAward', params)];
  });
}

/** What follows from choosing an offer, in sentences: effects on the way, then the step at which the case stands again. */
export function consequences(offer: Offer, setting: Setting): string[] {
  const { bundle, say, text } = setting;
  const found = outcomeOf(bundle, offer);
  if (found === undefined) return [];
  const steps = new Map(allSteps(bundle.definition.steps).map((step): [string, Step] => [step.id, step]));
  const sentences: string[] = [];
  const seen = new Set<string>();
  let target = steps.get(found.outcome.to);
  while (target?.kind === 'effect' && target.when === undefined && !seen.has(target.id)) {
    seen.add(target.id);
    sentences.push(...effectsOf(target, setting));
    target = steps.get(target.next ?? '');
  }
  if (target?.kind === 'end')
    sentences.push(say('case.ends', { outcome: say(`outcome.${target.outcome}` as MessageKey) }));
  else if (target !== undefined) {
    const role = bundle.definition.roles?.[target.role ?? '']?.title;
    const step = text(target.title ?? target.id);
    sentences.push(
      role === undefined ? say('case.leadsTo', { step }) : say('case.leadsToBy', { step, who: text(role) }),
    );
  }
  const by = found.step.by ?? 1;
  if (by > 1 && found.outcome.single !== true) sentences.push(say('case.signs', { n: by }));
  return sentences;
}
