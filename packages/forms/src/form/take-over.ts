import { hydrate } from '@lit-labs/ssr-client';
import type { PropertyValues, RenderOptions } from 'lit';
import { bringMore } from '../bring-more.ts';
import { bringRare } from '../bring-rare.ts';
import { bringTexts } from '../texts/texts.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

/** The state of a control as the server drew it. */
function drawn(control: Control): string | boolean {
  if (isBox(control)) return control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

const controlsOf = (root: ShadowRoot) => [
  ...root.querySelectorAll<Control>('input:not([type=file], [tabindex="-1"]), select, textarea'),
];

/** What a control is called, with the groups that it is in: by that it is found again among others. */
function wordsOf(control: Control): string {
  const words = [...(control.labels ?? [])].map((label) => label.textContent);
  for (
    let group = control.closest('fieldset');
    group !== null;
    group = group.parentElement?.closest('fieldset') ?? null
  )
    words.push(group.querySelector('legend')?.textContent ?? '');
  return words.join('\n').replace(/\s+/g, ' ');
}

const held = (control: Control) => (isBox(control) ? 'checked' : 'value');

/** A control that somebody has used before the script came. */
class Used {
  readonly #control: Control;
  readonly #words: string;
  readonly #state: string | boolean;
  readonly #caret: [number | null, number | null] | undefined;
  readonly #focused: boolean;

  constructor(control: Control, focused: boolean) {
    this.#control = control;
    this.#words = wordsOf(control);
    this.#state = isBox(control) ? control.checked : control.value;
    this.#focused = focused;
    if (focused && 'setSelectionRange' in control && !isBox(control))
      this.#caret = [control.selectionStart, control.selectionEnd];
  }

  /**
   * Keeps the control out of the drawing's hands: what is written to it is dropped, what is read is what the server
   * drew. So neither the caret nor what an input method is composing is touched.
   */
  hold(): void {
    const state = drawn(this.#control);
    const access = { configurable: true, get: () => state, set: () => undefined };
    Object.defineProperty(this.#control, held(this.#control), access);
  }

  release(): void {
    Reflect.deleteProperty(this.#control, held(this.#control));
  }

  /** Tells the form what stands in the control, in the one of now where the drawing made others. */
  tell(root: ShadowRoot, told: ReadonlySet<EventTarget>): void {
    const old = this.#control;
    const control = old.isConnected ? old : controlsOf(root).find((one) => wordsOf(one) === this.#words);
    // Of radio buttons the chosen one speaks for all.
    if (control === undefined || told.has(control) || (old.type === 'radio' && this.#state === false)) return;
    const state = held(control);
    if (Reflect.get(control, state) !== this.#state) Reflect.set(control, state, this.#state);
    const text = !isBox(control) && !(control instanceof HTMLSelectElement);
    control.dispatchEvent(new Event(text ? 'input' : 'change', { bubbles: true, composed: true }));
    if (!this.#focused || control === old) return;
    control.focus();
    if (this.#caret !== undefined && 'setSelectionRange' in control)
      control.setSelectionRange(...this.#caret);
  }
}

/** What of a form its first drawing goes through. */
interface Drawing {
  readonly lang: string;
  readonly renderOptions: RenderOptions;
  readonly updateComplete: Promise<boolean>;
  render(): unknown;
  update(changed: PropertyValues): void;
}

/**
 * Prepares the first drawing of a form that a server drew: the elements that are there stay, with focus, caret and
 * whatever was typed. Where they are not those that the script would have drawn (another version of it, for one),
 * `afresh` empties the form. What was typed is told when the draft of an earlier visit is there, and goes before it.
 */
export async function takeOver(
  form: HTMLElement,
  afresh: () => void,
  resumed: () => Promise<void> | undefined,
): Promise<void> {
  const root = form.shadowRoot as ShadowRoot;
  const drawing = form as unknown as Drawing;
  // The server had all of it, so it has to be there at once.
  const parts = [bringMore(), bringRare()].map((part) => part.catch(() => undefined));
  await Promise.all([bringTexts(drawing.lang), ...parts]);
  drawing.update = (changed) => {
    Reflect.deleteProperty(drawing, 'update');
    drawing.renderOptions.renderBefore = null;
    const used = usedControls(root);
    for (const one of used) one.hold();
    try {
      hydrate(drawing.render(), root, drawing.renderOptions);
      for (const part of root.querySelectorAll('link, form')) part.remove();
    } catch {
      afresh();
    }
    drawing.update(changed);
    for (const one of used) one.release();
    void tell(root, used, Promise.all([drawing.updateComplete, resumed()]));
  };
}

function usedControls(root: ShadowRoot): Used[] {
  return controlsOf(root)
    .filter((control) => control[held(control) as 'value'] !== drawn(control))
    .map((control) => new Used(control, root.activeElement === control));
}

async function tell(root: ShadowRoot, used: readonly Used[], ready: Promise<unknown>): Promise<void> {
  const told = new Set<EventTarget>();
  const hear = ({ target }: Event) => target !== null && told.add(target);
  root.addEventListener('input', hear, true);
  await ready;
  root.removeEventListener('input', hear, true);
  for (const one of used) one.tell(root, told);
}
