import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface GuardedHost extends ReactiveControllerHost {
  /** Whether a person is asked before they leave the page. */
  readonly guard: boolean;
}

/**
 * Asks before a page is left on which something was typed and not sent. It listens only while there is something to
 * lose: a page that listens all the time cannot be kept by the browser for going back.
 */
export class Guard implements ReactiveController {
  readonly #host: GuardedHost;
  #dirty = false;

  constructor(host: GuardedHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Something was typed, or what was typed is where it belongs. */
  set dirty(dirty: boolean) {
    this.#dirty = dirty;
    this.hostUpdated();
  }

  hostUpdated(): void {
    removeEventListener('beforeunload', this.#ask);
    if (this.#dirty && this.#host.guard) addEventListener('beforeunload', this.#ask);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#ask);
  }

  /** The browser shows words of its own. */
  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();
}
