import { html, nothing, type TemplateResult } from 'lit';
import { bringRare, rare } from '../bring-rare.ts';
import type { FieldNode } from '../model/field-node.ts';
import type { FormNode } from '../model/form-node.ts';
import { warningIcon } from '../widgets/icons.ts';

/** One question: label, help, error, control, in this order, linked by their ids. */
export function fieldView(field: FieldNode, half = false): TemplateResult {
  const { frame = 'label' } = field.widget;
  const classes = `field ${half ? 'half' : ''} ${field.invalid ? 'invalid' : ''}`;
  if (frame === 'group') {
    const several = field.widget.act === 'choose' && field.schema.type !== 'array' ? 'radiogroup' : 'group';
    return html`<fieldset
      class=${classes}
      part="field"
      id=${field.id}
      role=${several}
      aria-labelledby=${`${field.id}-label`}
      aria-required=${several === 'radiogroup' && field.needed ? 'true' : nothing}
      aria-invalid=${several === 'radiogroup' && field.invalid ? 'true' : nothing}
      aria-describedby=${field.describedBy || nothing}
    >
      <legend class="label" part="label" id=${`${field.id}-label`}>${field.label}${optional(field)}</legend>
      ${help(field)}${error(field)}${control(field)}${note(field)}
    </fieldset>`;
  }
  if (frame === 'bare') {
    return html`<div class=${classes} part="field" id=${field.id}>
      ${help(field)}${error(field)}${control(field)}${note(field)}
    </div>`;
  }
  return html`<div class=${classes} part="field" id=${field.id}>
    <label class="label" part="label" for=${field.control} id=${`${field.id}-label`}>${field.label}${optional(field)}</label>
    ${help(field)}${error(field)}${control(field)}${note(field)}
  </div>`;
}

/** That it may be left out, where it may; stands behind the title. */
export const optional = (node: FormNode): TemplateResult | typeof nothing =>
  node.needed || node.readonly || node.spec.computed !== undefined
    ? nothing
    : html`<span class="optional">${node.model.context.t('optional')}</span>`;

export function help(node: FormNode): TemplateResult | typeof nothing {
  const text = node.help;
  if (text === '') return nothing;
  if (text.includes('\n')) {
    const part = rare();
    if (part !== undefined) return part.richHelp(node);
    bringRare().then(
      () => node.changed(),
      () => undefined,
    );
  }
  return html`<p class="help" part="help" id=${`${node.id}-help`}>${text}</p>`;
}

const control = (field: FieldNode): unknown => (field.readonly ? fixed(field) : field.widget.render(field));

const note = (field: FieldNode): unknown => {
  const own =
    field.note === ''
      ? nothing
      : html`<p class="note" part="note" id=${`${field.id}-note`} aria-live=${field.widget.announces ? 'polite' : nothing}>${field.note}</p>`;
  // It is there before there is anything to say: only then is it read out.
  return field.spec.check === undefined
    ? own
    : html`${own}<p class=${field.invalid ? 'unseen' : 'note'} part="note" id=${`${field.id}-asked`} role="status">${field.asked}</p>`;
};

/** The message stands between help and control, so that whoever reads on comes from it to the control. */
export function error(node: FormNode): TemplateResult | typeof nothing {
  return node.invalid
    ? html`<p class="error" part="error" id=${`${node.id}-error`}>
        ${warningIcon}<span><span class="unseen">${node.model.context.t('errorPrefix')}</span>${node.message}</span>
      </p>`
    : nothing;
}

/** A value that stays as it is among others that are filled in. */
const fixed = (field: FieldNode): TemplateResult =>
  html`<output id=${field.control} class="computed" part="computed">${answer(field)}</output>`;

/** A question and its answer in a form that is only read. */
export const answerView = (field: FieldNode): TemplateResult =>
  html`<div class="answer" part="answer"><dt part="label">${field.label}</dt><dd>${answer(field)}</dd></div>`;

/** The value in words. */
export function answer(field: FieldNode): unknown {
  const { value } = field;
  if (value === undefined || value === null || value === '') {
    return html`<span class="muted">${field.t('none')}</span>`;
  }
  if (field.schema.writeOnly === true) return '••••••';
  return (
    field.widget.view?.(value, field) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
  );
}
