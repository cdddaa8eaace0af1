/**
 * Letters: Markdown with `{{ FEEL }}` and `{{#if FEEL}} ... {{/if}}`, filled when issued and kept as issued, so that the
 * text a person received can be shown for ever.
 */
import { OUTER } from '@aidflow/definition';
import { functionsOf } from './functions.ts';
import type { Programme } from './programme.ts';
import type { Scope } from './scope.ts';
import { fillTemplate } from './template.ts';
import type { Authority, CaseFacts, Letter, World } from './types.ts';

export interface LetterContext {
  scope: Scope;
  facts: CaseFacts;
  authority: Authority | null;
  reasons: string;
  date: string;
  world: World;
}

/** Issues a letter: numbers it within its case and fills its text in every language it is written in. */
export function issueLetter(programme: Programme, id: string, context: LetterContext): Letter {
  const template = programme.letters[id];
  const { facts, date } = context;
  const sequence = facts.letters.length + 1;
  const parts: Record<string, string> = { year: date.slice(0, 4), case: facts.number, n: String(sequence) };
  const number = (template?.number ?? '{case}-{n}').replaceAll(
    /\{(year|case|n)\}/g,
    (_, part: string) => parts[part] ?? '',
  );
  const text: Record<string, string> = {};
  for (const [language, source] of Object.entries(template?.text ?? {})) {
    text[language] = fillTemplate(source, letterScope(programme, context, number, language), plain);
  }
  return { id, title: template?.title ?? id, number, issued: date, text };
}

function letterScope(programme: Programme, context: LetterContext, number: string, language: string): Scope {
  const { authority, world, date } = context;
  const name = (code: string) => world.divisionNames[code] ?? code;
  return {
    [OUTER]: context.scope,
    // Dates and amounts are said in the letter's own language; in that of the definition the scope says them already.
    ...(language === programme.definition.language
      ? {}
      : functionsOf(programme, language, world.divisionNames)),
    reasons: context.reasons,
    programme: programme.title,
    letter: {
      number,
      date,
      authority: authority ? name(authority.division) : null,
      delegation: authority?.delegation?.document ?? null,
      delegatedBy: authority?.delegation ? name(authority.delegation.from) : null,
    },
  };
}

/** What a citizen typed stays text. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return letterText(text);
}

const MARKED = /[\\`*_{}[\]<>#|~\n]/;

/** How a text stands in a letter: on one line, Markdown's own characters escaped. */
export function letterText(text: string): string {
  return MARKED.test(text)
    ? text.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')
    : text;
}
