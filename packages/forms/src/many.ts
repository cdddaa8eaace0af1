/** For forms of unusual size: long lists of which only a part is on the page, patterns that had to be looked at first. */
import { addTexts } from './texts/texts.ts';
import { zhMany } from './texts/zh-many.ts';

addTexts('zh', zhMany);

export { revealRow, rowsInWindow } from './field/row-window.ts';
export { trustPatterns } from './model/trust-patterns.ts';
