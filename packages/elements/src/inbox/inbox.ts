import { localize } from '@aidflow/definition';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type TemplateResult } from 'lit';
import { markStyles } from '../clock/styles.ts';
import { AidElement } from '../element/base.ts';
import type { Client, InboxItem } from '../element/client.ts';
import { masked } from '../element/masked.ts';
import { Online } from '../element/online.ts';
import { type ProblemReport, problemOf } from '../element/problem.ts';
import { failed, offlineMark, unconnected } from '../element/states.ts';
import { dateOf } from '../format/day.ts';
import { base } from '../style/base.ts';
import { states } from '../style/states.ts';
import { type Filter, shownItems, stepsOf } from './items.ts';
import { leftCell } from './left.ts';
import { inboxStyles } from './styles.ts';

const pageSize = 100;

/**
 * What this officer has to do, the most pressing first.
 *
 * @fires aid-open - an item is opened; detail `{ case, step }`
 * @csspart error, offline
 */
export class AidInbox extends AidElement {
  static override properties = {
    items: { state: true },
    problem: { state: true },
    filter: { state: true },
    news: { state: true },
  };
  static override styles = [tokens, base, states, markStyles, inboxStyles];

  declare items: InboxItem[] | undefined;
  declare problem: ProblemReport | undefined;
  declare filter: Filter;
  declare news: boolean;

  #next: string | undefined;
  #leave: (() => void) | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;
  /** Counts requests, so that a late answer to an earlier one is dropped. */
  #asked = 0;
  readonly #online = new Online(this, () => this.reload());

