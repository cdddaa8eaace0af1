import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the browser's connection; `regained` is called when it comes back. */
export class Online implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #regained: () => void;
  offline = !navigator.onLine;

  constructor(host: ReactiveControllerHost, regained: () => void) {
    this.#host = host;
    this.#regained = regained;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('online', this);
    window.addEventListener('offline', this);
  }

  hostDisconnected() {
    window.removeEventListener('online', this);
    window.removeEventListener('offline', this);
  }

  handleEvent(event: Event) {
    this.offline = event.type === 'offline';
    this.#host.requestUpdate();
    if (!this.offline) this.#regained();
  }
}
