/** What a host's compiler knows of the elements. Checked with all other types; nothing here is run. */
import '@aidflow/elements/define';
import type { AidForm } from '@aidflow/forms';
import '@aidflow/forms/field';

const form = document.querySelector('aid-form');
if (form !== null) {
  form.schema = { type: 'object', properties: { name: { type: 'string' } } };
  form.value = { name: 'Ann', members: [{ age: 7 }] };
  form.problems = [{ detail: 'No.', pointer: '/name' }];
  form.mode = 'elder';
  form.upload = async (file, onProgress, signal) => {
    onProgress(0.5);
    signal.throwIfAborted();
    return { sha256: '', name: file.name, size: file.size, type: file.type };
  };
  // @ts-expect-error: no such mode.
  form.mode = 'young';
  // @ts-expect-error: a value is an object.
  form.value = 'Ann';
  // @ts-expect-error: a problem is no text.
  form.problems = ['No.'];

  form.addEventListener('aid-input', ({ detail }) => {
    const { pointer, value } = detail;
    pointer.startsWith('/');
    value.name satisfies unknown;
    // @ts-expect-error: that is a detail of aid-step.
    detail.index;
  });
  form.addEventListener('aid-invalid', ({ detail }) => detail.problems.map(({ message }) => message));
}

// Events bubble and cross shadow roots: the page can hear them, too.
document.addEventListener('aid-step', ({ detail }) => detail.index + detail.count);
addEventListener('aid-submit', (event) => {
  event.preventDefault();
  event.detail.value satisfies object;
});

document.createElement('aid-form') satisfies AidForm;
document.querySelector('aid-field')?.reportValidity();
document.querySelector('aid-case')?.addEventListener('aid-changed', ({ detail }) => detail.version + 1);
document.querySelector('aid-inbox')?.addEventListener('aid-open', ({ detail }) => {
  const element = document.createElement('aid-case');
  element.caseId = detail.case;
  // @ts-expect-error: an id is a text.
  element.caseId = 7;
});
// @ts-expect-error: not every element is a form.
document.createElement('aid-inbox') satisfies AidForm;
