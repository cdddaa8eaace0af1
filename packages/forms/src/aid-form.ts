import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { DraftKeeper } from './draft/draft-keeper.ts';
import { tell } from './events.ts';
import { focusInside } from './field/focus.ts';
import { watch } from './field/watch.ts';
import { Association } from './form/association.ts';
import { draftNote } from './form/draft-note.ts';
import { enterLeadsOn } from './form/enter.ts';
import { faultView } from './form/fault-view.ts';
import { HostContext } from './form/host-context.ts';
import { Leaving } from './form/leaving.ts';
import { asFault, type Loaded, loadAll } from './form/loader.ts';
import { initialProperties, properties } from './form/properties.ts';
import { sectionsView } from './form/section-view.ts';
import { type SummaryLine, summaryLines, summaryView } from './form/summary.ts';
import { forgetTold, tellProblems } from './form/told.ts';
import { FormModel } from './model/form-model.ts';
import type { FormNode } from './model/form-node.ts';
import { ListNode } from './model/list-node.ts';
import { feelAtHand, loadFeel, usesFeel } from './model/load-feel.ts';
import { sameJson } from './model/pointer.ts';
import type { FormFault } from './model/schema.ts';
import { styles } from './styles/styles.ts';
import { messageOf } from './texts/messages.ts';
import type {
  Divisions,
  FieldProblem,
  Json,
  JsonObject,
  JsonSchema,
  Layout,
  Locales,
  Upload,
  Validate,
} from './types.ts';
import { registerStandardWidgets } from './widgets/standard.ts';

const addresses = ['schemaSrc', 'layoutSrc', 'programmeSrc', 'validatorsSrc', 'formId'] as const;
const makings = ['schema', 'layout', 'validators', 'readonly'] as const;

/**
 * A form made of a JSON Schema and a layout.
 *
 * @fires aid-input - A value changed while it is typed.
 * @fires aid-change - A value was left, chosen, added or removed.
 * @fires aid-submit - The valid data; cancelable.
 * @fires aid-invalid - What is wrong, after an attempt to submit.
 */
export class AidForm extends LitElement {
  static readonly formAssociated = true;
  static override styles = styles;
  static override properties = properties;

  /** JSON Schema 2020-12 of an object. */
  declare schema: JsonSchema | null;
  declare layout: Layout | null;
  /** A compiled validator of the schema; without one the form checks by itself. */
  declare validators: Validate | null;
  /** Translations of the schema's and layout's texts. */
  declare locales: Locales;
  /** What a server found wrong; shown at its fields until they are changed. */
  declare problems: readonly FieldProblem[];
  declare upload: Upload | null;
  declare divisions: Divisions | null;
  /** Names that FEEL expressions of the layout may use besides the data. */
  declare scope: JsonObject;
  /** Name of the value in the form around. */
  declare name: string;
  /** `zh` (also where nothing is said) or `en`. */
  declare lang: string;
  declare mode: 'normal' | 'elder';
  /** Without one the colours follow the `color-scheme` of the page. */
  declare theme: 'light' | 'dark' | 'auto' | null;
  /** What the form around gets: one JSON text, or an entry for each value. */
  declare entries: 'json' | 'flat';
  /** Which form of a bundle, and which export of the validators. */
  declare formId: string;
  declare readonly: boolean;
  /** The data is being sent: the button waits. */
  declare busy: boolean;
  declare noSubmit: boolean;
  declare schemaSrc: string;
  declare layoutSrc: string;
  declare programmeSrc: string;
  declare validatorsSrc: string;
  declare uploadUrl: string;
  declare divisionsUrl: string;
  /** Drafts are kept under this name; empty for none. */
  declare draftKey: string;
  declare draftDays: number;

  #leaving = new Leaving(this);
  #context = new HostContext(this, (field) => this.#leaving.left(field));
  #association = new Association(this);
  #draft = new DraftKeeper(this);
  #model: FormModel | undefined;
  #loaded: Loaded = {};
  #fault: FormFault | undefined;
  #given: JsonObject | undefined;
  #strays: readonly string[] = [];
  /** An attempt to submit has failed: the summary shows. */
  #summing = false;
  #quiet = false;
  #loads = 0;