  constructor() {
    super();
    this.items = undefined;
    this.problem = undefined;
    this.filter = { text: '', step: '' };
    this.news = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#move);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#move);
    this.#leave?.();
    clearTimeout(this.#wait);
  }

  protected override clientChanged(client: Client | undefined) {
    this.#leave?.();
    this.#leave = client?.subscribe(() => this.#soon());
    if (client !== undefined) void this.reload();
  }

  /** Many changes in a row ask once. */
  #soon() {
    clearTimeout(this.#wait);
    this.#wait = setTimeout(async () => {
      await this.reload();
      this.news = true;
    }, 200);
  }

  /** Asks for the list again; what is shown stays until the answer is there. */
  async reload(): Promise<void> {
    const asked = ++this.#asked;
    const size = Math.max(pageSize, this.items?.length ?? 0);
    try {
      const page = await this.source?.inbox({ limit: size });
      if (page === undefined || asked !== this.#asked) return;
      this.items = page.items;
      this.#next = page.next ?? undefined;
      this.problem = undefined;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemOf(error);
    }
  }

  readonly #more = async () => {
    if (this.#next === undefined) return;
    try {
      const page = await this.source?.inbox({ cursor: this.#next, limit: pageSize });
      if (page === undefined) return;
      const known = new Set((this.items ?? []).map((item) => `${item.case} ${item.step}`));
      this.items = [
        ...(this.items ?? []),
        ...page.items.filter((item) => !known.has(`${item.case} ${item.step}`)),
      ];
      this.#next = page.next ?? undefined;
    } catch (error) {
      this.problem = problemOf(error);
    }
  };

  #open(item: InboxItem) {
    const detail = { case: item.case, step: item.step };
    this.dispatchEvent(new CustomEvent('aid-open', { detail, bubbles: true, composed: true }));
  }

  /** j and k (and the arrows) move between rows, from inside the list or when the focus is nowhere else. */
  readonly #move = (event: KeyboardEvent) => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const [target] = event.composedPath();
    const active = this.shadowRoot?.activeElement;
    if (active == null && target !== document.body && target !== document.documentElement) return;
    if (target instanceof HTMLSelectElement) return;
    if (target instanceof HTMLInputElement && event.key !== 'ArrowDown') return;
    // On the page itself the arrows belong to scrolling.
    if (active == null && event.key.startsWith('Arrow')) return;
    const rows: Element[] = [...this.renderRoot.querySelectorAll('.open')];
    const here = active ? rows.indexOf(active) : -1;
    const next = rows[Math.max(0, Math.min(rows.length - 1, here + step))];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  };

  #why(item: InboxItem): TemplateResult | typeof nothing {
    if (item.may || item.why === undefined) return nothing;
    const why = localize(item.why, this.language).title;
    return html`<span class="why">${this.say('inbox.mayNot', { why })}</span>`;
  }

  #row(item: InboxItem): TemplateResult {
    const open = (event: Event) => {
      event.stopPropagation();
      this.#open(item);
    };
    return html`<tr @click=${open}>
      <td class="number"><button type="button" class="open" @click=${open}>${item.number}</button></td>
      <td class="person">${masked(item.applicant, this.say)}</td>
      <td class="programme">${item.title}</td>
      <td class="step">${item.stepTitle}${this.#why(item)}</td>
      <td class="quiet">${item.divisionName}</td>
      <td class="quiet since figures">${dateOf(item.since)}</td>
      <td class="clock">${leftCell(item.due, this.language, this.say, this.day)}</td>
    </tr>`;
  }

  #skeleton(): TemplateResult {
    return html`<table aria-hidden="true">${this.#columns()}<tbody>
      ${[1, 2, 3, 4, 5].map(() => html`<tr>${['w1', 'w2', 'w3', 'w4', 'w3', 'w4', 'w5'].map((width) => html`<td><span class="bone ${width}"></span></td>`)}</tr>`)}
    </tbody></table>`;
  }

  #columns(): TemplateResult {
    const keys = ['number', 'applicant', 'programme', 'step', 'division', 'since', 'clock'] as const;
    return html`<thead><tr>${keys.map((key) => html`<th scope="col">${this.say(`inbox.${key}`)}</th>`)}</tr></thead>`;
  }

  #body(items: InboxItem[]): TemplateResult {
    const { say } = this;
    if (items.length === 0)
      return html`<div class="state"><strong>${say('inbox.empty')}</strong><p class="muted">${say('inbox.emptyHint')}</p></div>`;
    const shown = shownItems(items, this.filter);
    if (shown.length === 0)
      return html`<div class="state"><strong>${say('inbox.noMatch')}</strong>
        <button type="button" @click=${() => {
          this.filter = { text: '', step: '' };
        }}>${say('inbox.clear')}</button></div>`;
    return html`<table aria-label=${say('inbox.title')}>${this.#columns()}<tbody>${shown.map((item) => this.#row(item))}</tbody></table>
      ${this.#next === undefined ? nothing : html`<button type="button" class="more" @click=${this.#more}>${say('inbox.more')}</button>`}
      <p class="keys muted small">${say('inbox.keys')}</p>`;
  }

  #head(items: InboxItem[] | undefined): TemplateResult {
    const { say } = this;
    const shown = items === undefined ? 0 : shownItems(items, this.filter).length;
    const n = items?.length ?? 0;
    const count = shown === n ? say('inbox.count', { n }) : say('inbox.shown', { shown, n });
    return html`<div class="head">
      <h2>${say('inbox.title')}${items === undefined ? nothing : html`<span class="count figures" role="status">${count}</span>`}</h2>
      ${
        n === 0
          ? nothing
          : html`<input type="search" .value=${this.filter.text} placeholder=${say('inbox.filter')} aria-label=${say('inbox.filter')}
          @input=${(event: Event) => {
            this.filter = { ...this.filter, text: (event.target as HTMLInputElement).value };
          }}>
        <select aria-label=${say('inbox.step')} @change=${(event: Event) => {
          this.filter = { ...this.filter, step: (event.target as HTMLSelectElement).value };
        }}>
          <option value="" .selected=${this.filter.step === ''}>${say('inbox.everyStep')}</option>
          ${stepsOf(items ?? []).map(({ title }) => html`<option value=${title} .selected=${this.filter.step === title}>${title}</option>`)}
        </select>`
      }
    </div>`;
  }

  protected override render() {
    const { say, items, problem } = this;
    if (this.source === undefined) return unconnected(say);
    const offline = this.#online.offline || (problem?.status === 0 && items !== undefined);
    return html`<section aria-busy=${items === undefined && problem === undefined}>
      ${this.#head(items)}
      ${offline ? offlineMark(say) : nothing}
      ${problem !== undefined && !offline ? failed(say, problem, () => void this.reload()) : nothing}
      ${items === undefined ? (problem === undefined ? html`<p class="unseen" role="status">${say('common.loading')}</p>${this.#skeleton()}` : nothing) : this.#body(items)}
      <p class="unseen" role="status">${this.news ? say('inbox.arrived') : ''}</p>
    </section>`;
  }
}
