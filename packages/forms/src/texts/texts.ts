import { en } from './en.ts';
import { zh } from './zh.ts';

export type TextKey = keyof typeof zh;
export type Texts = Readonly<Record<TextKey, string>>;

const all: Record<string, Texts> = { zh, en };

/** `zh-CN` is `zh`, `en-GB` is `en`; Chinese where the language is none of the form's. */
export function languageOf(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  return language in all ? language : 'zh';
}

/** The form's own words, with `{name}` filled in. */
export function textIn(lang: string, key: TextKey, params: Record<string, string | number> = {}): string {
  const text = (all[lang] ?? zh)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}
