/** What a page knows of the one who opens it: person, preferences and the time of the demonstration. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Api } from '../api.ts';
import { type Person, people } from '../county/people.ts';
import { isLanguage, type Language, type Say, sayIn } from '../words/words.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type Mode = 'normal' | 'elder';

export interface Visit {
  path: string;
  language: Language;
  say: Say;
  theme: Theme;
  mode: Mode;
  person: Person | undefined;
  /** Instant of the demo clock, ISO 8601. */
  now: string;
}

export async function visitOf(context: Context, api: Api): Promise<Visit> {
  const language = languageOf(context);
  const theme = getCookie(context, 'theme');
  const [id, now] = await Promise.all([api.whoIs(context), api.now()]);
  return {
    path: context.req.path,
    language,
    say: sayIn(language),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    mode: getCookie(context, 'mode') === 'elder' ? 'elder' : 'normal',
    person: people.find((person) => person.id === id),
    now,
  };
}

/** As chosen before, or else what the browser asks for first; Chinese where it asks for neither. */
function languageOf(context: Context): Language {
  const chosen = getCookie(context, 'lang');
  if (isLanguage(chosen)) return chosen;
  const first = context.req.header('accept-language')?.slice(0, 2).toLowerCase();
  return isLanguage(first) ? first : 'zh';
}
