/** The expressions and tests of a model in the names of the language; what cannot be read is told and kept. */
import { evaluate, type Problem } from '@aidflow/definition';
import { type ModdleElement, textOf } from '../moddle.ts';
import { notCarried, type Reason } from '../not-carried.ts';
import { renamed } from './feel-names.ts';

export class Texts {
  readonly told: Problem[] = [];
  readonly #language: string;

  /** @param language the expression language of the whole model, empty for FEEL */
  constructor(language: string) {
    this.#language = language;
  }

  tell(reason: Reason, element: ModdleElement, what?: string): void {
    this.told.push(notCarried(reason, element, what));
  }

  /** An expression of `owner`. */
  expression(
    element: ModdleElement | undefined,
    owner: ModdleElement,
    names: ReadonlyMap<string, string>,
  ): string {
    const text = renamed(textOf(element, 'text'), names);
    this.#check(text, text, element, owner);
    return text;
  }

  /** The tests of a cell; empty where everything fits. */
  tests(
    element: ModdleElement | undefined,
    owner: ModdleElement,
    names: ReadonlyMap<string, string>,
  ): string {
    const text = renamed(textOf(element, 'text'), names);
    if (text === '' || text === '-') return '';
    this.#check(text, `? in (${text.replace(/^not\s*\((.*)\)$/s, '$1')})`, element, owner);
    return text;
  }

  #check(text: string, readable: string, element: ModdleElement | undefined, owner: ModdleElement): void {
    const language = textOf(element, 'expressionLanguage') || this.#language;
    if (language !== '' && !/feel/i.test(language)) this.tell('language', owner, language);
    else if (text === '' || evaluate(readable, {}).problem) this.tell('feel', owner, text);
  }
}
