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
    const box = target.closest('.field');
    const field = box === null ? undefined : this.#model()?.nodeOf(box.id);
    if (!(field instanceof FieldNode)) return;
    const typed = target.matches('.typed');
    if (event instanceof FocusEvent) {
      if (typed) field.tidy();
      const { relatedTarget } = event;
      const inside = relatedTarget instanceof Node && box?.contains(relatedTarget);
      // A person who only looks something up in another window has not left the field.
      if (!inside && document.hasFocus()) field.model.context.left(field);
      // A page may stop every `input`: then `change` is the first to tell what a person has typed.
    } else if (typed && (event.type !== 'change' || target.value !== field.text))
      field.type(target.value, (event as InputEvent).isComposing === true);
  }
}
