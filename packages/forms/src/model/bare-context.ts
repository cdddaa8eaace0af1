import { languageOf, textIn } from '../texts/texts.ts';
import type { FormContext } from './context.ts';

/** A context without a page: for whoever asks what a form would be. */
export const bareContext = (lang = 'en'): FormContext => ({
  lang: languageOf(lang),
  readonly: false,
  disabled: false,
  upload: null,
  divisions: null,
  scope: {},
  left: (field) => field.leave(),
  t: (key, params) => textIn(languageOf(lang), key, params),
  translate: (text) => text,
});
