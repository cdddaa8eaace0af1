import type { ReactiveController, ReactiveElement } from 'lit';

/** From so many pixels on, and below so many. */
const wide = 900;
const middle = 560;
const narrow = 480;

/**
 * Tells the drawn form how much room it has, as class names, before the browser paints. Container queries would do
 * the same, but a container has no width of its own: inside a table or a flexible box of an old page it collapses.
 */
export class Room implements ReactiveController {
  readonly #host: ReactiveElement;
  #observer: ResizeObserver | undefined;
  /** Pixels; 0 as long as the host has no place on the page. */
  #width = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => {
      this.#measure();
      this.#tell();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** While there is nothing in it, measuring costs nothing; later the observer tells. */
  hostUpdate(): void {
    if (this.#width === 0) this.#measure();
  }

  hostUpdated(): void {
    this.#tell();
  }

  #measure(): void {
    this.#width = this.#host.clientWidth;
  }

  #tell(): void {
    const form = this.#host.renderRoot.querySelector('.form');
    const width = this.#width;
    if (form === null || width === 0) return;
    form.classList.toggle('wide', width >= wide);
    form.classList.toggle('single', width < middle);
    form.classList.toggle('narrow', width < narrow);
  }
}
