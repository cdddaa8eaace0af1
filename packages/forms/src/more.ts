/** What few forms need, loaded when one does: rare widgets, steps and review, drafts. */
export { forgetDraft, loadDraft, saveDraft } from './draft/vault.ts';
export { Steps } from './steps/steps.ts';
export { division } from './widgets/division.ts';
export { file } from './widgets/file.ts';
