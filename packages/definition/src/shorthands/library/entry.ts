import type { Shorthand } from '../../types.ts';

export interface Words {
  zh: string;
  en: string;
}

/** A shorthand of the library. */
export interface LibraryShorthand {
  title: Words;
  /** Null: a use must give it. Empty: it may. Anything else stands where it gives none. */
  parameters: Record<string, unknown>;
  /** Parameters that are words for people, in the languages in which they are ready; a use may give others. */
  texts: Record<string, Words>;
  steps: Shorthand['steps'];
}
