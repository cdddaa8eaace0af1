import { focusInside } from '../field/focus.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import type { FieldProblem } from '../types.ts';
import { nodeLines, type SummaryLine, summaryLines } from './summary.ts';
import { forgetTold, tellProblems } from './told.ts';

/** Some of the places of a form. */
export interface FormPart {
  nodes(): Iterable<FormNode>;
  holds(node: FormNode): boolean;
}

/** The way from an attempt to submit to what has to be mended: the summary, and from it to each place. */
export class ErrorWay {
  /** What is wrong and shown at no field. */
  #strays: readonly SummaryLine[] = [];
  /** An attempt has failed: from now on the summary shows what is still wrong. */
  #open = false;
  /** The part of the form that the last attempt was about; the whole without one. */
  #part: FormPart | undefined;
  readonly #root: () => ParentNode;
  readonly #reveal: (node: FormNode) => void;

  /** `reveal` brings a place onto the page, where not all of the form is shown at once. */
  constructor(root: () => ParentNode, reveal: (node: FormNode) => void) {
    this.#root = root;
    this.#reveal = reveal;
  }

  lines(model: FormModel): SummaryLine[] {
    if (!this.#open) return [];
    const part = this.#part;
    return part === undefined
      ? summaryLines(model, this.#strays)
      : nodeLines(model).filter(({ node }) => node !== undefined && part.holds(node));
  }

  close(): void {
    this.#open = false;
    this.#strays = [];
    this.#part = undefined;
  }

  /** Shows whatever is wrong, in the whole form or in a part of it. Says whether nothing is. */
  attempt(model: FormModel, part?: FormPart): boolean {
    forgetTold(model);
    this.#part = part;
    const valid = part === undefined ? model.showAll() : model.show(part.nodes());
    const waits = part === undefined && model.waiting;
    this.#strays = waits
      ? [{ node: undefined, pointer: '', message: model.context.t('stillUploading') }]
      : [];
    this.#open = !valid || this.#strays.length > 0;
    model.summary.changed();
    if (this.#open) this.focus();
    return !this.#open;
  }

  /** Shows what a server said. */
  take(model: FormModel, problems: readonly FieldProblem[]): void {
    this.#part = undefined;
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
    this.#reveal(node);
    const at = (selector: string) => this.#root().querySelector(selector);
    const choice = node instanceof GroupNode ? at(`[id^="${node.id}-kind"]`) : null;
    const place = choice ?? at(`#${node.id}`);
    const add = node instanceof ListNode ? place?.querySelector<HTMLElement>(':scope > .add') : undefined;
    if (add) add.focus();
    else focusInside(place);
    place?.scrollIntoView({ block: 'center' });
  };
}
