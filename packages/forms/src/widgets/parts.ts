import { html, nothing, type TemplateResult } from 'lit';
import { live } from '../field/live.ts';
import type { FieldNode } from '../model/field-node.ts';

export interface TextControl {
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** Class names of the input. */
  kind?: string;
  /** Id of words beside the control, such as its unit; they are read first of what describes it. */
  beside?: string;
}

/** A one-line text control; the form hears what is typed. What is composed by an input method is taken, but nothing is said about it yet. */
export function textControl(
  field: FieldNode,
  { inputMode, kind = '', beside = '' }: TextControl = {},
): TemplateResult {
  return html`<input
    id=${field.control}
    class=${`control typed ${kind}`}
    part="control"
    type=${field.schema.writeOnly === true ? 'password' : 'text'}
    autocomplete=${field.spec.autocomplete ?? 'off'}
    inputmode=${inputMode ?? nothing}
    enterkeyhint="next"
    autocapitalize="off"
    spellcheck="false"
    ?disabled=${field.disabled}
    aria-required=${field.needed ? 'true' : nothing}
    aria-invalid=${field.invalid ? 'true' : nothing}
    aria-describedby=${`${beside} ${field.describedBy}`.trim() || nothing}
    .value=${live(field.text)}
  />`;
}
