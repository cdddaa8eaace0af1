import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { Subject } from '../model/subject.ts';

/**
 * Draws a part of the page that belongs to one subject, and draws that part again, and nothing else, whenever the
 * subject changes. So a keystroke in one of 500 fields touches one, without a component for each of them.
 */
class Watch extends AsyncDirective {
  #subject: Subject | undefined;
  #draw: (() => unknown) | undefined;
  #stop: (() => void) | undefined;

  render(subject: Subject, draw: () => unknown): unknown {
    this.#draw = draw;
    if (this.#subject !== subject) {
      this.#stop?.();
      this.#subject = subject;
      if (this.isConnected) this.#follow();
    }
    return draw();
  }

  #follow(): void {
    this.#stop = this.#subject?.watch(() => this.setValue(this.#draw?.() ?? noChange));
  }

  override disconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  override reconnected(): void {
    this.#follow();
    this.setValue(this.#draw?.() ?? noChange);
  }
}

export const watch = directive(Watch);
