import { en } from './en.ts';
import { zh } from './zh.ts';

/** Languages the elements speak themselves; definitions may hold more. */
export type Language = 'zh' | 'en';
export type MessageKey = keyof typeof zh;
export type Messages = Record<MessageKey, string> & { [plural: `${string}_one`]: string };
export type Params = Record<string, string | number>;

const tables: Record<Language, Record<string, string>> = { zh, en };

/** Text for `key` in `language`, with `{name}` filled from `params`; English takes `KEY_one` when `n` is 1. */
export function say(language: Language, key: MessageKey, params: Params = {}): string {
  const table = tables[language];
  const text = (params.n === 1 ? table[`${key}_one`] : undefined) ?? table[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A speaker bound to one language. */
export type Say = (key: MessageKey, params?: Params) => string;

/** The language nearest to a BCP 47 tag: English for `en-*`, Chinese for everything else. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
