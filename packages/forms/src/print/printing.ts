import { type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import type { FormModel } from '../model/form-model.ts';
import { adoptIn } from '../styles/adopt-in.ts';
import type { JsonObject, Layout } from '../types.ts';
import { paper } from './paper.ts';
import { printStyles } from './styles.ts';

/** What printing needs of the element. */
export interface PrintHost extends ReactiveControllerHost, HTMLElement {
  readonly readonly: boolean;
  readonly compare: JsonObject | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const printings = new WeakMap<PrintHost, Printing>();

/** Puts a sheet of paper in the form's place while the page is printed, however that was asked for. */
class Printing implements ReactiveController {
  model: FormModel;
  layout: Layout | null;
  readonly #host: PrintHost;
  readonly #sheet = document.createElement('div');

  constructor(host: PrintHost, model: FormModel, layout: Layout | null) {
    this.#host = host;
    this.model = model;
    this.layout = layout;
    this.#sheet.className = 'paper';
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#lay);
    addEventListener('afterprint', this.#clear);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#lay);
    removeEventListener('afterprint', this.#clear);
  }

  readonly #lay = () => {
    // What has changed is printed as it is shown: a sheet would hold the answers of today only.
    if (this.#host.readonly && this.#host.compare !== null) return;
    const { context } = this.model;
    this.#sheet.lang = context.lang;
    adoptIn(this.#host.renderRoot, printStyles);
    render(paper(this.model, this.layout), this.#sheet);
    this.#host.renderRoot.append(this.#sheet);
  };

  readonly #clear = () => {
    render(null, this.#sheet);
    this.#sheet.remove();
  };
}

/** Has the form of `model` printed as paper from now on. */
export function printAsPaper(host: PrintHost, model: FormModel, layout: Layout | null): void {
  const there = printings.get(host);
  if (there === undefined) printings.set(host, new Printing(host, model, layout));
  else Object.assign(there, { model, layout });
}

/** Prints the page with the form of `model` as paper. */
export function printForm(host: PrintHost, model: FormModel, layout: Layout | null): void {
  printAsPaper(host, model, layout);
  print();
}
