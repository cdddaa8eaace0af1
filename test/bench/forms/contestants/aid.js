import './aid-form.js';
import { blank, layout, schema } from 'bench:form';
import { validators } from 'bench:validators';

const form = document.createElement('aid-form');
Object.assign(form, { name: 'application', schema, layout, validators, value: bench.value(blank) });
// A field that is drawn asks for its title in the reader's language.
if (bench.drawn) form.locales = { zh: new Proxy({}, { get: (_, text) => void bench.drawn.add(text) }) };
bench.place.append(form);
await form.updateComplete;
bench.ready({
  submit: form.shadowRoot.querySelector('.submit'),
  read: () => form.value,
  valid: () => form.checkValidity(),
});
