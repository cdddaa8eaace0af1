import type { JsonObject } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type TemplateResult } from 'lit';
import { Drafts, keyOf } from '../case/draft.ts';
import { AidElement } from '../element/base.ts';
import type { BundleView, Client, NoticeItem } from '../element/client.ts';
import { masked } from '../element/masked.ts';
import { type ProblemReport, problemOf } from '../element/problem.ts';
import { failed, unconnected } from '../element/states.ts';
import { editForm, type FormElement } from '../form/form-view.ts';
import { daysBetween, dayText } from '../format/day.ts';
import { base } from '../style/base.ts';
import { states } from '../style/states.ts';
import { noticesStyles } from './styles.ts';

/**
 * The public board: what is on notice, for how long, and a way to object.
 *
 * @fires aid-objected - an objection was received; detail `{ case }`
 */
export class AidNotices extends AidElement {
  static override properties = {
    notices: { state: true },
    problem: { state: true },
    open: { state: true },
    bundle: { state: true },
    sent: { state: true },
    busy: { state: true },
    refused: { state: true },
  };
  static override styles = [tokens, base, states, noticesStyles];

  declare notices: NoticeItem[] | undefined;
  declare problem: ProblemReport | undefined;
  /** The notice that is being objected to. */
  declare open: NoticeItem | undefined;
  declare bundle: BundleView | undefined;
  declare sent: ReadonlySet<string>;
  declare busy: boolean;
  declare refused: ProblemReport | undefined;

  #drafts = new Drafts();
  #leave: (() => void) | undefined;

  constructor() {
    super();
    this.notices = undefined;
    this.open = undefined;
    this.bundle = undefined;
    this.sent = new Set();
    this.busy = false;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override clientChanged(client: Client | undefined) {
    this.#leave?.();
    this.#leave = undefined;
    if (client !== undefined) void this.reload();
  }

  async reload(): Promise<void> {
    try {
      this.notices = await this.source?.notices();
      this.problem = undefined;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  async #object(notice: NoticeItem) {
    this.refused = undefined;
    if (this.open === notice) {
      this.open = undefined;
      return;
    }
    try {
      this.bundle = await this.source?.definition(notice.definition);
      this.open = notice;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#objection')?.focus();
    } catch (error) {
      this.refused = problemOf(error);
    }
  }

  async #send(notice: NoticeItem, data: JsonObject) {
    const { source } = this;
    const { objection } = notice;
    if (source === undefined || objection === undefined || this.busy) return;
    const draft = this.#drafts.of(notice.id);
    const command = { do: objection.do, data };
    this.busy = true;
    this.refused = undefined;
    try {
      await source.object(notice, command, keyOf(draft, JSON.stringify(command)));
      this.#drafts.forget(notice.id);
      this.sent = new Set(this.sent).add(notice.id);
      this.open = undefined;
      this.dispatchEvent(
        new CustomEvent('aid-objected', { detail: { case: notice.case }, bubbles: true, composed: true }),
      );
    } catch (error) {
      this.refused = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  #left(notice: NoticeItem): string {
    if (notice.to === undefined) return '';
    const days = daysBetween(this.day, notice.to);
    if (days < 0) return this.say('notices.over');
    return days === 0 ? this.say('notices.lastDay') : this.say('notices.left', { n: days });
  }

  #objection(notice: NoticeItem, bundle: BundleView): TemplateResult {
    const { say } = this;
    const form = notice.objection?.form ?? '';
    const draft = this.#drafts.of(notice.id);
    return html`<div class="form">
      <h4 id="objection" tabindex="-1">${say('notices.objectTo', { title: this.text(notice.title, bundle.locales) })}</h4>
      ${editForm({
        bundle,
        form,
        client: this.source,
        lang: this.language,
        mode: this.mode,
        theme: this.theme,
        validate: null,
        value: draft.value,
        problems: this.refused?.problems ?? [],
        busy: this.busy,
        scope: {},
        onInput: (value) => {
          draft.value = value;
        },
        onSubmit: (value) => void this.#send(notice, value),
      })}
      ${this.refused === undefined || this.refused.problems !== undefined ? nothing : failed(say, this.refused, () => this.#submit())}
      <button type="button" class="primary" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => this.#submit()}>${this.busy ? say('case.submitting') : say('case.submit', { title: say('notices.object') })}</button>
    </div>`;
  }

  #submit() {
    if (!this.busy) this.renderRoot.querySelector<FormElement>('aid-form')?.submit();
  }

  #card(notice: NoticeItem): TemplateResult {
    const { say, language } = this;
    const from = dayText(language, notice.from);
    const period =
      notice.to === undefined
        ? say('notices.periodOpen', { from })
        : say('notices.period', { from, to: dayText(language, notice.to) });
    const over = notice.to !== undefined && daysBetween(this.day, notice.to) < 0;
    const open = this.open === notice;
    const text = (source: string) => this.text(source, notice.locales);
    return html`<article class=${over ? 'over' : ''}>
      <h3>${text(notice.title)}</h3>
      <p class="meta"><span>${text(notice.programmeTitle)}</span><span>${notice.divisionName}</span></p>
      <dl>${notice.items.map((each) => html`<dt>${text(each.label)}</dt><dd>${masked(each.value, say)}</dd>`)}</dl>
      <p class="meta"><span>${period}</span><span class="left">${this.#left(notice)}</span></p>
      ${
        this.sent.has(notice.id)
          ? html`<p class="news" role="status">✓ ${say('notices.sent')}</p>`
          : notice.objection === undefined || over
            ? nothing
            : html`<button type="button" aria-expanded=${open} @click=${() => void this.#object(notice)}>${open ? say('common.close') : say('notices.object')}</button>`
      }
      ${open && this.bundle !== undefined ? this.#objection(notice, this.bundle) : nothing}
    </article>`;
  }

  #skeleton(): TemplateResult {
    return html`<p class="unseen" role="status">${this.say('common.loading')}</p><div class="board" aria-hidden="true">
      ${[1, 2, 3].map(() => html`<article><span class="bone"></span><span class="bone"></span><span class="bone"></span></article>`)}</div>`;
  }

  protected override render() {
    const { say, notices, problem } = this;
    if (this.source === undefined) return unconnected(say);
    return html`<section aria-busy=${notices === undefined && problem === undefined}>
      <h2>${say('notices.title')}</h2>
      <p class="muted">${say('notices.privacy')}</p>
      ${problem === undefined ? nothing : failed(say, problem, () => void this.reload())}
      ${
        notices === undefined
          ? problem === undefined
            ? this.#skeleton()
            : nothing
          : notices.length === 0
            ? html`<div class="state"><strong>${say('notices.empty')}</strong><p class="muted">${say('notices.emptyHint')}</p></div>`
            : html`<div class="board">${notices.map((notice) => this.#card(notice))}</div>`
      }
    </section>`;
  }
}
