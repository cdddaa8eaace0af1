import type { AidForm } from '../form-element.ts';
import type { Divisions, FieldLayout, Json, JsonSchema, Upload } from '../types.ts';

/** A field goes without the frame of a form, and its message needs no summary beside it. */
const looks = new CSSStyleSheet();
looks.replaceSync(
  ':host{display:block}:host([hidden]){display:none}aid-form::part(form){border:0;padding:0;background:none}aid-form::part(summary){display:none}',
);

/** Attributes that are handed on as they are. */
const handed = ['lang', 'mode', 'theme', 'upload-url', 'divisions-url'] as const;
/** Attributes of which the question is made. */
const asked = ['label', 'help', 'format', 'widget', 'autocomplete', 'required', 'readonly'] as const;

/**
 * One widget alone, as a form control of any page: a label, a control, help and message. `<aid-form>` draws it and has
 * to be on the page, too.
 *
 * @attr name - name of its entry in the form around it
 * @attr value - the first value, as text
 * @attr label - the question
 * @attr help - words below the question
 * @attr format - of the text: `resident-id`, `bank-card`, `mobile-cn`, `date`, ...
 * @attr widget - the widget by name, where the format does not say it
 * @attr autocomplete - as in HTML
 * @attr required
 * @attr readonly
 * @attr disabled
 * @attr lang - `zh` or `en`
 * @attr mode - `normal` or `elder`
 * @attr theme - `light`, `dark` or `auto`
 * @attr upload-url - where files are POSTed
 * @attr divisions-url - where divisions are asked for with `?parent=`
 * @fires aid-input - The value changed while it is typed.
 * @fires aid-change - The value was left or chosen.
 */
export class AidField extends HTMLElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = [...handed, ...asked];

  readonly #internals = this.attachInternals();
  readonly #form = document.createElement('aid-form') as AidForm;
  #schema: JsonSchema | undefined;
  #given: Json | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [looks];
    this.#form.noSubmit = true;
    root.append(this.#form);
    for (const name of ['aid-input', 'aid-change'] as const) {
      this.#form.addEventListener(name, (event) => {
        event.stopPropagation();
        this.#tell();
        this.dispatchEvent(
          new CustomEvent(name, { detail: { value: this.value }, bubbles: true, composed: true }),
        );
      });
    }
    this.addEventListener('invalid', (event) => {
      event.preventDefault();
      this.#form.reportValidity();
      this.#form.focus();
    });
  }

  /** JSON Schema of the value; without one `label`, `help` and `format` make it. */
  get schema(): JsonSchema {
    const text = (name: string) => this.getAttribute(name) ?? undefined;
    return { type: 'string', title: text('label'), format: text('format'), ...this.#schema } as JsonSchema;
  }

  set schema(schema: JsonSchema | null) {
    this.#schema = schema ?? undefined;
    this.#draw();
  }

  get value(): Json | undefined {
    return this.#form.value.value;
  }

  set value(value: Json | undefined) {
    this.#given = value;
    this.#form.value = value === undefined ? {} : { value };
    this.#tell();
  }

  get divisions(): Divisions | null {
    return this.#form.divisions;
  }

  set divisions(divisions: Divisions | null) {
    this.#form.divisions = divisions;
  }

  get upload(): Upload | null {
    return this.#form.upload;
  }

  set upload(upload: Upload | null) {
    this.#form.upload = upload;
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Settles when what was set last is drawn. */
  get updateComplete(): Promise<boolean> {
    return this.#form.updateComplete;
  }

  override focus(): void {
    this.#form.focus();
  }

  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  connectedCallback(): void {
    const text = this.getAttribute('value');
    if (this.#given === undefined && text !== null) this.value = text;
    this.#draw();
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if ((handed as readonly string[]).includes(name)) {
      if (value === null) this.#form.removeAttribute(name);
      else this.#form.setAttribute(name, value);
    } else if (this.isConnected) this.#draw();
  }

  formResetCallback(): void {
    this.#form.reset();
    this.#tell();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#form.toggleAttribute('disabled', disabled);
  }

  formStateRestoreCallback(state: string): void {
    this.value = JSON.parse(state) as Json;
  }

  /** Asks the question anew. */
  #draw(): void {
    const text = (name: string) => this.getAttribute(name) ?? undefined;
    const [help, widget, autocomplete] = ['help', 'widget', 'autocomplete'].map(text);
    const field: FieldLayout = {
      field: '/value',
      ...(help !== undefined && { help }),
      ...(widget !== undefined && { widget }),
      ...(autocomplete !== undefined && { autocomplete }),
    };
    this.#form.layout = { sections: [{ id: 'field', title: '', fields: [field] }] };
    this.#form.schema = {
      type: 'object',
      ...(this.hasAttribute('required') && { required: ['value'] }),
      properties: { value: { ...this.schema, ...(this.hasAttribute('readonly') && { readOnly: true }) } },
    };
    void this.#form.updateComplete.then(() => this.#tell());
  }

  /** Tells the browser value and validity: text as it is, all else as JSON. */
  #tell(): void {
    const { value } = this;
    const text = value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
    this.#internals.setFormValue(text ?? null, value === undefined ? null : JSON.stringify(value));
    const { validationMessage } = this.#form;
    if (validationMessage === '') this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, validationMessage, this.#form);
  }
}
