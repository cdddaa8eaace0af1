/** Widgets that few forms have, loaded when the first is drawn. */
import { addTexts } from './texts/texts.ts';
import { zhRare } from './texts/zh-rare.ts';

addTexts('zh', zhRare);

export { uploadFrom } from './upload/upload-from.ts';
export { cards } from './widgets/cards.ts';
export { division } from './widgets/division.ts';
export { file } from './widgets/file.ts';
export { richHelp } from './widgets/rich-help.ts';
export { signature } from './widgets/signature.ts';
