import type { AidFormEventMap } from './events.ts';
import { AidForm } from './form-element.ts';

if (customElements.get('aid-form') === undefined) customElements.define('aid-form', AidForm);

declare global {
  interface HTMLElementTagNameMap {
    'aid-form': AidForm;
  }
  /** Of elements, documents and windows: the events bubble and cross shadow roots. */
  interface GlobalEventHandlersEventMap extends AidFormEventMap {}
}
