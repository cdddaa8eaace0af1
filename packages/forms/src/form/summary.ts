import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../model/entries.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { messageOf } from '../texts/messages.ts';
import { warningIcon } from '../widgets/icons.ts';

/** One line of the summary. Without a node there is no place to go to. */
export interface SummaryLine {
  node: FormNode | undefined;
  pointer: string;
  message: string;
}

/** Everything that shows a message, in the order of the page, then what has no place on it. */
export function summaryLines(model: FormModel, strays: readonly SummaryLine[]): SummaryLine[] {
  const lines = nodeLines(model);
  const told = new Set(lines.map((line) => line.pointer));
  if (model.root.live) {
    for (const [pointer, error] of model.errors) {
      const node = model.find(model.root, pointer) ?? model.root;
      if (!told.has(pointer))
        lines.push({ node: undefined, pointer, message: inFull(node, messageOf(error, node)) });
    }
  }
  return [...lines, ...strays];
}

/** Everything that shows a message, in the order of the page. */
export const nodeLines = (model: FormModel): SummaryLine[] =>
  [...shownNodes(model)]
    .filter((node) => node.invalid)
    .map((node) => ({ node, pointer: node.pointer, message: inFull(node, node.message) }));

/** Objects show no message of their own, but for a choice between their shapes. */
const speaks = (node: FormNode) =>
  !(node instanceof GroupNode) || node.unions.some((union) => node.asks(union));

function* shownNodes(model: FormModel): Generator<FormNode> {
  if (speaks(model.root)) yield model.root;
  for (const section of model.sections) if (section.shown) yield* shownIn(section.entries);
}

function* shownIn(entries: readonly Entry[]): Generator<FormNode> {
  for (const entry of entries) {
    if (!('node' in entry) || !entry.node.present) continue;
    const { node } = entry;
    if (speaks(node)) yield node;
    if (node instanceof GroupNode) yield* shownIn(node.entries);
    if (node instanceof ListNode) {
      for (const item of node.items) {
        if (speaks(item)) yield item;
        if (item instanceof GroupNode) yield* shownIn(item.entries);
      }
    }
  }
}

/** The message, with the name of its place where it does not have it, and with the item when there are several alike. */
export function inFull(node: FormNode, message: string): string {
  const { t } = node.model.context;
  const { label } = node;
  const named =
    message.includes(label) || node.parent === null || node.parent instanceof ListNode
      ? message
      : t('named', { field: label, message });
  for (let here: FormNode | null = node; here !== null; here = here.parent) {
    const list = here.parent;
    if (list instanceof ListNode) {
      return t('inItem', { group: list.itemLabel, n: Number(here.key) + 1, message: named });
    }
  }
  return named;
}

/** The summary of what has to be mended, each line a link to its place. */
export function summaryView(
  model: FormModel,
  lines: readonly SummaryLine[],
  go: (node: FormNode) => void,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const { t } = model.context;
  const follow = (event: Event, node: FormNode) => {
    // The address stays as it is: the place is inside this element, and hosts use the hash for themselves.
    event.preventDefault();
    go(node);
  };
  return html`<div class="summary" part="summary" role="group" tabindex="-1" aria-labelledby="summary-title">
    <h2 id="summary-title">
      ${warningIcon}${lines.length === 1 ? t('summaryOne') : t('summaryMany', { count: lines.length })}
    </h2>
    <ul>
      ${lines.map(({ node, message }) =>
        node === undefined
          ? html`<li>${message}</li>`
          : html`<li>
              <a href="#${node.id}" @click=${(event: Event) => follow(event, node)}>${message}</a>
            </li>`,
      )}
    </ul>
  </div>`;
}
