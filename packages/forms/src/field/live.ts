import { noChange } from 'lit';
import { Directive, type DirectiveParameters, directive, type PropertyPart } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

/** Writes a property unless the element holds that value: a person may have changed it since it was written. */
class Live extends Directive {
  render(value: unknown): unknown {
    return value;
  }

  override update(part: PropertyPart, [value]: DirectiveParameters<this>): unknown {
    if (Reflect.get(part.element, part.name) === value) return noChange;
    // Otherwise what was written last would not be written again.
    setCommittedValue(part);
    return value;
  }
}

export const live = directive(Live);
