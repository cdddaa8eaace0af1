/** Languages in which words that come along with the language of definitions are ready. */
export type Spoken = 'zh' | 'en';

/** The one of them that readers of a language are given: English where theirs is not ready. */
export const spoken = (language: string): Spoken => (language.startsWith('zh') ? 'zh' : 'en');
