/** What few forms need, loaded when one does: rare widgets, steps and review, drafts. */
export { DraftKeeper } from './draft/draft-keeper.ts';
export { Steps } from './steps/steps.ts';
export { division } from './widgets/division.ts';
export { file } from './widgets/file.ts';
