import { html, svg, type TemplateResult } from 'lit';
import type { FormNode } from '../model/form-node.ts';
import type { ListNode } from '../model/list-node.ts';
import { around } from './around.ts';

const arrow = (path: string) =>
  html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${svg`<path d=${path} />`}</svg>`;

/** Two buttons that move an item where the order means something. */
export function moveView(list: ListNode, item: FormNode): TemplateResult {
  const { t, disabled } = list.model.context;
  const index = list.items.indexOf(item);
  const button = (key: 'up' | 'down', by: number, path: string) => html`<button
    type="button"
    class="icon-button move ${key}"
    part="button"
    aria-label="${t(key)} ${list.headingOf(item)}"
    ?disabled=${disabled || index + by < 0 || index + by >= list.items.length}
    @click=${(event: Event) => move(list, item, by, event)}
  >${arrow(path)}</button>`;
  return html`<div class="moves">
    ${button('up', -1, 'M10 16V4M5 9l5-5 5 5')}${button('down', 1, 'M10 4v12M5 11l5 5 5-5')}
  </div>`;
}

/** The focus goes along with the item: on the same button, at an end on the other one. */
function move(list: ListNode, item: FormNode, by: number, event: Event): void {
  const pressed = event.currentTarget as HTMLButtonElement;
  const box = around(pressed, 'list');
  list.move(item, list.items.indexOf(item) + by);
  const buttons = [...(box?.querySelectorAll<HTMLButtonElement>(`#${item.id} > .moves > .move`) ?? [])];
  const same = buttons.find((one) => one.classList.contains(by < 0 ? 'up' : 'down') && !one.disabled);
  (same ?? buttons.find((one) => !one.disabled))?.focus();
}
