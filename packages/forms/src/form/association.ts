import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { JsonObject } from '../types.ts';

export interface AssociatedHost extends ReactiveControllerHost, HTMLElement {
  readonly name: string;
  /** How the value goes into the FormData of the form around: one JSON text, or an entry for each value. */
  readonly entries: 'json' | 'flat';
  /** What is sent. */
  readonly output: JsonObject;
  /** What is typed, kept by the browser for going back. */
  readonly draftValue: JsonObject | undefined;
  /** Why the value cannot be sent, in words; empty when it can. */
  complaint(): string;
  /** The place that the complaint is about. */
  complaintPlace(): HTMLElement | undefined;
}

/** Typing pauses this long before validity is worked out. Milliseconds. */
const pause = 150;

/** The part that a form plays as a control of the form around it. */
export class Association implements ReactiveController {
  readonly internals: ElementInternals;
  #host: AssociatedHost;
  #form: HTMLFormElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  constructor(host: AssociatedHost) {
    this.#host = host;
    this.internals = host.attachInternals();
    host.addController(this);
  }

  hostConnected(): void {
    // Leaving may be for a button of the page that sends the form: by then validity has to be known. Not every browser
    // gives the focus to a button, and Enter in a control of the page clicks one without any leaving.
    this.#host.addEventListener('focusout', this.#now);
    document.addEventListener('click', this.#now, true);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusout', this.#now);
    document.removeEventListener('click', this.#now, true);
    clearTimeout(this.#timer);
    this.owner(null);
  }

  /** The form around has changed. */
  owner(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('formdata', this.#fill);
    this.#form = form;
    this.#form?.addEventListener('formdata', this.#fill);
  }

  /** The data has changed: what the browser knows follows in a moment, what it asks for is up to date at once. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#waiting = true;
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  readonly #now = () => {
    if (this.#waiting) this.flush();
  };

  /** Tells the browser value and validity now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#waiting = false;
    const { internals } = this;
    const state = JSON.stringify(this.#host.draftValue ?? {});
    internals.setFormValue(this.#host.name === '' ? null : this.#data(), state);
    this.judge();
  }

  /** Tells the browser validity now, which is all that a question for it needs. */
  judge(): void {
    const { internals } = this;
    const complaint = this.#host.complaint();
    if (complaint === '') internals.setValidity({});
    else internals.setValidity({ customError: true }, complaint, this.#host.complaintPlace());
  }

  #data(): FormData {
    const data = new FormData();
    for (const [name, value] of entriesOf(this.#host)) data.append(name, value);
    return data;
  }

  /** Typing a moment ago may not have reached the browser yet. */
  readonly #fill = ({ formData }: FormDataEvent) => {
    const { name } = this.#host;
    if (name === '' || this.#host.matches(':disabled')) return;
    for (const key of [...formData.keys()])
      if (key === name || key.startsWith(`${name}.`)) formData.delete(key);
    for (const [key, value] of entriesOf(this.#host)) formData.append(key, value);
  };
}

function entriesOf({ name, entries, output }: AssociatedHost): [string, string][] {
  return entries === 'flat' ? flatEntries(output, name) : [[name, JSON.stringify(output)]];
}

/** `{ a: { b: [1] } }` under `x` is `x.a.b.0 = 1`. Empty lists and objects have no entry. */
export function flatEntries(value: unknown, name: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatEntries(inner, `${name}.${key}`));
}
