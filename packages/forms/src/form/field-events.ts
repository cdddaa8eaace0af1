import { around } from '../field/around.ts';
import { FieldNode } from '../model/field-node.ts';
import type { FormModel } from '../model/form-model.ts';

/**
 * What happens in any field, heard in one place: hundreds of fields with listeners of their own would take longer to
 * draw. Text controls are marked `typed`; other widgets listen to their own controls.
 */
export class FieldEvents implements EventListenerObject {
  readonly #model: () => FormModel | undefined;

  constructor(model: () => FormModel | undefined) {
    this.#model = model;
  }

  /** For `input`, `compositionend`, `change` and `focusout` of everything inside. */
  handleEvent(event: Event): void {
    const target = event.target as HTMLInputElement;
    const box = around(target, 'field');
    const field = this.#fieldOf(box);
    if (field === undefined) return;
    const typed = isTyped(target);
    if (event instanceof FocusEvent) {
      if (typed) field.tidy();
      const { relatedTarget } = event;
      const inside = relatedTarget instanceof Node && box?.contains(relatedTarget);
      // A person who only looks something up in another window has not left the field.
      if (!inside && document.hasFocus()) field.model.context.left(field);
      // A page may stop every `input`: then `change` is the first to tell what a person has typed. What is known is
      // not told again.
    } else if (typed && (event.type === 'compositionend' || target.value !== field.text))
      field.type(target.value, (event as InputEvent).isComposing === true);
  }

  /** Takes what stands in the control that has the focus: a page may have stopped the `input` that would have told it. */
  gather({ activeElement }: DocumentOrShadowRoot): void {
    if (activeElement === null || !isTyped(activeElement)) return;
    const { value } = activeElement as HTMLInputElement;
    const field = this.#fieldOf(around(activeElement, 'field'));
    if (field !== undefined && value !== field.text) field.type(value);
  }

  #fieldOf(box: Element | null): FieldNode | undefined {
    const field = box === null ? undefined : this.#model()?.nodeOf(box.id);
    return field instanceof FieldNode ? field : undefined;
  }
}

const isTyped = (element: Element): boolean => element.classList.contains('typed');
