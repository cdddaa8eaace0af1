import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { answered } from './answered.ts';
import { fieldView, help, title } from './field-view.ts';
import { listView } from './list-view.ts';
import { unionView } from './union-view.ts';
import { watch } from './watch.ts';

/** Whatever a layout places, drawn again only when it changes. */
export function entryView(entry: Entry): unknown {
  if ('wrong' in entry) return html`<p class="fault-note" role="alert">${entry.wrong}</p>`;
  if ('union' in entry) return watch(entry.group, () => unionView(entry.group, entry.union));
  return watch(entry.node, () => nodeView(entry.node, entry.half));
}

/** A list of entries. Where they are only read, those without an answer are left out, and answers make lists. */
export function entriesView(entries: readonly Entry[], readonly: boolean): unknown {
  if (!readonly) return html`<div class="fields">${entries.map(entryView)}</div>`;
  const runs: Entry[][] = [];
  for (const entry of entries.filter(answered)) {
    const last = runs.at(-1);
    if (isAnswer(entry) && last?.[0] !== undefined && isAnswer(last[0])) last.push(entry);
    else runs.push([entry]);
  }
  return runs.map((run) =>
    run[0] !== undefined && isAnswer(run[0])
      ? html`<dl class="answers">${run.map(entryView)}</dl>`
      : run.map(entryView),
  );
}

const isAnswer = (entry: Entry) => 'union' in entry || ('node' in entry && entry.node instanceof FieldNode);

function nodeView(node: FormNode, half: boolean): unknown {
  if (!node.present || node.implied) return nothing;
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
    ${group.readonly ? nothing : help(group)}${entriesView(group.entries, group.readonly)}
  </fieldset>`;
}
