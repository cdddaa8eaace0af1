import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import type { FieldNode } from '../model/field-node.ts';
import { Signing } from '../signature/signing.ts';
import { looks } from '../styles/rare.ts';
import { type RareText, rareText } from '../texts/rare.ts';
import type { FileReference } from '../types.ts';
import { onItsWay } from './file.ts';
import { crossIcon, tickIcon, undoIcon } from './icons.ts';
import type { Drawn } from './widget.ts';

/** A signature that is being written lives as long as its field. */
const signingOf = (field: FieldNode) => field.memory(() => new Signing(field));

const say = (field: FieldNode, key: RareText, params?: Record<string, string>) =>
  rareText(field.model.context, key, params);

/** What is drawn for a signature: a pad, or a name to type and confirm; then what was signed. */
export const signature: Drawn = {
  note: (field) => signingOf(field).lacking || signingOf(field).uploads.refused,
  missing: (field) => say(field, 'needSign', { field: field.label }),
  view: (value, field) =>
    html`${say(field, 'signed')} <span class="muted">${(value as unknown as FileReference).name}</span>`,
  render(field) {
    const signing = signingOf(field);
    const { files, running } = signing.uploads;
    const there = files.length + running.length > 0;
    return html`<div class="signing" ${looks()}>
      ${there ? signedView(field, signing) : signing.typing ? nameView(field, signing) : padView(field, signing)}
    </div>`;
  },
};

/** After a button has gone, the focus goes on to what took its place. */
const stay = (event: Event, act: () => void): void => {
  const box = (event.currentTarget as HTMLElement).closest('.signing');
  act();
  requestAnimationFrame(() => box?.querySelector<HTMLElement>('input, button:not(:disabled)')?.focus());
};

function padView(field: FieldNode, signing: Signing): TemplateResult {
  const empty = signing.strokes.length === 0;
  return html`<div class="pad">
      <canvas
        role="img"
        aria-label="${say(field, 'pad')}"
        @pointerdown=${signing.begin}
        ${ref(signing.take)}
      ></canvas>
      ${empty ? html`<span class="pad-words" aria-hidden="true">${say(field, 'signHere')}</span>` : nothing}
    </div>
    <div class="buttons">
      <button
        type="button"
        id=${field.control}
        class="button main"
        part="button"
        ?disabled=${field.disabled || empty}
        aria-describedby=${field.describedBy || nothing}
        @click=${(event: Event) => stay(event, () => void signing.use())}
      >
        ${say(field, 'use')}
      </button>
      <button type="button" class="button" part="button" ?disabled=${field.disabled || empty} @click=${() => signing.undo()}>
        ${undoIcon}${say(field, 'undoStroke')}
      </button>
      <button type="button" class="button" part="button" ?disabled=${field.disabled || empty} @click=${() => signing.clear()}>
        ${crossIcon}${say(field, 'clearPad')}
      </button>
    </div>
    ${otherWay(field, signing)}`;
}

function nameView(field: FieldNode, signing: Signing): TemplateResult {
  const typed = (event: Event) => {
    signing.name = (event.target as HTMLInputElement).value;
    field.changed();
  };
  const agree = (event: Event) => {
    signing.agreed = (event.target as HTMLInputElement).checked;
    field.changed();
  };
  return html`<label class="level">
      <span class="level-name">${say(field, 'signedName')}</span>
      <input
        id=${field.control}
        class="control long"
        part="control"
        autocomplete="off"
        maxlength="60"
        ?disabled=${field.disabled}
        aria-invalid=${field.invalid ? 'true' : nothing}
        aria-describedby=${field.describedBy || nothing}
        .value=${live(signing.name)}
        @input=${typed}
      />
    </label>
    <label class="option" part="option">
      <input type="checkbox" ?disabled=${field.disabled} .checked=${live(signing.agreed)} @change=${agree} />
      <span>${say(field, 'agree')}</span>
    </label>
    <div class="buttons">
      <button
        type="button"
        class="button main"
        part="button"
        ?disabled=${field.disabled}
        @click=${(event: Event) => (signing.ready ? stay(event, () => void signing.use()) : void signing.use())}
      >
        ${say(field, 'use')}
      </button>
    </div>
    ${otherWay(field, signing)}`;
}

const otherWay = (field: FieldNode, signing: Signing): TemplateResult => html`<button
  type="button"
  class="button quiet"
  part="button"
  ?disabled=${field.disabled}
  @click=${(event: Event) => stay(event, () => signing.switch(!signing.typing))}
>
  ${say(field, signing.typing ? 'drawInstead' : 'typeInstead')}
</button>`;

function signedView(field: FieldNode, signing: Signing): TemplateResult {
  const { files, running } = signing.uploads;
  const [reference] = files;
  return html`${
    signing.mark === undefined
      ? nothing
      : html`<div class="pad still">
          <canvas role="img" aria-label=${say(field, 'signed')} ${ref(signing.take)}></canvas>
        </div>`
  }
  ${running.length === 0 ? nothing : html`<ul class="files">${running.map((one) => onItsWay(field, signing.uploads, one))}</ul>`}
  <div class="buttons">
    ${
      reference === undefined
        ? nothing
        : html`<span class="signed" role="status">${tickIcon}${say(field, 'signed')}</span>
          ${signing.mark === undefined ? html`<span class="signed muted">${reference.name}</span>` : nothing}`
    }
    <button
      type="button"
      id=${field.control}
      class="button"
      part="button"
      ?disabled=${field.disabled}
      aria-describedby=${field.describedBy || nothing}
      @click=${(event: Event) => stay(event, () => signing.again())}
    >
      ${undoIcon}${say(field, 'signAgain')}
    </button>
  </div>`;
}
