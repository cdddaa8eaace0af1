import type { Explanation } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView, CaseView, HistoryEntry } from '../element/client.ts';
import { type ProblemReport, problemOf } from '../element/problem.ts';
import { failed } from '../element/states.ts';
import { base } from '../style/base.ts';
import { states } from '../style/states.ts';
import { entryView, eventTitle } from './entry.ts';
import { explanationView } from './explanation.ts';
import { historyStyles } from './history-styles.ts';
import { placeName } from './place.ts';

/** What happened in a case, the newest first, each act explained when asked. Used by `<aid-case>`. */
export class AidHistory extends AidElement {
  static override properties = {
    bundle: { attribute: false },
    view: { attribute: false },
    open: { state: true },
    answers: { state: true },
  };
  static override styles = [tokens, base, states, historyStyles];

  declare bundle: BundleView | undefined;
  declare view: CaseView | undefined;
  /** Sequence numbers whose grounds are shown. */
  declare open: ReadonlySet<number>;
  declare answers: ReadonlyMap<number, Explanation | ProblemReport>;

  constructor() {
    super();
    this.bundle = undefined;
    this.view = undefined;
    this.open = new Set();
    this.answers = new Map();
  }

  async #ask(seq: number) {
    const id = this.view?.state.id;
    if (id === undefined || this.source === undefined) return;
    let answer: Explanation | ProblemReport;
    try {
      answer = await this.source.explain(id, seq);
    } catch (error) {
      answer = problemOf(error);
    }
    // Events never change, so an answer is kept; a failure is only shown until the next try.
    this.answers = new Map(this.answers).set(seq, answer);
  }

  #toggle(seq: number) {
    const open = new Set(this.open);
    if (!open.delete(seq)) {
      open.add(seq);
      const known = this.answers.get(seq);
      if (known === undefined || 'code' in known) void this.#ask(seq);
    }
    this.open = open;
  }

  #explanation(entry: HistoryEntry, bundle: BundleView): Parameters<typeof entryView>[2] {
    const { say } = this;
    const open = this.open.has(entry.seq);
    const title = eventTitle(entry, say, (source) => this.text(source, bundle.locales));
    const button = html`<button type="button" class="plain explain" aria-expanded=${open} @click=${() => this.#toggle(entry.seq)}>${open ? say('common.close') : say('case.explain')}<span class="unseen">: ${title}</span></button>`;
    return { button, answer: open ? this.#answer(entry.seq, bundle) : nothing };
  }

  #answer(seq: number, bundle: BundleView): TemplateResult {
    const answer = this.answers.get(seq);
    if (answer === undefined) return html`<p class="muted" role="status">${this.say('case.explaining')}</p>`;
    return 'code' in answer
      ? failed(this.say, answer, () => void this.#ask(seq))
      : explanationView(answer, { ...this.#setting(bundle), language: this.language });
  }

  #setting(bundle: BundleView) {
    return {
      bundle,
      say: this.say,
      text: (source: string) => this.text(source, bundle.locales),
      place: (code: string) => (this.view === undefined ? code : placeName(this.view, code)),
    };
  }

  protected override render() {
    const { bundle, view, say } = this;
    if (bundle === undefined || view === undefined) return nothing;
    if (view.history.length === 0) return html`<p class="muted">${say('case.noHistory')}</p>`;
    const setting = this.#setting(bundle);
    const newest = [...view.history].sort((a, b) => b.seq - a.seq);
    return html`<ol>${newest.map((entry) => entryView(entry, setting, this.#explanation(entry, bundle)))}</ol>`;
  }
}
