import { html, type TemplateResult } from 'lit';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import type { FormNode } from '../model/form-node.ts';
import { ListNode } from '../model/list-node.ts';
import { Subject } from '../model/subject.ts';
import { each } from './each.ts';
import { watch } from './watch.ts';

/** Rows drawn at first, and around a row that is gone to. */
const around = 20;
/** Height of a row before any has been measured, in pixels. */
const guess = 240;

/** Rows that are not drawn: as high as they would be. */
interface Gap {
  id: string;
  rows: number;
}

/**
 * Of a long list, the rows near the screen, the one that holds the focus, and room for the others in between. Rows keep
 * their model when they are not drawn, so nothing that was typed is lost.
 */
class RowWindow extends Subject {
  readonly #list: ListNode;
  #from = 0;
  #to = around;
  #height = guess;
  /** Where the rows are drawn. */
  #part: ChildPart | undefined;
  #listening = false;
  #asked = false;

  constructor(list: ListNode) {
    super();
    this.#list = list;
  }

  /** Follows what of the list is on the screen, as long as it is on the page. */
  attach(part: ChildPart): void {
    this.#part = part;
    if (!this.#listening) this.#listen(true);
    this.#ask();
  }

  #listen(on: boolean): void {
    this.#listening = on;
    const act = on ? addEventListener : removeEventListener;
    // Whatever holds the form may scroll, and scrolling is not told to those above.
    act('scroll', this.#ask, { capture: true });
    act('resize', this.#ask);
  }

  get #box(): Element | undefined {
    const box = this.#part?.startNode?.parentElement;
    return box?.isConnected ? box : undefined;
  }

  readonly #ask = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.#follow();
    });
  };

  #follow(): void {
    const box = this.#box;
    if (!box) {
      this.#listen(false);
      return;
    }
    const drawn = [...box.querySelectorAll(':scope > .item')];
    const known = new Map(this.#list.items.map(({ id }, index) => [id, index]));
    const first = drawn.find(({ id }) => known.get(id) === this.#from)?.getBoundingClientRect();
    const last = drawn.find(({ id }) => known.get(id) === this.#to - 1)?.getBoundingClientRect();
    if (first === undefined || last === undefined) return;
    this.#height = Math.max(1, (last.bottom - first.top) / (this.#to - this.#from));
    // A screen more on both sides, so that nothing is missing while it is scrolled or tabbed along.
    const from = this.#from + Math.floor((-innerHeight - first.top) / this.#height);
    const to = this.#from + Math.ceil((2 * innerHeight - first.top) / this.#height);
    if (from < this.#from || to > this.#to || from > this.#from + around || to < this.#to - around)
      this.#set(from, to);
  }

  #set(from: number, to: number): void {
    const { length } = this.#list.items;
    const start = Math.min(Math.max(from, 0), Math.max(0, length - 1));
    const end = Math.min(length, Math.max(to, start + 1));
    if (start === this.#from && end === this.#to) return;
    [this.#from, this.#to] = [start, end];
    this.changed();
  }

  /** Draws the row and those around it. */
  show(item: FormNode): void {
    const index = this.#list.items.indexOf(item);
    if (index >= 0 && (index < this.#from || index >= this.#to))
      this.#set(index - around / 2, index + around / 2);
    else this.changed();
  }

  draw(item: (item: FormNode) => unknown): unknown {
    return each(this.#parts(), (part) =>
      part instanceof Object && 'rows' in part
        ? html`<div class="gap" .style=${`height: ${part.rows * this.#height}px`}></div>`
        : item(part as FormNode),
    );
  }

  /** The row that holds the focus; -1 where none does. */
  #held(): number {
    const places = new Map(this.#list.items.map(({ id }, index) => [id, index]));
    const { activeElement = null } = (this.#box?.getRootNode() ?? {}) as Partial<ShadowRoot>;
    for (let at = activeElement; at !== null; at = at.parentElement) {
      const place = places.get(at.id);
      if (place !== undefined) return place;
    }
    return -1;
  }

  #parts(): (FormNode | Gap)[] {
    const { items } = this.#list;
    const held = this.#held();
    const to = Math.min(this.#to, items.length);
    const from = Math.min(this.#from, to);
    const before = held >= 0 && held < from ? [held] : [];
    const behind = held >= to ? [held] : [];
    const parts: (FormNode | Gap)[] = [];
    let next = 0;
    const upTo = (index: number) => {
      if (index > next) parts.push({ id: `gap-${parts.length === 0 ? 'first' : next}`, rows: index - next });
      next = index;
    };
    for (const index of [...before, ...Array.from({ length: to - from }, (_, n) => from + n), ...behind]) {
      upTo(index);
      parts.push(items[index] as FormNode);
      next = index + 1;
    }
    upTo(items.length);
    return parts;
  }
}

class Here extends Directive {
  render(rows: RowWindow, draw: (item: FormNode) => unknown): unknown {
    return rows.draw(draw);
  }

  override update(part: ChildPart, [rows, draw]: Parameters<this['render']>): unknown {
    rows.attach(part);
    return rows.draw(draw);
  }
}

const here = directive(Here);

const windows = new WeakMap<ListNode, RowWindow>();

function windowOf(list: ListNode): RowWindow {
  const known = windows.get(list) ?? new RowWindow(list);
  windows.set(list, known);
  return known;
}

/** The rows of a long list of which only those near the screen are on the page. */
export function rowsInWindow(list: ListNode, draw: (item: FormNode) => unknown): TemplateResult {
  const rows = windowOf(list);
  return html`<p class="note">${list.model.context.t('manyRows', { count: list.items.length })}</p>
    ${watch(rows, () => here(rows, draw))}`;
}

/** Brings the rows onto the page in which a place lies. */
export function revealRow(node: FormNode): void {
  if (node.parent) revealRow(node.parent);
  if (node.parent instanceof ListNode) windows.get(node.parent)?.show(node);
}
