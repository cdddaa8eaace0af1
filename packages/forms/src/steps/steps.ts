import { tell } from '../events.ts';
import type { ErrorWay } from '../form/error-way.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { Subject } from '../model/subject.ts';
import { adoptIn } from '../styles/adopt-in.ts';
import type { Layout } from '../types.ts';
import { type Step, stepsOf } from './step.ts';
import { stepsStyles } from './styles.ts';
import { viewOf } from './view.ts';

/** What the steps need of the element that they are in. */
export interface StepsHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * A form that is filled in one step at a time, and looked through as a whole before it is sent. Told when another
 * page is shown. A step is left forwards only when nothing in it is wrong; back, a person may go at any time.
 */
export class Steps extends Subject {
  readonly model: FormModel;
  readonly layout: Layout;
  readonly all: readonly Step[];
  readonly #host: StepsHost;
  readonly #way: ErrorWay;
  #at: Step | 'review';
  /** Steps that a person has been at. */
  readonly #reached = new Set<Step | 'review'>();
  /** A person came from the review to change something and goes back there. */
  #returning = false;

  constructor(host: StepsHost, model: FormModel, layout: Layout, way: ErrorWay) {
    super();
    this.#host = host;
    this.model = model;
    this.layout = layout;
    this.#way = way;
    this.all = stepsOf(model, layout);
    this.#at = this.all[0] as Step;
    this.#reached.add(this.#at);
    adoptIn(host.renderRoot, stepsStyles);
  }

  /** The steps that exist as things are, the review as the last. */
  get pages(): (Step | 'review')[] {
    const steps: (Step | 'review')[] = this.all.filter((step) => step.present);
    return this.layout.review === undefined ? steps : [...steps, 'review'];
  }

  /** The page that is shown. One that has gone leaves its place to the one before it. */
  get at(): Step | 'review' {
    const { pages } = this;
    if (pages.includes(this.#at)) return this.#at;
    const before = this.all.slice(0, this.all.indexOf(this.#at as Step)).filter((step) => step.present);
    return before.at(-1) ?? pages[0] ?? this.#at;
  }

  get index(): number {
    return this.pages.indexOf(this.at);
  }

  /** Whether the page that is shown is the last: from it the form is sent. */
  get last(): boolean {
    return this.index === this.pages.length - 1;
  }

  get returning(): boolean {
    return this.#returning && this.at !== 'review';
  }

  /** Whether a page can be gone to from the list of steps. */
  reached(page: Step | 'review'): boolean {
    return this.#reached.has(page);
  }

  /** Goes on, to the next page or back to the review, unless something in this step is wrong. */
  readonly next = (): void => {
    const { at, pages } = this;
    if (at !== 'review' && !this.#way.attempt(this.model, at)) return;
    this.#show(this.returning ? 'review' : (pages[this.index + 1] ?? at));
  };

  readonly back = (): void => {
    const before = this.pages[this.index - 1];
    if (before === undefined) return;
    this.#returning = false;
    this.#show(before);
  };

  /** Goes to a page from the list: back at once, forwards only past what is right. */
  go(page: Step | 'review'): void {
    const { at, pages } = this;
    if (page === at) return;
    if (pages.indexOf(page) > this.index && at !== 'review' && !this.#way.attempt(this.model, at)) return;
    this.#show(page);
  }

  /** Goes from the review to a step, and with its button back there. */
  change(step: Step): void {
    this.#returning = true;
    this.#show(step);
  }

  /** Shows the step that a place is in, so that it can be gone to. */
  reveal(node: FormNode): void {
    const step = this.all.find((one) => one.present && one.holds(node));
    if (step === undefined || step === this.at) return;
    this.#returning ||= this.at === 'review';
    this.#open(step);
  }

  /** Goes on where an earlier visit ended: at the first step in which something is missing. */
  resume(): void {
    const errors = this.model.findErrors();
    const wrong = (step: Step) => [...step.nodes()].some((node) => node.present && errors.has(node.pointer));
    const steps = this.all.filter((step) => step.present);
    const first = steps.findIndex(wrong);
    const until = first < 0 ? steps.length - 1 : first;
    for (const step of steps.slice(0, until + 1)) this.#reached.add(step);
    this.#at = steps[until] ?? this.#at;
    this.changed();
  }

  /** Back to the first step. */
  restart(): void {
    this.#reached.clear();
    this.#returning = false;
    this.#open(this.pages[0] ?? this.#at);
  }

  #open(page: Step | 'review'): void {
    this.#at = page;
    this.#reached.add(page);
    if (page === 'review') this.#returning = false;
    this.changed();
    tell(this.#host, 'aid-step', { index: this.index, count: this.pages.length, review: page === 'review' });
  }

  #show(page: Step | 'review'): void {
    this.#way.close();
    this.#open(page);
    this.model.summary.changed();
    const heading = this.#host.renderRoot.querySelector<HTMLElement>('.step-title');
    heading?.focus({ preventScroll: true });
    this.#host.renderRoot.querySelector('.form')?.scrollIntoView({ block: 'start' });
  }

  /** The page that is shown, with the way through the form. `submit` is the button that sends it. */
  readonly view = (summary: unknown, submit: unknown): unknown => viewOf(this, summary, submit);
}
