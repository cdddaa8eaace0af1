import type { Explanation } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView, CaseView, HistoryEntry } from '../element/client.ts';
import { type ProblemReport, problemOf } from '../element/problem.ts';
import { failed } from '../element/states.ts';
import { readForm } from '../form/form-view.ts';
import { base } from '../style/base.ts';
import { states } from '../style/states.ts';
import { versionsAt } from './data-before.ts';
import { type EntryParts, entryView, eventTitle } from './entry.ts';
import { explanationView } from './explanation.ts';
import { historyStyles } from './history-styles.ts';
import { placeName } from './place.ts';

/** What happened in a case, the newest first, each act explained when asked. Used by `<aid-case>`. */
export class AidHistory extends AidElement {
  static override properties = {
    bundle: { attribute: false },
    view: { attribute: false },
    open: { state: true },
    compared: { state: true },
    answers: { state: true },
  };
  static override styles = [tokens, base, states, historyStyles];

  declare bundle: BundleView | undefined;
  declare view: CaseView | undefined;
  /** Sequence numbers whose grounds are shown. */
  declare open: ReadonlySet<number>;
  /** Sequence numbers whose forms are shown as a whole. */
  declare compared: ReadonlySet<number>;
  declare answers: ReadonlyMap<number, Explanation | ProblemReport>;

  constructor() {
    super();
    this.bundle = undefined;
    this.view = undefined;
    this.open = new Set();
    this.compared = new Set();
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

  /** What an entry changed, in the forms that it changed; drawn when it is opened. */
  #whole(entry: HistoryEntry, bundle: BundleView): unknown {
    const { view, say } = this;
    const forms = [...new Set((entry.changes ?? []).map(({ form }) => form))];
    const toggle = ({ target }: Event) => {
      const compared = new Set(this.compared);
      if ((target as HTMLDetailsElement).open) compared.add(entry.seq);
      else compared.delete(entry.seq);
      this.compared = compared;
    };
    return forms.map((form) => {
      const latest = view?.state.data[form];
      if (view === undefined || latest === undefined) return nothing;
      const draw = () => {
        const { before, after } = versionsAt(view.history, form, entry.seq, latest);
        return readForm(
          { bundle, form, client: this.source, lang: this.language, mode: this.mode, theme: this.theme },
          after,
          before,
        );
      };
      return html`<details class="whole" @toggle=${toggle}><summary>${say('case.compare')}</summary>
        ${this.compared.has(entry.seq) ? draw() : nothing}</details>`;
    });
  }

  #parts(entry: HistoryEntry, bundle: BundleView): EntryParts {
    const { say } = this;
    const open = this.open.has(entry.seq);
    const title = eventTitle(entry, say, (source) => this.text(source, bundle.locales));
    const button = html`<button type="button" class="plain explain" aria-expanded=${open} @click=${() => this.#toggle(entry.seq)}>${open ? say('common.close') : say('case.explain')}<span class="unseen">: ${title}</span></button>`;
    const answer = open ? this.#answer(entry.seq, bundle) : nothing;
    return { button, answer, whole: this.#whole(entry, bundle) };
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
    return html`<ol>${newest.map((entry) => entryView(entry, setting, this.#parts(entry, bundle)))}</ol>`;
  }
}
