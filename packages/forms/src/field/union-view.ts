import { html, nothing, type TemplateResult } from 'lit';
import type { GroupNode } from '../model/group-node.ts';
import type { Union } from '../model/union.ts';
import { error } from './field-view.ts';
import { live } from './live.ts';

/** What the alternatives are called. */
export function namesOf(group: GroupNode, union: Union): string[] {
  const { context } = group.model;
  return union.titles.map((title, index) =>
    title === undefined ? context.t('alternative', { n: index + 1 }) : context.translate(title),
  );
}

/** What is asked by a choice between shapes of an object. */
export const questionOf = (group: GroupNode, { title }: Union): string => {
  const { context } = group.model;
  return title === undefined ? context.t('kind') : context.translate(title);
};

/** A choice between shapes of an object: radio buttons, after which come the fields of the one that is chosen. */
export function unionView(group: GroupNode, union: Union, read: boolean): TemplateResult | typeof nothing {
  if (!group.present || !group.asks(union)) return nothing;
  const chosen = group.chosen(union);
  const names = namesOf(group, union);
  const question = questionOf(group, union);
  if (read || group.readonly) {
    return html`<div class="answer" part="answer"><dt part="label">${question}</dt><dd>${names[chosen ?? -1] ?? ''}</dd></div>`;
  }
  const id = `${group.id}-kind${group.unions.indexOf(union)}`;
  return html`<fieldset
    class="field ${group.invalid ? 'invalid' : ''}"
    part="field"
    role="radiogroup"
    id=${id}
    aria-labelledby=${`${id}-label`}
    aria-required=${group.needed ? 'true' : nothing}
    aria-invalid=${group.invalid ? 'true' : nothing}
    aria-describedby=${group.invalid ? `${group.id}-error` : nothing}
  >
    <legend class="label" part="label" id=${`${id}-label`}>${question}</legend>
    ${error(group)}
    <div class="options ${names.every((name) => name.length <= 8) ? 'inline' : ''}">
      ${names.map(
        (name, index) => html`<label class="option" part="option">
          <input
            type="radio"
            name=${id}
            ?disabled=${group.model.context.disabled}
            .checked=${live(index === chosen)}
            @change=${() => group.choose(union, index)}
          />
          <span>${name}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
