/** What every section of an explanation is made with: words, texts, places, dates and values for one reader. */
import { localDate, longDate } from '../../days.ts';
import type { ActorStamp, Authority, Json } from '../../types.ts';
import type { Explanation, NamedValue } from '../explanation.ts';
import { valueText } from '../values.ts';
import { type PageLanguage, type Say, sayIn } from '../words.ts';

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'pairs'; pairs: [term: string, value: string][] }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'group'; title: string; blocks: Block[] }
  /** What only some readers want: closed until it is opened. */
  | { kind: 'more'; title: string; blocks: Block[] };

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}

export interface PageOptions {
  /** Names of divisions by code; without them a code stands for itself. */
  names?: Readonly<Record<string, string>>;
}

/** How things are said to one reader. */
export interface Speech {
  say: Say;
  /** A text of the definition in the reader's language. */
  tell(source: string): string;
  place(code: string): string;
  date(instantOrDate: string): string;
  value(value: Json, unit?: NamedValue['unit']): string;
  language: PageLanguage;
}

/** What all sections need. */
export interface Reader extends Speech {
  explanation: Explanation;
}

/** Speech in a language; `texts` are the definition's own in that language, by their source. */
export function speechOf(
  language: PageLanguage,
  texts: Readonly<Record<string, string>>,
  timezone: string,
  { names = {} }: PageOptions,
): Speech {
  const say = sayIn(language);
  const tell = (source: string) => texts[source] ?? source;
  return {
    say,
    tell,
    place: (code) => names[code] ?? code,
    date: (at) => longDate(at.length === 10 ? at : localDate(at, timezone), language),
    value: (value, unit) => valueText(value, unit, say, tell),
    language,
  };
}

export function readerOf(explanation: Explanation, language: PageLanguage, options: PageOptions): Reader {
  const { texts, programme } = explanation;
  return { ...speechOf(language, texts[language] ?? {}, programme.timezone, options), explanation };
}

export const text = (line: string): Block => ({ kind: 'text', text: line });

/** Who acted, with their office. */
export function person(
  by: ActorStamp,
  authority: Authority | undefined,
  role: string | undefined,
  { say, tell, place }: Pick<Reader, 'say' | 'tell' | 'place'>,
): string {
  if (by.kind === 'system') return say('system');
  if (by.kind === 'applicant') return say('applicant', { name: by.name });
  if (!authority || role === undefined) return by.name;
  return say('officer', { division: place(authority.division), role: tell(role), name: by.name });
}

/** Values by what they are called. */
export function named(values: readonly NamedValue[], { tell, value }: Reader): Block {
  return { kind: 'pairs', pairs: values.map((one) => [tell(one.title), value(one.value, one.unit)]) };
}
