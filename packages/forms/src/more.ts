/** What few forms need, loaded when one does: steps and review, drafts, rules, comparing, printing. */
import { addTexts } from './texts/texts.ts';
import { zhMore } from './texts/zh-more.ts';

addTexts('zh', zhMore);

export { compareView } from './compare/compare-view.ts';
export { DraftKeeper } from './draft/draft-keeper.ts';
export { draftFoot, draftNotes } from './draft/notes.ts';
export { answerTable } from './field/answer-table.ts';
export { moveView } from './field/move-view.ts';
export { addExtras } from './form/extras.ts';
export { undoByKey } from './form/undo-key.ts';
export { printForm } from './print/printing.ts';
export { Steps } from './steps/steps.ts';
