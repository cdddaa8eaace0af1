/** The limit with a library for templates and compiled validators, and nothing else: one component, one template. */
import { blank, form } from 'bench:form';
import { validate } from 'bench:validate';
import { css, html, LitElement, nothing } from 'lit';

const step = (pointer, name) => `${pointer}/${name}`;

const messages = {
  required: '请填写',
  pattern: '请检查格式',
  enum: '请选择',
  type: '请检查填写的内容',
  minimum: '数太小',
  maximum: '数太大',
  maxLength: '太长',
};

class LitForm extends LitElement {
  static properties = { value: {}, errors: { state: true }, opened: { state: true } };
  static styles = css`
    :host { display: block; font: 16px/1.6 sans-serif; }
    fieldset { border: 1px solid #ccc; margin: 16px 0; padding: 16px; }
    legend { font-weight: 600; }
    .field { margin: 0 0 16px; border: 0; padding: 0; }
    .label { display: block; font-weight: 600; }
    .help { color: #555; margin: 0; }
    .error { color: #a81f1b; margin: 0; }
    input:not([type=radio]), select { font: inherit; min-height: 44px; width: 100%; box-sizing: border-box; }
    .option { display: inline-flex; align-items: center; min-height: 44px; gap: 8px; margin-inline-end: 16px; }
    button { font: inherit; min-height: 44px; }
    .summary { border: 2px solid #a81f1b; padding: 16px; }
  `;

  constructor() {
    super();
    this.errors = new Map();
  }

  at(pointer) {
    return pointer
      .split('/')
      .slice(1)
      .reduce((here, key) => here?.[key], this.value);
  }

  put(pointer, next) {
    const keys = pointer.split('/').slice(1);
    const last = keys.pop();
    let here = this.value;
    for (const key of keys) {
      here[key] ??= {};
      here = here[key];
    }
    if (next === undefined || next === '') delete here[last];
    else here[last] = next;
    if (this.opened) this.check();
    this.requestUpdate();
  }

  check() {
    this.errors = new Map();
    if (validate(this.value)) return;
    for (const { keyword, instancePath, params } of validate.errors) {
      if (keyword === 'if') continue;
      const pointer = keyword === 'required' ? step(instancePath, params.missingProperty) : instancePath;
      if (!this.errors.has(pointer)) this.errors.set(pointer, messages[keyword] ?? '请检查');
    }
  }

  async submit() {
    this.check();
    this.opened = this.errors.size > 0;
    await this.updateComplete;
    if (this.opened) this.renderRoot.querySelector('.summary').focus();
    else this.dispatchEvent(new CustomEvent('submit'));
  }

  render() {
    return html`${this.opened ? this.summary() : nothing}${form.groups.map((group) => this.group(group, ''))}
      <button type="button" class="submit" @click=${() => this.submit()}>提交</button>`;
  }

  summary() {
    const go = (event, pointer) => {
      event.preventDefault();
      this.renderRoot.getElementById(pointer)?.focus();
    };
    return html`<div class="summary" tabindex="-1" role="group" aria-label="需要修改">
      <ul>${[...this.errors].map(
        ([pointer, message]) =>
          html`<li><a href="#${pointer}" @click=${(event) => go(event, pointer)}>${pointer} ${message}</a></li>`,
      )}</ul>
    </div>`;
  }

  group(group, above) {
    const pointer = step(above, group.name);
    if (group.items !== undefined) return this.list(group, pointer);
    const open = group.when === undefined || this.at(step(pointer, group.when)) === true;
    const parts = open ? group.parts : group.parts.filter((one) => one.name === group.when);
    return html`<fieldset><legend>${group.title}</legend>${parts.map((part) => this.part(part, pointer))}</fieldset>`;
  }

  list(group, pointer) {
    const items = this.at(pointer) ?? [];
    const set = (next) => this.put(pointer, next);
    return html`<fieldset>
      <legend>${group.title}</legend>
      ${items.map(
        (_, index) => html`<fieldset>
          <legend>${group.title} ${index + 1}</legend>
          ${group.parts.map((part) => this.part(part, step(pointer, index)))}
          <button type="button" @click=${() => set(items.filter((_one, at) => at !== index))}>删除</button>
        </fieldset>`,
      )}
      <button type="button" @click=${() => set([...items, {}])}>添加</button>
    </fieldset>`;
  }

  part(part, above) {
    return 'parts' in part ? this.group(part, above) : this.field(part, step(above, part.name));
  }

  field(field, pointer) {
    bench.drawn?.add(pointer);
    const value = this.at(pointer);
    const error = this.errors.get(pointer);
    const described =
      [field.help && `${pointer}-help`, error && `${pointer}-error`].filter(Boolean).join(' ') || nothing;
    const words = html`${field.title}${field.required ? nothing : '（选填）'}`;
    const notes = html`${field.help ? html`<p class="help" id="${pointer}-help">${field.help}</p>` : nothing}${
      error ? html`<p class="error" id="${pointer}-error">${error}</p>` : nothing
    }`;
    const choices =
      field.kind === 'yes-no'
        ? [
            [true, '是'],
            [false, '否'],
          ]
        : field.choices?.map((one) => [one, one]);
    if (choices !== undefined && field.kind !== 'list') {
      return html`<fieldset class="field" role="radiogroup" aria-describedby=${described} aria-invalid=${error ? 'true' : nothing}>
        <legend class="label">${words}</legend>
        ${notes}
        ${choices.map(
          ([one, title], index) => html`<label class="option">
            <input type="radio" id=${index === 0 ? pointer : `${pointer}-${index}`} name=${pointer}
              .checked=${value === one} @change=${() => this.put(pointer, one)} />${title}
          </label>`,
        )}
      </fieldset>`;
    }
    const read = (text) =>
      field.kind === 'integer' || field.kind === 'number' ? (text === '' ? undefined : Number(text)) : text;
    return html`<div class="field">
      <label class="label" for=${pointer}>${words}</label>
      ${notes}
      ${
        field.kind === 'list'
          ? html`<select id=${pointer} aria-invalid=${error ? 'true' : nothing} aria-describedby=${described}
              @change=${(event) => this.put(pointer, event.target.value)}>
              <option value="">请选择</option>
              ${field.choices.map((one) => html`<option ?selected=${one === value}>${one}</option>`)}
            </select>`
          : html`<input id=${pointer} type=${field.kind === 'date' ? 'date' : 'text'} .value=${value ?? ''}
              inputmode=${field.kind === 'integer' ? 'numeric' : nothing}
              aria-required=${field.required ? 'true' : nothing}
              aria-invalid=${error ? 'true' : nothing} aria-describedby=${described}
              @input=${(event) => this.put(pointer, read(event.target.value))} />`
      }
    </div>`;
  }
}

customElements.define('lit-form', LitForm);
const element = document.createElement('lit-form');
element.value = structuredClone(bench.value(blank));
bench.place.append(element);
await element.updateComplete;
bench.ready({
  submit: element.renderRoot.querySelector('.submit'),
  read: () => element.value,
  valid: () => validate(element.value),
});
