import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldNode } from '../model/field-node.ts';

/** A tap's click may come this long after the finger left the screen. Milliseconds. */
const afterTap = 60;

/**
 * Checks a field when it is left. While a mouse button or finger is down it waits: a message that appears would
 * move the page away under the click that is just being made.
 */
export class Leaving implements ReactiveController {
  #waiting = new Set<FieldNode>();
  #down = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#press, true);
    document.addEventListener('pointerup', this.#release, true);
    document.addEventListener('pointercancel', this.#release, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#press, true);
    document.removeEventListener('pointerup', this.#release, true);
    document.removeEventListener('pointercancel', this.#release, true);
    this.flush();
  }

  left(field: FieldNode): void {
    if (this.#down) this.#waiting.add(field);
    else field.leave();
  }

  /** Checks what was left, now. */
  flush(): void {
    this.#down = false;
    const fields = [...this.#waiting];
    this.#waiting.clear();
    for (const field of fields) field.leave();
  }

  readonly #press = () => {
    this.#down = true;
  };

  readonly #release = () => {
    setTimeout(() => this.flush(), afterTap);
  };
}
