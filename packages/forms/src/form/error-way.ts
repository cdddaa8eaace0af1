import { focusInside } from '../field/focus.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import type { FieldProblem } from '../types.ts';
import { type SummaryLine, summaryLines } from './summary.ts';
import { forgetTold, tellProblems } from './told.ts';

/** The way from an attempt to submit to what has to be mended: the summary, and from it to each place. */
export class ErrorWay {
  /** What is wrong and has no place on the page, in words. */
  #strays: readonly string[] = [];
  /** An attempt has failed: from now on the summary shows what is still wrong. */
  #open = false;
  readonly #root: () => ParentNode;

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  lines(model: FormModel): SummaryLine[] {
    return this.#open ? summaryLines(model, this.#strays) : [];
  }

  close(): void {
    this.#open = false;
    this.#strays = [];
  }

  /** Shows whatever is wrong. Says whether nothing is. */
  attempt(model: FormModel): boolean {
    forgetTold(model);
    const valid = model.showAll();
    this.#strays = model.waiting ? [model.context.t('stillUploading')] : [];
    this.#open = !valid || this.#strays.length > 0;
    model.summary.changed();
    if (this.#open) this.focus();
    return !this.#open;
  }

  /** Shows what a server said. */
  take(model: FormModel, problems: readonly FieldProblem[]): void {
    this.#strays = tellProblems(model, problems);
    this.#open ||= problems.length > 0;
  }

  /** Puts the focus on the summary. */
  focus(): void {
    const summary = this.#root().querySelector<HTMLElement>('.summary');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }

  /** Puts the focus into a place: into its control, for a list on the button that adds to it. */
  readonly go = (node: FormNode): void => {
    const place = this.#root().querySelector(
      node instanceof GroupNode ? `[id^="${node.id}-kind"]` : `#${node.id}`,
    );
    const add = node instanceof ListNode ? place?.querySelector<HTMLElement>(':scope > .add') : undefined;
    if (add) add.focus();
    else focusInside(place);
    place?.scrollIntoView({ block: 'center' });
  };
}
