import type { ClockView, Offer } from '@aidflow/engine';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView, CaseView, Client } from '../element/client.ts';
import { Online } from '../element/online.ts';
import { type ProblemReport, problemOf } from '../element/problem.ts';
import { failed, offlineMark, unconnected } from '../element/states.ts';
import { allSteps } from '../flow/procedure.ts';
import { base } from '../style/base.ts';
import { formDensity } from '../style/form-density.ts';
import { states } from '../style/states.ts';
import type { AidAct } from './act.ts';
import { mayList, whyNot } from './acts.ts';
import { Drafts } from './draft.ts';
import { formsView } from './forms.ts';
import { headerView } from './header.ts';
import { offerTitle } from './offer-title.ts';
import { award, papers } from './papers.ts';
import { caseStyles } from './styles.ts';

/**
 * One case: who acts next, its clocks, the facts beside what the reader may do, its place in the procedure, its history.
 *
 * @attr case-id - id of the case
 * @attr plain - for the applicant: where it stands, what came out, what may be done; the records are folded
 * @fires aid-changed - the reader's act was done; detail `{ case, version }`
 * @csspart error, offline, award, acts, facts
 */
export class AidCase extends AidElement {
  static override properties = {
    caseId: { attribute: 'case-id' },
    plain: { type: Boolean, reflect: true },
    view: { state: true },
    bundle: { state: true },
    problem: { state: true },
    chosen: { state: true },
    done: { state: true },
    moved: { state: true },
    opened: { state: true },
  };
  static override styles = [tokens, base, states, formDensity, caseStyles];

  declare caseId: string;
  declare plain: boolean;
  declare view: CaseView | undefined;
  declare bundle: BundleView | undefined;
  declare problem: ProblemReport | undefined;
  /** The `do` of the offer that is open. */
  declare chosen: Offer | undefined;
  declare done: string;
  /** Somebody else has moved the case while it was on view. */
  declare moved: boolean;
  /** Forms whose data has been unfolded. */
  declare opened: ReadonlySet<string>;

  #drafts = new Drafts();
  #leave: (() => void) | undefined;
  #asked = 0;
  readonly #online = new Online(this, () => this.reload());

