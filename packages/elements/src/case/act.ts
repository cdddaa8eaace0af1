import { localize, type Problem } from '@aidflow/definition';
import type { JsonObject, Offer } from '@aidflow/engine';
import type { FieldProblem, Validate } from '@aidflow/forms';
import { tokens } from '@aidflow/forms/tokens';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AidElement } from '../element/base.ts';
import type { BundleView, CaseView } from '../element/client.ts';
import { isMasked } from '../element/masked.ts';
import { isConflict, type ProblemReport, problemOf } from '../element/problem.ts';
import { editForm } from '../form/form-view.ts';
import { base } from '../style/base.ts';
import { formDensity } from '../style/form-density.ts';
import { actStyles } from './act-styles.ts';
import { authorityText } from './authority.ts';
import { consequences } from './consequence.ts';
import { type Draft, Drafts, keyOf } from './draft.ts';
import { offerTitle } from './offer-title.ts';
import { needFields, type OperationField, operationFields } from './operation-fields.ts';
import { placeName } from './place.ts';

/**
 * One offer being carried out: its form, reasons, what follows, and what the server says to it. Used by `<aid-case>`.
 *
 * @fires aid-acted - it was done; detail `{ view }`
 * @fires aid-reload - the actor wants the newest state
 * @fires aid-cancel - the actor leaves it
 */
export class AidAct extends AidElement {
  static override properties = {
    bundle: { attribute: false },
    view: { attribute: false },
    offer: { attribute: false },
    drafts: { attribute: false },
    busy: { state: true },
    problem: { state: true },
    fieldProblems: { state: true },
    complaint: { state: true },
    fresh: { state: true },
    validators: { state: true },
  };
  static override styles = [tokens, base, formDensity, actStyles];

  declare bundle: BundleView | undefined;
  declare view: CaseView | undefined;
  declare offer: Offer | undefined;
  declare drafts: Drafts;
  declare busy: boolean;
  declare problem: ProblemReport | undefined;
  declare fieldProblems: readonly FieldProblem[];
  /** Which of the element's own fields is missing. */
  declare complaint: string | undefined;
  declare fresh: boolean;
  declare validators: Record<string, Validate> | undefined;

  constructor() {
    super();
    this.bundle = undefined;
    this.view = undefined;
    this.offer = undefined;
    this.drafts = new Drafts();
    this.busy = false;
    this.fieldProblems = [];
    this.fresh = false;
  }

