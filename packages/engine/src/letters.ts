/**
 * Letters: Markdown with `{{ FEEL }}` and `{{#if FEEL}} ... {{/if}}`, filled when issued and kept as issued, so that the
 * text a person received can be shown for ever.
 */
import { evaluate } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import { helpers, type Scope } from './scope.ts';
import type { Authority, CaseFacts, Letter, World } from './types.ts';

const BLOCK = /\{\{#if\s+([^}]+)\}\}((?:(?!\{\{#if)[\s\S])*?)\{\{\/if\}\}/;
const PLACE = /\{\{\s*([^#/}][^}]*?)\s*\}\}/g;

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
  const number = (template?.number ?? '{case}-{n}')
    .replaceAll('{year}', date.slice(0, 4))
    .replaceAll('{case}', facts.number)
    .replaceAll('{n}', String(sequence));
  const text: Record<string, string> = {};
  for (const [language, source] of Object.entries(template?.text ?? {})) {
    text[language] = fill(source, letterScope(programme, context, number, language));
  }
  return { id, title: template?.title ?? id, number, issued: date, text };
}

function letterScope(programme: Programme, context: LetterContext, number: string, language: string): Scope {
  const { authority, world, date } = context;
  const name = (code: string) => world.divisionNames[code] ?? code;
  return {
    ...context.scope,
    reasons: context.reasons,
    programme: programme.title,
    letter: {
      number,
      date,
      authority: authority ? name(authority.division) : null,
      delegation: authority?.delegation?.document ?? null,
      delegatedBy: authority?.delegation ? name(authority.delegation.from) : null,
    },
    ...helpers(language, world.divisionNames),
  };
}

function fill(source: string, scope: Scope): string {
  let text = source;
  // Innermost blocks first, until none is left; each pass removes one, so it ends.
  for (let block = BLOCK.exec(text); block; block = BLOCK.exec(text)) {
    const [whole, condition = '', body = ''] = block;
    const kept = evaluate(condition, scope).value === true ? body : '';
    text = text.slice(0, block.index) + kept + text.slice(block.index + whole.length);
  }
  return text.replaceAll(PLACE, (_, expression: string) => plain(evaluate(expression, scope).value));
}

/** What a citizen typed stays text. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return letterText(text);
}

/** How a text stands in a letter: on one line, Markdown's own characters escaped. */
export function letterText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}
