import { noChange } from 'lit';
import { type ChildPart, Directive, type DirectiveParameters, directive } from 'lit/directive.js';
import { setChildPartValue } from 'lit/directive-helpers.js';
import type { Subject, Watcher } from '../model/subject.ts';

/**
 * Draws a part of the page that belongs to one subject, and draws that part again, and nothing else, whenever the
 * subject changes. So a keystroke in one of 500 fields touches one, without a component for each of them.
 *
 * Lit's asynchronous directives would do it, too, but keep books on every level above them, which is most of what a
 * large form weighs. Here a part that is no longer on the page is found out when its subject changes. A form that
 * comes back to the page draws itself anew, and so watches again.
 */
class Watch extends Directive implements Watcher {
  #subject: Subject | undefined;
  #draw: (what: unknown) => unknown = () => noChange;
  #what: unknown;
  #part: ChildPart | undefined;

  render(_subject: Subject, draw: (what: unknown) => unknown, what: unknown): unknown {
    return draw(what);
  }

  override update(part: ChildPart, [subject, draw, what]: DirectiveParameters<this>): unknown {
    this.#part = part;
    this.#draw = draw;
    this.#what = what;
    if (this.#subject !== subject) {
      this.#subject?.unfollow(this);
      this.#subject = subject;
      subject.follow(this);
    }
    return draw(what);
  }

  changed(): void {
    if (this.#part?.startNode?.isConnected === true) {
      // What a directive draws belongs to it, or it would be taken for its successor.
      setChildPartValue(this.#part, this.#draw(this.#what), this as unknown as ChildPart);
    } else {
      this.#subject?.unfollow(this);
      this.#subject = undefined;
    }
  }
}

const watching = directive(Watch);

/** Draws what `draw` makes of `what`, now and after each change of `subject`. */
export const watch = <T = undefined>(subject: Subject, draw: (what: T) => unknown, what?: T): unknown =>
  watching(subject, draw as (what: unknown) => unknown, what);
