import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { bringMany, many } from './bring-many.ts';
import { bringMore, type More, more } from './bring-more.ts';
import type { DraftKeeper } from './draft/draft-keeper.ts';
import { tell } from './events.ts';
import { focusInside } from './field/focus.ts';
import { watch } from './field/watch.ts';
import { Association } from './form/association.ts';
import { enterLeadsOn } from './form/enter.ts';
import { ErrorWay } from './form/error-way.ts';
import { faultView } from './form/fault-view.ts';
import { FieldEvents } from './form/field-events.ts';
import { Guard } from './form/guard.ts';
import { HostContext } from './form/host-context.ts';
import { Leaving } from './form/leaving.ts';
import { asFault, Loader } from './form/loader.ts';
import { initialProperties, properties } from './form/properties.ts';
import { Room } from './form/room.ts';
import { sectionsView } from './form/section-view.ts';
import { summaryView } from './form/summary.ts';
import { importTakeOver } from './import-take-over.ts';
import { FormModel } from './model/form-model.ts';
import { bringFeel, usesFeel } from './model/load-feel.ts';
import { sameJson } from './model/pointer.ts';
import type { FormFault } from './model/schema.ts';
import type { Steps } from './steps/steps.ts';
import { styles } from './styles/styles.ts';
import { messageOf } from './texts/messages.ts';
import { bringTexts } from './texts/texts.ts';
import type {
  Check,
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
const makings = ['layout', 'validators', 'readonly', 'compare'] as const;

/**
 * A form made of a JSON Schema and a layout.
 *
 * @fires aid-input - A value changed while it is typed.
 * @fires aid-change - A value was left, chosen, added or removed.
 * @fires aid-step - Another step is shown.
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
  /** Looks values up while the form is filled in, where the layout has a `check`. */
  declare check: Check | null;
  /** An earlier value: a form that is only read shows what has changed since. */
  declare compare: JsonObject | null;
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
  /** Ask before the page is left on which something was typed and not sent. */
  declare guard: boolean;
  declare schemaSrc: string;
  declare layoutSrc: string;
  declare programmeSrc: string;
  declare validatorsSrc: string;
  declare uploadUrl: string;
  /** Send files in parts, to a server that speaks tus. */
  declare uploadParts: boolean;
  declare divisionsUrl: string;
  /** Drafts are kept under this name; empty for none. */
  declare draftKey: string;
  declare draftDays: number;

  #leaving = new Leaving(this);
  #context = new HostContext(this, (field) => this.#leaving.left(field));
  #association = new Association(this);
  #draft: DraftKeeper | undefined;
  #guard = new Guard(this);
  readonly #events = new FieldEvents(() => this.#model);
  #model: FormModel | undefined;
  #loader = new Loader();
  #steps: Steps | undefined;
  #way = new ErrorWay(
    () => this.renderRoot,
    (node) => {
      this.#steps?.reveal(node);
      many()?.revealRow(node);
    },
  );
  #fault: FormFault | undefined;
  #given: JsonObject = {};
  /** A server drew the form before the script came. */
  #drawn: boolean;
  /** What was kept on the device is there, or there was nothing. */
  #resumed: Promise<void> | undefined;
  /** The given value has not reached the model yet. */
  #fresh = false;
  /** What was typed before the browser went away from the page and came back. */
  #restored: JsonObject | undefined;
  #quiet = false;
  /** The layout has steps or a review: nothing is drawn before they are there. */
  #awaitsSteps = false;

  constructor() {
    super();
    new Room(this);
    registerStandardWidgets();
    Object.assign(this, initialProperties);
    this.#drawn = this.shadowRoot !== null;
    if (this.#drawn) Object.assign(this, JSON.parse(this.querySelector('script')?.text ?? '{}'));
  }

  /** The data of what exists in the form. Setting it forgets what was typed. */
  get value(): JsonObject {
    this.#gather();
    return this.#fresh || this.#model === undefined ? this.#given : this.#model.output;
  }

  set value(value: JsonObject | null | undefined) {
    const next = value ?? {};
    // Frameworks set what they hold again with everything they draw: the same object asks for nothing.
    if (next === this.#given) return;
    const same = sameJson(next, this.value);
    this.#given = next;
    if (same) return;
    this.#fresh = true;
    this.requestUpdate();
  }

  /** What is typed and may be kept, the data of what does not exist at present included. */
  get draftValue(): JsonObject | undefined {
    return this.#model?.draft;
  }

  get output(): JsonObject {
    return this.value;
  }

  get form(): HTMLFormElement | null {
    return this.#association.internals.form;
  }

  get validity(): ValidityState {
    this.#association.judge();
    return this.#association.internals.validity;
  }

  get validationMessage(): string {
    this.#association.judge();
    return this.#association.internals.validationMessage;
  }

  /** Whether the data is right; shows nothing. */
  checkValidity(): boolean {
    this.#association.judge();
    this.#quiet = true;
    try {
      return this.#association.internals.checkValidity();
    } finally {
      this.#quiet = false;
    }
  }

  /** Whether the data is right; if not, shows what is wrong and puts the focus on the summary. */
  reportValidity(): boolean {
    this.#association.judge();
    return this.#association.internals.reportValidity();
  }

  /** Checks the data and, if it is right, tells `aid-submit` and submits the form around. Says whether it was right. */
  submit(): boolean {
    if (this.#model === undefined || !this.#attempt()) return false;
    this.#guard.dirty = false;
    const submits = tell(this, 'aid-submit', { value: this.value });
    this.#association.flush();
    if (submits) this.form?.requestSubmit();
    return true;
  }

  /** Back to the value that was given. */
  reset(): void {
    this.#way.close();
    this.#fresh = false;
    this.#model?.load(this.#given);
    this.#steps?.restart();
  }

  /** Removes the draft from this device. Call it when the data has arrived where it belongs. */
  async forgetDraft(): Promise<void> {
    const forgotten = (await this.#keeper())?.forget();
    this.requestUpdate();
    await forgotten;
  }

  /** Prints the page with the form as a sheet of paper: all steps, all answers, lines to sign on. */
  async print(): Promise<void> {
    const { printForm } = await bringMore();
    if (this.#model !== undefined) printForm(this, this.#model, this.#layout);
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
    if (typeof state !== 'string') return;
    const typed = JSON.parse(state) as JsonObject;
    if (this.#model === undefined) this.#restored = typed;
    else this.#model.load(typed);
  }

  complaint(): string {
    const model = this.#model;
    if (model === undefined || this.readonly) return '';
    if (model.waiting) return this.#context.t('stillUploading');
    const { missing } = model;
    if (missing !== undefined)
      return messageOf({ keyword: 'required', instancePath: missing.pointer, params: {} }, missing);
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
    // What changed while it was away from the page was not drawn.
    if (this.hasUpdated) this.requestUpdate();
  }

  /** The first drawing waits for the words of the language. */
  protected override scheduleUpdate(): Promise<unknown> | undefined {
    const coming = this.#drawn ? this.#takeOver() : bringTexts(this.lang);
    this.#drawn = false;
    if (coming !== undefined) return coming.then(() => super.scheduleUpdate());
    super.scheduleUpdate();
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (addresses.some((name) => changed.has(name))) this.#loader.load(this, () => this.#make(true));
    const other = changed.has('schema') && !sameJson(changed.get('schema') as Json, this.schema as Json);
    if (this.#model === undefined || other) this.#make(true);
    else if (makings.some((name) => changed.has(name))) this.#make(false);
    else if (this.#fresh) this.#model.load(this.#given);
    this.#fresh = false;
    if (changed.has('problems') && this.#model !== undefined) this.#way.take(this.#model, this.problems);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problems') && this.problems.length > 0) this.#way.focus();
    this.#association.flush();
  }

  /** Makes the model anew: for another schema from the value that was given, else with what was typed. */
  #make(other: boolean): void {
    const { loaded, fault } = this.#loader;
    const schema = this.schema ?? loaded.schema ?? null;
    this.#context.locales = loaded.locales ?? {};
    this.#fault = fault;
    this.requestUpdate();
    if (schema === null) return;
    const layout = this.#layout;
    const before = this.#model;
    try {
      const model = new FormModel({
        schema,
        layout,
        value: this.#restored ?? (other || this.#fresh || before === undefined ? this.#given : before.value),
        validate: this.validators ?? loaded.validators ?? null,
        context: this.#context,
        fill: !this.readonly,
      });
      this.#model = model;
      this.#restored = undefined;
      model.data.watch(() => this.#changed(model));
      model.committed.watch(() => {
        this.#association.flush();
        tell(this, 'aid-change', this.#detail(model));
      });
      if (usesFeel(layout)) bringFeel(model);
      this.#bringSteps(model, layout);
      this.#bringExtras(model, layout);
      this.#lookAtPatterns(model);
      if (before === undefined) this.#resumed = this.#resume(model);
    } catch (error) {
      this.#model = undefined;
      this.#fault = asFault(error);
    }
  }

  /** Goes on with what a server drew, or afresh where that cannot be. */
  #takeOver(): Promise<void> {
    const afresh = () => {
      this.renderRoot.replaceChildren();
      this.#model = undefined;
      this.#make(true);
    };
    return importTakeOver().then(
      (it) => it.takeOver(this, afresh, () => this.#resumed),
      () => this.shadowRoot?.replaceChildren(),
    );
  }

  /** A form in steps is drawn when what it takes is there. */
  #bringSteps(model: FormModel, layout: Layout | null): void {
    this.#steps = undefined;
    this.#awaitsSteps = !this.readonly && (layout?.steps !== undefined || layout?.review !== undefined);
    if (!this.#awaitsSteps || layout === null) return;
    const take = (all: More) => {
      if (model === this.#model) this.#steps = new all.Steps(this, model, layout, this.#way);
      this.requestUpdate();
    };
    const there = more();
    if (there !== undefined) take(there);
    else {
      bringMore().then(take, () => {
        // Better the whole form at once than none.
        this.#awaitsSteps = false;
        this.requestUpdate();
      });
    }
  }

  /** What few forms have comes after the form is seen; without it the server still checks. */
  #bringExtras(model: FormModel, layout: Layout | null): void {
    const asks = /"(must|check|print|steps|review|ordered|fills)":/.test(JSON.stringify(layout));
    if (!asks && this.compare === null && this.draftKey === '') return;
    bringMore().then(
      ({ addExtras }) => {
        if (model === this.#model) addExtras(this, model, layout);
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  /** Patterns that repeat more than one thing count once they have been looked at; one that may never end is a fault. */
  #lookAtPatterns({ reader: { root } }: FormModel): void {
    if (!/"pattern":"[^"]*[*+}|][^"]*[*+}]/.test(JSON.stringify(root))) return;
    bringMany().then(
      ({ trustPatterns }) => {
        this.#fault = trustPatterns(root);
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  /** Who keeps drafts, loaded where they are to be kept. A form that cannot load that works without. */
  async #keeper(): Promise<DraftKeeper | undefined> {
    if (this.draftKey === '') return undefined;
    const all = await bringMore().catch(() => undefined);
    this.#draft ??= all && new all.DraftKeeper(this);
    return this.#draft;
  }

  async #resume(model: FormModel): Promise<void> {
    const draft = this.readonly ? undefined : await (await this.#keeper())?.resume(model, this.#given);
    if (draft === undefined || model !== this.#model || model.lastChanged !== undefined) return;
    model.load(draft);
    this.#steps?.resume();
    this.requestUpdate();
  }

  get #layout(): Layout | null {
    return this.layout ?? this.#loader.loaded.layout ?? null;
  }

  #detail(model: FormModel): { pointer: string; value: JsonObject } {
    return { pointer: model.lastChanged?.pointer ?? '', value: model.output };
  }

  #changed(model: FormModel): void {
    this.#association.changed();
    if (model.lastChanged === undefined) {
      this.#guard.dirty = false;
      return;
    }
    void this.#keeper().then((keeper) => keeper?.changed(model));
    this.#guard.dirty = true;
    tell(this, 'aid-input', this.#detail(model));
  }

  /** What stands in a control counts, whether or not the page let anyone hear of it. */
  #gather(): void {
    if (!this.#fresh && this.shadowRoot !== null) this.#events.gather(this.shadowRoot);
  }

  /** Shows whatever is wrong. Says whether nothing is. */
  #attempt(): boolean {
    const model = this.#model;
    if (model === undefined) return false;
    this.#gather();
    this.#leaving.flush();
    const right = this.#way.attempt(model);
    const problems = this.#way.lines(model).map(({ pointer, message }) => ({ pointer, message }));
    if (!right) tell(this, 'aid-invalid', { problems });
    return right;
  }

  readonly #onInvalid = (event: Event): void => {
    if (event.target !== this) return;
    // The browser's own bubble would say the first thing only, and not at its place.
    event.preventDefault();
    if (!this.#quiet) this.#attempt();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    enterLeadsOn(event);
    if (this.#model !== undefined) more()?.undoByKey(event, this.#model);
  };

  /** Sections to fill in or to read; beside an earlier value, what has changed. */
  #body(model: FormModel): unknown {
    const { compare } = this;
    const all = this.readonly && compare !== null ? more() : undefined;
    if (all === undefined || compare === null) return sectionsView(model);
    return watch(model.data, () => all.compareView(this, model, this.#layout, compare));
  }

  protected override render(): unknown {
    const context = this.#context;
    if (this.#fault !== undefined) return faultView(this.#fault, context);
    const model = this.#model;
    const steps = this.#steps;
    const draft = this.#draft;
    if (model === undefined || (this.#awaitsSteps && steps === undefined)) {
      return html`<div class="loading" aria-busy="true"></div>`;
    }
    const summary = watch(model.summary, () => summaryView(model, this.#way.lines(model), this.#way.go));
    const submit = this.readonly || this.noSubmit ? nothing : this.#submitView();
    return html`<div class="form" part="form" lang=${context.lang} @keydown=${this.#onKey}
      @input=${this.#events} @compositionend=${this.#events} @change=${this.#events}
      @focusout=${this.#events}>
      ${draft && more()?.draftNotes(draft, context, this)}
      ${
        steps === undefined
          ? html`${summary}${this.#body(model)}${submit === nothing ? nothing : html`<div class="actions">${submit}</div>`}`
          : watch(steps, () => steps.view(summary, submit))
      }
      ${draft && more()?.draftFoot(draft, context, this)}
    </div>`;
  }

  #submitView(): unknown {
    const words = this.#layout?.submit;
    return html`<button
        type="button"
        class="button primary submit"
        part="button submit"
        ?disabled=${this.#context.disabled}
        aria-disabled=${this.busy ? 'true' : nothing}
        @click=${() => this.busy || this.submit()}
      >
        ${words === undefined ? this.#context.t('submit') : this.#context.translate(words)}
      </button>`;
  }
}
