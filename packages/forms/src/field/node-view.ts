import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { fieldView, help, title } from './field-view.ts';
import { listView } from './list-view.ts';
import { watch } from './watch.ts';

/** Whatever a layout places, drawn again only when it changes. */
export function entryView(entry: Entry): unknown {
  if ('wrong' in entry) return html`<p class="fault-note" role="alert">${entry.wrong}</p>`;
  return watch(entry.node, () => nodeView(entry.node, entry.half));
}

/** A list of entries; answers are a description list. */
export function entriesView(entries: readonly Entry[], readonly: boolean): TemplateResult {
  if (!readonly) return html`<div class="fields">${entries.map(entryView)}</div>`;
  const answers = entries.filter((entry) => 'node' in entry && entry.node instanceof FieldNode);
  const rest = entries.filter((entry) => !answers.includes(entry));
  return html`${
    answers.length > 0 ? html`<dl class="fields answers">${answers.map(entryView)}</dl>` : nothing
  }${rest.map(entryView)}`;
}

function nodeView(node: FormNode, half: boolean): unknown {
  if (!node.present) return nothing;
  if (node instanceof FieldNode) return fieldView(node, half);
  if (node instanceof ListNode) return listView(node, itemView);
  return node instanceof GroupNode ? groupView(node) : nothing;
}

function itemView(item: FormNode): unknown {
  return item instanceof GroupNode
    ? entriesView(item.entries, item.readonly)
    : watch(item, () => nodeView(item, false));
}

function groupView(group: GroupNode): TemplateResult {
  return html`<fieldset
    class="group"
    part="group"
    id=${group.id}
    aria-describedby=${group.help === '' ? nothing : `${group.id}-help`}
  >
    <legend class="group-title" part="group-title">${title(group)}</legend>
    ${help(group)}${entriesView(group.entries, group.readonly)}
  </fieldset>`;
}
