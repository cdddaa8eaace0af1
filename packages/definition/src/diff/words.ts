/** Every kind of difference with its words. `{name}` is filled in; the codes never change their meaning. */
import type { DifferenceArea, DifferenceSeverity, Words } from './difference.ts';
import { caseWords } from './words/case.ts';
import { formWords } from './words/forms.ts';
import { procedureWords } from './words/procedure.ts';
import { programmeWords } from './words/programme.ts';
import { ruleWords } from './words/rules.ts';

/** What a kind of difference says, and how serious it is unless its circumstances say otherwise. */
export interface DifferenceWords extends Words {
  area: DifferenceArea;
  severity: DifferenceSeverity;
}

export const differenceWords = {
  ...programmeWords,
  ...caseWords,
  ...formWords,
  ...procedureWords,
  ...ruleWords,
} satisfies Record<string, DifferenceWords>;

export type DifferenceCode = keyof typeof differenceWords;

/** What `{name}` stands for: the same text in both languages, or one for each. */
export type Params = Record<string, string | number | Words>;

/** The words of a difference in both languages. */
export function sentence(code: DifferenceCode, params: Params): Words {
  const { zh, en }: Words = differenceWords[code];
  return { zh: filled(zh, params, 'zh'), en: filled(en, params, 'en') };
}

function filled(template: string, params: Params, language: keyof Words): string {
  const text = template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
  // Who does something may open an English sentence.
  return language === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
