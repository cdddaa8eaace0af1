import { html, type TemplateResult } from 'lit';
import { FieldNode } from '../model/field-node.ts';
import { GroupNode } from '../model/group-node.ts';
import type { ListNode } from '../model/list-node.ts';
import { answer } from './field-view.ts';

/** The fields of each item, where every item is nothing but a row of fields. */
function rowsOf(list: ListNode): FieldNode[][] | undefined {
  const rows = list.items.map((item) =>
    item instanceof GroupNode ? item.entries.map((entry) => ('node' in entry ? entry.node : undefined)) : [],
  );
  const plain = rows.every((row) => row.length > 0 && row.every((node) => node instanceof FieldNode));
  return plain && rows.length > 0 ? (rows as FieldNode[][]) : undefined;
}

/** A repeated group to read, an item a row; undefined where its items are more than rows. */
export function answerTable(list: ListNode): TemplateResult | undefined {
  const rows = rowsOf(list);
  if (rows === undefined) return undefined;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${list.label}>
    <table part="table">
      <thead>
        <tr>
          ${rows[0]?.map((field) => html`<th scope="col">${field.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${row.map((field) => html`<td>${field.present ? answer(field) : ''}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