  constructor() {
    super();
    this.caseId = '';
    this.plain = false;
    this.view = undefined;
    this.bundle = undefined;
    this.chosen = undefined;
    this.done = '';
    this.moved = false;
    this.opened = new Set();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override clientChanged(client: Client | undefined) {
    this.#leave?.();
    this.#leave = client?.subscribe((change) => {
      if (change.case === this.caseId && change.version > (this.view?.state.version ?? 0))
        void this.#follow();
    });
    if (client !== undefined && !this.hasUpdated) return;
    void this.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    if (!changed.has('caseId')) return;
    this.view = undefined;
    this.chosen = undefined;
    this.problem = undefined;
    this.done = '';
    this.moved = false;
    this.opened = new Set();
    this.#drafts = new Drafts();
    void this.reload();
  }

  /** Asks for the newest state; what is shown and typed stays. */
  async reload(): Promise<void> {
    const { source, caseId } = this;
    if (source === undefined || caseId === '') return;
    const asked = ++this.#asked;
    try {
      const view = await source.case(caseId);
      const bundle =
        this.bundle?.hash === view.state.definition
          ? this.bundle
          : await source.definition(view.state.definition);
      if (asked !== this.#asked) return;
      this.bundle = bundle;
      this.#take(view);
      this.problem = undefined;
    } catch (error) {
      if (asked === this.#asked) this.problem = problemOf(error);
    }
  }

  async #follow() {
    const before = this.view?.state.version;
    const asked = this.#asked + 1;
    await this.reload();
    // The reader's own act, answered meanwhile, counts as asked for and is no news.
    if (asked === this.#asked) this.moved = this.view?.state.version !== before;
  }

  #take(view: CaseView) {
    // An answer that was overtaken on its way must not bring back an older state.
    if (this.view !== undefined && view.state.version < this.view.state.version) return;
    if (this.view === undefined)
      this.opened = new Set(this.plain ? [] : Object.keys(view.state.data).slice(0, 1));
    this.view = view;
    const { chosen } = this;
    if (chosen === undefined) return;
    // What was being written stays open even when it may no longer be done: the reader is told why.
    const now = view.offers.find((offer) => offer.do === chosen.do);
    const { reasons, form } = chosen;
    this.chosen =
      now === undefined
        ? { ...chosen, may: false }
        : { ...(reasons ? { reasons } : {}), ...(form ? { form } : {}), ...now };
  }

  readonly #choose = (offer: Offer) => {
    this.done = '';
    this.moved = false;
    this.chosen = this.chosen?.do === offer.do ? undefined : offer;
    void this.updateComplete.then(() => this.renderRoot.querySelector<AidAct>('aid-act')?.focusTitle());
  };

  readonly #acted = (event: CustomEvent<{ view: CaseView; offer: Offer }>) => {
    const { view, offer } = event.detail;
    this.chosen = undefined;
    this.#asked++;
    this.moved = false;
    this.done = this.say('case.done', { title: offerTitle(offer, this.say, this.#text) });
    this.#take(view);
    const detail = { case: view.state.id, version: view.state.version };
    this.dispatchEvent(new CustomEvent('aid-changed', { detail, bubbles: true, composed: true }));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#done')?.focus());
  };

  readonly #cancel = () => {
    const { chosen } = this;
    this.chosen = undefined;
    void this.updateComplete.then(() => {
      for (const button of this.renderRoot.querySelectorAll<HTMLElement>('[data-do]'))
        if (button.dataset.do === chosen?.do) button.focus();
    });
  };

  /** The service's day, which in a demonstration may be ahead of the device's. */
  protected override get day(): string {
    return this.today || this.view?.today || super.day;
  }

  readonly #text = (source: string) => this.text(source, this.bundle?.locales);

  #stepTitle(id: string): string {
    const step = allSteps(this.bundle?.definition.steps ?? []).find((each) => each.id === id);
    return this.#text(step?.title ?? id);
  }

  #header(view: CaseView, bundle: BundleView): TemplateResult {
    const { language, say, day } = this;
    return headerView(view, bundle, {
      language,
      say,
      text: this.#text,
      today: day,
      timeZone: bundle.timezone,
    });
  }

  #facts(view: CaseView, bundle: BundleView): TemplateResult {
    const setting = this.#setting(view);
    return html`<div class="facts" part="facts">
      ${award(setting)}
      <section><h3>${this.say('case.facts')}</h3>${this.#forms(view, bundle)}</section>
      ${papers(setting)}
    </div>`;
  }

  #setting(view: CaseView) {
    return { view, client: this.source, language: this.language, say: this.say, text: this.#text };
  }

  #forms(view: CaseView, bundle: BundleView): TemplateResult {
    const toggle = (form: string, open: boolean) => {
      const opened = new Set(this.opened);
      if (open) opened.add(form);
      else opened.delete(form);
      this.opened = opened;
    };
    return formsView(view, bundle, this.opened, toggle, {
      client: this.source,
      lang: this.language,
      mode: this.mode,
      theme: this.theme,
      say: this.say,
      text: this.#text,
    });
  }

  #acts(view: CaseView, bundle: BundleView): TemplateResult {
    const { say, chosen } = this;
    const setting = {
      offers: view.offers,
      chosen: chosen?.do,
      language: this.language,
      say,
      text: this.#text,
      stepTitle: (step: string) => this.#stepTitle(step),
      choose: this.#choose,
    };
    return html`<section class="acts" part="acts" aria-label=${say('case.acts')}>
      <h3>${say('case.acts')}</h3>
      ${this.done === '' ? nothing : html`<p class="news" role="status" tabindex="-1" id="done">✓ ${this.done}</p>`}
      ${this.moved ? html`<p class="news" role="status">${say('case.changed')}</p>` : nothing}
      ${mayList(setting)}
      ${
        chosen === undefined
          ? nothing
          : html`<aid-act lang=${this.language} mode=${this.mode} theme=${this.theme || nothing} .today=${this.day} .client=${this.source}
              .bundle=${bundle} .view=${view} .offer=${chosen} .drafts=${this.#drafts}
              @aid-acted=${this.#acted} @aid-reload=${() => void this.reload()} @aid-cancel=${this.#cancel}></aid-act>`
      }
      ${this.plain ? nothing : whyNot(setting)}
    </section>`;
  }

  #skeleton(): TemplateResult {
    return html`<p class="unseen" role="status">${this.say('common.loading')}</p>
      <div aria-hidden="true"><span class="bone tall"></span><span class="bone wide-line"></span><span class="bone wide-line"></span>
      <div class="desk"><span class="bone block"></span><span class="bone block"></span></div></div>`;
  }

  #clocks(clocks: readonly ClockView[], bundle: BundleView): TemplateResult | typeof nothing {
    if (clocks.length === 0) return nothing;
    const draw = (clock: ClockView) =>
      html`<aid-clock lang=${this.language} mode=${this.mode} theme=${this.theme || nothing} ?compact=${clock.stopped !== undefined} .today=${this.day} .clock=${clock} .bundle=${bundle}></aid-clock>`;
    // The most pressing first; what has stopped needs a word only.
    const running = clocks.filter((clock) => clock.stopped === undefined).sort((a, b) => a.left - b.left);
    const stopped = clocks.filter((clock) => clock.stopped !== undefined);
    return html`<section class="clocks" aria-label=${this.say('case.clocks')}>
      ${running.map(draw)}
      ${stopped.length === 0 ? nothing : html`<div class="stopped">${stopped.map(draw)}</div>`}
    </section>`;
  }

  #flow(view: CaseView, bundle: BundleView): TemplateResult {
    return html`<aid-flow lang=${this.language} mode=${this.mode} theme=${this.theme || nothing} .bundle=${bundle} .case=${view.state}></aid-flow>`;
  }

  #history(view: CaseView, bundle: BundleView): TemplateResult {
    return html`<aid-history lang=${this.language} mode=${this.mode} theme=${this.theme || nothing} .client=${this.source} .bundle=${bundle} .view=${view}></aid-history>`;
  }

  #body(view: CaseView, bundle: BundleView): TemplateResult {
    const { say } = this;
    if (this.plain) return this.#plainBody(view, bundle);
    return html`${this.#header(view, bundle)}
      ${this.#clocks(view.clocks, bundle)}
      <div class="desk">${this.#facts(view, bundle)}${this.#acts(view, bundle)}</div>
      <section class="wide"><h3>${say('case.flow')}</h3>${this.#flow(view, bundle)}</section>
      <section class="wide"><h3>${say('case.history')}</h3>${this.#history(view, bundle)}</section>`;
  }

  /** Time limits that are kept are the offices' affair: the applicant sees those that still run. */
  #plainBody(view: CaseView, bundle: BundleView): TemplateResult {
    const { say } = this;
    const setting = this.#setting(view);
    const running = view.clocks.filter(({ state }) => state !== 'stopped');
    const open = view.state.status === 'active' || view.offers.some(({ may }) => may);
    const fold = (title: string, content: TemplateResult) =>
      html`<details class="fold"><summary>${title}</summary>${content}</details>`;
    return html`${this.#header(view, bundle)}
      ${this.#clocks(running, bundle)}
      <div class="plain-desk">${award(setting)}${open ? this.#acts(view, bundle) : nothing}${papers(setting)}</div>
      ${fold(say('case.facts'), this.#forms(view, bundle))}
      ${fold(say('case.flow'), this.#flow(view, bundle))}
      ${fold(say('case.history'), this.#history(view, bundle))}`;
  }

  protected override render() {
    const { say, view, bundle, problem } = this;
    if (this.source === undefined) return unconnected(say);
    const ready = view !== undefined && bundle !== undefined;
    const offline = this.#online.offline || (problem?.status === 0 && ready);
    return html`<article aria-busy=${!ready && problem === undefined}>
      ${offline ? offlineMark(say) : nothing}
      ${problem !== undefined && !offline ? failed(say, problem, () => void this.reload()) : nothing}
      ${ready ? this.#body(view, bundle) : problem === undefined ? this.#skeleton() : nothing}
    </article>`;
  }
}