  constructor() {
    super();
    registerStandardWidgets();
    Object.assign(this, initialProperties);
  }

  /** The data of what exists in the form. Setting it forgets what was typed. */
  get value(): JsonObject {
    return this.#model?.output ?? this.#given ?? {};
  }

  set value(value: JsonObject | null | undefined) {
    const next = value ?? {};
    if (this.#model !== undefined && sameJson(next, this.#model.output)) return;
    this.#given = next;
    this.#model?.load(next);
    this.requestUpdate();
  }

  /** Whether the person has changed anything that was not there at first is kept by the draft. */
  get draftValue(): JsonObject | undefined {
    return this.#model?.value;
  }

  get output(): JsonObject {
    return this.value;
  }

  get form(): HTMLFormElement | null {
    return this.#association.internals.form;
  }

  get validity(): ValidityState {
    this.#association.flush();
    return this.#association.internals.validity;
  }

  get validationMessage(): string {
    this.#association.flush();
    return this.#association.internals.validationMessage;
  }

  /** Whether the data is right; shows nothing. */
  checkValidity(): boolean {
    this.#association.flush();
    this.#quiet = true;
    try {
      return this.#association.internals.checkValidity();
    } finally {
      this.#quiet = false;
    }
  }

  /** Whether the data is right; if not, shows what is wrong and puts the focus on the summary. */
  reportValidity(): boolean {
    this.#association.flush();
    return this.#association.internals.reportValidity();
  }

  /** Checks the data and, if it is right, tells `aid-submit` and submits the form around. Says whether it was right. */
  submit(): boolean {
    if (this.#model === undefined || !this.#attempt()) return false;
    const submits = tell(this, 'aid-submit', { value: this.value });
    if (submits) this.form?.requestSubmit();
    return true;
  }

  /** Back to the value that was given. */
  reset(): void {
    this.#summing = false;
    this.#strays = [];
    this.#model?.reset();
  }

  /** Removes the draft from this device. Call it when the data has arrived where it belongs. */
  forgetDraft(): Promise<void> {
    const forgotten = this.#draft.forget();
    this.requestUpdate();
    return forgotten;
  }

  override focus(): void {
    focusInside(this.renderRoot.querySelector('.section'));
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#association.owner(form);
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#context.disabled = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: string | File | FormData): void {
    if (typeof state === 'string') this.value = JSON.parse(state) as JsonObject;
  }

  complaint(): string {
    const model = this.#model;
    if (model === undefined || this.readonly) return '';
    if (model.busy.size > 0) return this.#context.t('stillUploading');
    const [first] = model.findErrors();
    if (first === undefined) return '';
    return messageOf(first[1], model.find(model.root, first[0]) ?? model.root);
  }

  complaintPlace(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('.form') ?? undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#onInvalid);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (addresses.some((name) => changed.has(name))) this.#load();
    if (this.#model === undefined || makings.some((name) => changed.has(name))) this.#make();
    if (changed.has('problems') && this.#model !== undefined) {
      this.#strays = tellProblems(this.#model, this.problems);
      this.#summing = this.#summing || this.problems.length > 0;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problems') && this.problems.length > 0) this.#focusSummary();
    this.#association.flush();
  }

  #load(): void {
    this.#loads += 1;
    const load = this.#loads;
    if (addresses.every((name) => name === 'formId' || this[name] === '')) return;
    const arrived = (loaded: Loaded, fault?: FormFault) => {
      if (load !== this.#loads) return;
      this.#loaded = loaded;
      this.#context.locales = loaded.locales ?? {};
      this.#make();
      if (fault !== undefined) this.#fault = fault;
      this.requestUpdate();
    };
    loadAll(this).then(arrived, (error) => arrived({}, asFault(error)));
  }

  /** Makes the model anew; what was typed goes over into it. */
  #make(): void {
    const schema = this.schema ?? this.#loaded.schema ?? null;
    this.#fault = undefined;
    if (schema === null) return;
    const layout = this.layout ?? this.#loaded.layout ?? null;
    const before = this.#model;
    try {
      const model = new FormModel({
        schema,
        layout,
        value: before?.value ?? this.#given ?? {},
        validate: this.validators ?? this.#loaded.validators ?? null,
        context: this.#context,
        fill: !this.readonly,
      });
      this.#model = model;
      model.data.watch(() => this.#changed(model));
      model.committed.watch(() => tell(this, 'aid-change', this.#detail(model)));
      if (usesFeel(layout)) this.#follow(model);
      if (before === undefined) void this.#resume(model);
    } catch (error) {
      this.#model = undefined;
      this.#fault = asFault(error);
    }
  }

  #follow(model: FormModel): void {
    const evaluate = feelAtHand();
    if (evaluate !== undefined) model.follow(evaluate);
    else loadFeel().then(
      (loaded) => model.follow(loaded),
      () => model.showEverything(),
    );
  }

  async #resume(model: FormModel): Promise<void> {
    const draft = this.readonly ? undefined : await this.#draft.resume();
    if (draft === undefined || model !== this.#model || model.lastChanged !== undefined) return;
    model.load(draft);
    this.requestUpdate();
  }

  #detail(model: FormModel): { pointer: string; value: JsonObject } {
    return { pointer: model.lastChanged?.pointer ?? '', value: model.output };
  }

  #changed(model: FormModel): void {
    this.#association.changed();
    if (model.lastChanged === undefined) return;
    this.#draft.changed();
    tell(this, 'aid-input', this.#detail(model));
  }

  /** Shows whatever is wrong. Says whether nothing is. */
  #attempt(): boolean {
    const model = this.#model;
    if (model === undefined) return false;
    this.#leaving.flush();
    forgetTold(model);
    const valid = model.showAll();
    this.#strays = model.busy.size > 0 ? [this.#context.t('stillUploading')] : [];
    this.#summing = !valid || this.#strays.length > 0;
    model.summary.changed();
    if (!this.#summing) return true;
    const problems = this.#lines.map(({ pointer, message }) => ({ pointer, message }));
    this.#focusSummary();
    tell(this, 'aid-invalid', { problems });
    return false;
  }

  get #lines(): SummaryLine[] {
    return this.#model === undefined || !this.#summing ? [] : summaryLines(this.#model, this.#strays);
  }

  #focusSummary(): void {
    const summary = this.renderRoot.querySelector<HTMLElement>('.summary');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView?.({ block: 'start' });
  }

  readonly #onInvalid = (event: Event): void => {
    if (event.target !== this) return;
    // The browser's own bubble would say the first thing only, and not at its place.
    event.preventDefault();
    if (!this.#quiet) this.#attempt();
  };

  readonly #go = (node: FormNode): void => {
    const place = this.renderRoot.querySelector(`#${node.id}`);
    const target = node instanceof ListNode ? (place?.querySelector(':scope > .add')?.parentElement ?? place) : place;
    if (node instanceof ListNode) place?.querySelector<HTMLElement>(':scope > .add')?.focus();
    else focusInside(target);
    place?.scrollIntoView({ block: 'center' });
  };

  readonly #startOver = (): void => {
    void this.forgetDraft();
    this.reset();
  };

  protected override render(): unknown {
    const context = this.#context;
    if (this.#fault !== undefined) return faultView(this.#fault, context);
    const model = this.#model;
    if (model === undefined) return html`<div class="loading" aria-busy="true"></div>`;
    return html`<div class="form" part="form" lang=${context.lang} @keydown=${enterLeadsOn}>
      ${draftNote(this.#draft.resumed, context, this.#startOver)}
      ${watch(model.summary, () => summaryView(model, this.#lines, this.#go))}
      ${sectionsView(model)}
      ${this.readonly || this.noSubmit ? nothing : this.#submitView()}
    </div>`;
  }

  #submitView(): unknown {
    const words = (this.layout ?? this.#loaded.layout)?.submit;
    return html`<div class="actions">
      <button
        type="button"
        class="button primary submit"
        part="button submit"
        ?disabled=${this.#context.disabled}
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${() => this.busy || this.submit()}
      >
        ${words === undefined ? this.#context.t('submit') : this.#context.translate(words)}
      </button>
    </div>`;
  }
}
