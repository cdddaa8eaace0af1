import { noChange } from 'lit';
import { type ChildPart, Directive, type DirectiveParameters, directive } from 'lit/directive.js';
import { setChildPartValue } from 'lit/directive-helpers.js';
import type { Subject } from '../model/subject.ts';

/**
 * Draws a part of the page that belongs to one subject, and draws that part again, and nothing else, whenever the
 * subject changes. So a keystroke in one of 500 fields touches one, without a component for each of them.
 *
 * Lit's asynchronous directives would do it, too, but keep books on every level above them, which is most of what a
 * large form weighs. Here a part that is no longer on the page is found out when its subject changes. A form that
 * comes back to the page draws itself anew, and so watches again.
 */
class Watch extends Directive {
  #subject: Subject | undefined;
  #draw: (() => unknown) | undefined;
  #part: ChildPart | undefined;
  #stop: (() => void) | undefined;

  render(_subject: Subject, draw: () => unknown): unknown {
    return draw();
  }

  override update(part: ChildPart, [subject, draw]: DirectiveParameters<this>): unknown {
    this.#part = part;
    this.#draw = draw;
    if (this.#subject !== subject) this.#forget();
    this.#subject = subject;
    this.#stop ??= subject.watch(() => this.#again());
    return draw();
  }

  #again(): void {
    if (this.#part?.startNode?.isConnected !== true) this.#forget();
    // What a directive draws belongs to it, or it would be taken for its successor.
    else setChildPartValue(this.#part, this.#draw?.() ?? noChange, this as unknown as ChildPart);
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

export const watch = directive(Watch);