  get #name(): string {
    return this.offer?.form ?? this.offer?.do ?? '';
  }

  get #draft(): Draft {
    return this.drafts.of(this.#name);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const before = changed.get('offer');
    if (changed.has('offer') && before?.do !== this.offer?.do) {
      this.problem = undefined;
      this.fieldProblems = [];
      this.complaint = undefined;
      this.fresh = false;
    }
    const old = changed.get('view');
    // A newer state arrived while a conflict was shown: the typed data stays, and the reader is told so.
    if (old !== undefined && old.state.version !== this.view?.state.version && this.#conflict) {
      this.problem = undefined;
      this.fresh = true;
    }
    if (changed.has('bundle') && this.bundle !== undefined) void this.#fetchValidators(this.bundle.hash);
  }

  async #fetchValidators(hash: string) {
    try {
      this.validators = (await this.source?.validators(hash)) as Record<string, Validate>;
    } catch {
      // Without them the form checks by the schema itself, and the server checks in any case.
      this.validators = undefined;
    }
  }

  get #conflict(): boolean {
    return this.problem !== undefined && isConflict(this.problem);
  }

  /** Submits: through the form if there is one, which speaks up for what is wrong in it. */
  readonly submit = (): void => {
    const { offer } = this;
    if (offer === undefined || this.busy) return;
    const draft = this.#draft;
    const missing = this.#fields.find(({ name }) => (draft.fields[name] ?? '').trim() === '');
    if (missing !== undefined) {
      this.#complain(missing.name);
      return;
    }
    const form = this.renderRoot.querySelector('aid-form');
    if (form === null) {
      if (!this.#reasonsGiven()) return;
      const data = this.#fields.map(({ name, numeric }) => {
        const given = (draft.fields[name] ?? '').trim();
        return [name, numeric ? Number(given) : given];
      });
      void this.#send(data.length === 0 ? undefined : Object.fromEntries(data));
    } else form.submit();
  };

  /** What the offer has to be told where it has no form. */
  get #fields(): OperationField[] {
    const { offer, bundle, view } = this;
    if (offer === undefined || bundle === undefined || view === undefined) return [];
    const text = (source: string) => this.text(source, bundle.locales);
    if (offer.step !== undefined) {
      const { needs = [] } = view.offers.find((one) => one.do === offer.do) ?? {};
      return needFields(needs, this.say, text);
    }
    return operationFields(offer.do, view, bundle.definition.steps, this.say, text);
  }

  #reasonsGiven(): boolean {
    if (this.offer?.reasons !== 'required' || this.#draft.reasons.trim() !== '') return true;
    this.#complain('reasons');
    return false;
  }

  #complain(field: string) {
    this.complaint = field;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus());
  }

  async #send(data: JsonObject | undefined) {
    const { offer, view, source } = this;
    const draft = this.#draft;
    if (offer === undefined || view === undefined || source === undefined) return;
    const reasons = draft.reasons.trim();
    const command = { do: offer.do, ...(data ? { data } : {}), ...(reasons === '' ? {} : { reasons }) };
    const { id, version } = view.state;
    this.busy = true;
    this.problem = undefined;
    this.fieldProblems = [];
    try {
      const next = await source.command(id, command, {
        version,
        key: keyOf(draft, JSON.stringify([command, version])),
      });
      this.drafts.forget(this.#name);
      this.dispatchEvent(new CustomEvent('aid-acted', { detail: { view: next, offer } }));
    } catch (error) {
      this.#refused(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  #refused(problem: ProblemReport) {
    const all: Problem[] = problem.problems ?? [problem];
    this.fresh = false;
    if (problem.code === 'form/invalid' || all.some((each) => each.pointer !== undefined)) {
      const texts = this.bundle?.locales?.[this.language];
      this.fieldProblems = all.map((each) => ({ ...localize(each, this.language, texts) }));
      // A form shows them at their fields; without one they are said here.
      if (this.renderRoot.querySelector('aid-form') !== null) return;
    }
    this.problem = problem;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.alert')?.focus());
  }

  /** What was typed before, else what the form held last, unless parts of it are masked and must not be sent back. */
  #startValue(form: string, view: CaseView): JsonObject {
    if (Object.keys(this.#draft.value).length > 0) return this.#draft.value;
    const last = view.state.data[form] ?? {};
    return view.masked || isMasked(JSON.stringify(last)) ? {} : last;
  }

  #follows(offer: Offer, bundle: BundleView, view: CaseView): TemplateResult | typeof nothing {
    const text = (source: string) => this.text(source, bundle.locales);
    const sentences = consequences(offer, {
      bundle,
      state: view.state,
      language: this.language,
      say: this.say,
      text,
    });
    const { authority } = offer;
    const special = authority?.basis === 'delegation' || authority?.basis === 'stand-in';
    if (special) sentences.push(authorityText(authority, this.say, (code) => placeName(view, code)));
    if (sentences.length === 0) return nothing;
    return html`<div class="follows" id="follows"><strong>${this.say('case.follows')}</strong>
      <ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>`;
  }

  #field({ name, label, help, area, options }: OperationField, missing: string): TemplateResult {
    const draft = this.#draft;
    const wrong = this.complaint === name;
    const described = wrong ? `${name}-help ${name}-error` : `${name}-help`;
    const value = name === 'reasons' ? draft.reasons : (draft.fields[name] ?? '');
    const input = (event: Event) => {
      const typed = (event.target as HTMLInputElement).value;
      if (name === 'reasons') draft.reasons = typed;
      else draft.fields[name] = typed;
      if (wrong && typed.trim() !== '') this.complaint = undefined;
    };
    const control = () => {
      if (options !== undefined) {
        return html`<select id=${name} @change=${input} aria-invalid=${wrong} aria-describedby=${described}>
          <option value="" ?selected=${value === ''}></option>
          ${options.map(([one, words]) => html`<option value=${one} ?selected=${value === one}>${words}</option>`)}
        </select>`;
      }
      return area
        ? html`<textarea id=${name} .value=${value} @input=${input} aria-invalid=${wrong} aria-describedby=${described}></textarea>`
        : html`<input id=${name} .value=${value} @input=${input} aria-invalid=${wrong} aria-describedby=${described}>`;
    };
    return html`<div class="field"><label for=${name}>${label}</label><p class="muted small" id="${name}-help">${help}</p>
      ${wrong ? html`<p class="error" id="${name}-error">${missing}</p>` : nothing}
      ${control()}</div>`;
  }

  #alert(title: string): TemplateResult | typeof nothing {
    const { say, problem, offer } = this;
    if (problem !== undefined && this.#conflict)
      return html`<div class="alert conflict" role="alert" tabindex="-1"><strong>${say('case.conflict')}</strong><p>${say('case.conflictHint')}</p>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('aid-reload'))}>${say('case.reload')}</button></div>`;
    if (problem !== undefined) {
      const { detail, hint } = localize(problem, this.language);
      return html`<div class="alert" role="alert" tabindex="-1"><strong>${say('case.refused')}</strong><p>${detail}</p>
        ${hint === undefined ? nothing : html`<p>${hint}</p>`}<p class="small muted"><code>${problem.code}</code></p></div>`;
    }
    if (offer !== undefined && !offer.may) {
      const why = offer.problem === undefined ? '' : localize(offer.problem, this.language).detail;
      return html`<div class="alert conflict" role="alert">${say('case.gone', { title, why })}</div>`;
    }
    return this.fresh ? html`<div class="alert fresh" role="status">${say('case.reloaded')}</div>` : nothing;
  }

  protected override render() {
    const { offer, bundle, view, say } = this;
    if (offer === undefined || bundle === undefined || view === undefined) return nothing;
    const title = offerTitle(offer, say, (source) => this.text(source, bundle.locales));
    const reasonsLabel =
      offer.reasons === 'optional' ? `${say('case.reasons')}${say('case.optional')}` : say('case.reasons');
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${title}</h3>
      ${this.#follows(offer, bundle, view)}
      ${
        offer.form === undefined
          ? nothing
          : editForm({
              bundle,
              form: offer.form,
              client: this.source,
              lang: this.language,
              mode: this.mode,
              theme: this.theme,
              validate: this.validators?.[offer.form] ?? null,
              value: this.#startValue(offer.form, view),
              problems: this.fieldProblems,
              busy: this.busy,
              scope: {
                ...view.state.data,
                checks: view.state.checks,
                answers: view.state.answers,
                today: this.day,
              },
              onInput: (value) => {
                this.#draft.value = value;
              },
              onSubmit: (value) => {
                this.#draft.value = value;
                if (this.#reasonsGiven()) void this.#send(value);
              },
            })
      }
      ${this.#fields.map((field) => this.#field(field, say('case.missing')))}
      ${
        offer.reasons === undefined
          ? nothing
          : this.#field(
              { name: 'reasons', label: reasonsLabel, help: say('case.reasonsHelp'), area: true },
              say('case.reasonsMissing'),
            )
      }
      ${this.#alert(title)}
      <div class="row">
        <button type="button" class="primary" aria-disabled=${this.busy || !offer.may ? 'true' : nothing} @click=${() => offer.may && this.submit()}>
          ${this.busy ? say('case.submitting') : say('case.submit', { title })}
        </button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('aid-cancel'))}>${say('case.cancel')}</button>
      </div>
    </section>`;
  }

  /** Puts the focus on the heading, so that a reader hears what has opened. */
  async focusTitle() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
