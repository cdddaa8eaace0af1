import { AidField } from './alone/aid-field.ts';

if (customElements.get('aid-field') === undefined) customElements.define('aid-field', AidField);

declare global {
  interface HTMLElementTagNameMap {
    'aid-field': AidField;
  }
}

export { AidField };
