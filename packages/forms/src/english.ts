import { en } from './texts/en.ts';
import { addTexts } from './texts/texts.ts';

// Whoever bundles the form has both languages at once; the scripts for plain pages load English when it is asked for.
addTexts('en', en);
