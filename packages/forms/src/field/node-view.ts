import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, PlacedNode } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { answered } from './answered.ts';
import { answerView, fieldView, help, optional } from './field-view.ts';
import { listView } from './list-view.ts';
import { unionView } from './union-view.ts';
import { watch } from './watch.ts';

/** Whatever a layout places, drawn again only when it changes. */
export function entryView(entry: Entry, read: boolean): unknown {
  if ('wrong' in entry) return html`<p class="fault-note" role="alert">${entry.wrong}</p>`;
  if ('union' in entry) return watch(entry.group, () => unionView(entry.group, entry.union, read));
  return watch(entry.node, read ? readEntry : fillEntry, entry);
}

const fillEntry = ({ node, half }: PlacedNode): unknown => nodeView(node, half, false);
const readEntry = ({ node, half }: PlacedNode): unknown => nodeView(node, half, true);

/** A list of entries. Where they are only read, those without an answer are left out, and answers make lists. */
export function entriesView(entries: readonly Entry[], readonly: boolean): unknown {
  if (!readonly) return html`<div class="fields">${entries.map((entry) => entryView(entry, false))}</div>`;
  const runs: Entry[][] = [];
  for (const entry of entries.filter(answered)) {
    const last = runs.at(-1);
    if (isAnswer(entry) && last?.[0] !== undefined && isAnswer(last[0])) last.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) =>
    run[0] !== undefined && isAnswer(run[0])
      ? html`<dl class="answers">${run.map((entry) => entryView(entry, true))}</dl>`
      : run.map((entry) => entryView(entry, true)),
  );
}

const isAnswer = (entry: Entry) => 'union' in entry || ('node' in entry && entry.node instanceof FieldNode);

function nodeView(node: FormNode, half: boolean, read: boolean): unknown {
  if (!node.present || node.implied) return nothing;
  if (node instanceof FieldNode) return read ? answerView(node) : fieldView(node, half);
  if (node instanceof ListNode) return listView(node, (item) => itemView(item, read), read);
  return node instanceof GroupNode ? groupView(node, read) : nothing;
}

function itemView(item: FormNode, read: boolean): unknown {
  return item instanceof GroupNode
    ? entriesView(item.entries, read)
    : watch(item, () => nodeView(item, false, read));
}

function groupView(group: GroupNode, read: boolean): TemplateResult {
  return html`<fieldset
    class="group"
    part="group"
    id=${read ? nothing : group.id}
    aria-describedby=${group.help === '' || read ? nothing : `${group.id}-help`}
  >
    <legend class="group-title" part="group-title">${group.label}${read ? nothing : optional(group)}</legend>
    ${read ? nothing : help(group)}${entriesView(group.entries, read)}
  </fieldset>`;
}
