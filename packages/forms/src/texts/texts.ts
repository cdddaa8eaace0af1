import { zh } from './zh.ts';
import type { zhMany } from './zh-many.ts';
import type { zhMore } from './zh-more.ts';
import type { zhRare } from './zh-rare.ts';

export type TextKey = keyof typeof zh | keyof typeof zhMany | keyof typeof zhMore | keyof typeof zhRare;
export type Texts = Readonly<Record<TextKey, string>>;

const languages = ['zh', 'en'];
const all = new Map<string, Partial<Texts>>([['zh', zh]]);

/** Makes words of a language known, besides those that are. */
export function addTexts(lang: string, texts: Partial<Texts>): void {
  all.set(lang, { ...all.get(lang), ...texts });
}

/** `zh-CN` is `zh`, `en-GB` is `en`; Chinese where the language is none of the form's. */
export function languageOf(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  return languages.includes(language) ? language : 'zh';
}

/** Loads the words of a language; undefined where they are there. Where they cannot be had, the form speaks Chinese. */
export function bringTexts(tag: string): Promise<void> | undefined {
  const lang = languageOf(tag);
  if (all.has(lang)) return undefined;
  return import('./en.ts').then(
    ({ en }) => addTexts(lang, en),
    () => addTexts(lang, {}),
  );
}

/** The form's own words, with `{name}` filled in. */
export function textIn(lang: string, key: TextKey, params: Record<string, string | number> = {}): string {
  const text = all.get(lang)?.[key] ?? all.get('zh')?.[key] ?? '';
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
}
