import { blank, form } from 'bench:form';
import { Formio } from '@formio/js';

const validate = ({ required, pattern, maxLength, minimum, maximum }) => ({
  ...(required && { required }),
  ...(pattern !== undefined && { pattern: pattern.replace(/^\^|\$$/g, '') }),
  ...(maxLength !== undefined && { maxLength }),
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});

function field(part) {
  const common = {
    key: part.name,
    label: part.title,
    input: true,
    validate: validate(part),
    ...(part.help && { description: part.help }),
  };
  const values = (part.choices ?? []).map((one) => ({ label: one, value: one }));
  if (part.kind === 'choice') return { ...common, type: 'radio', values };
  // The plain list is the lighter of the two that there are.
  if (part.kind === 'list') return { ...common, type: 'select', widget: 'html5', data: { values } };
  if (part.kind === 'yes-no') {
    return {
      ...common,
      type: 'radio',
      dataType: 'boolean',
      values: [
        { label: '是', value: 'true' },
        { label: '否', value: 'false' },
      ],
    };
  }
  if (part.kind === 'integer' || part.kind === 'number') return { ...common, type: 'number' };
  // Its calendar comes from another server: a date is typed.
  if (part.kind === 'date')
    return {
      ...common,
      type: 'textfield',
      validate: { ...common.validate, pattern: '\\d{4}-\\d{2}-\\d{2}' },
    };
  return { ...common, type: 'textfield' };
}

function group(part, above) {
  const path = above === '' ? part.name : `${above}.${part.name}`;
  const components = part.parts.map((inner) => {
    const drawn = inner.parts === undefined ? field(inner) : group(inner, path);
    return part.when === undefined || inner.name === part.when
      ? drawn
      : { ...drawn, conditional: { show: true, when: `${path}.${part.when}`, eq: 'true' } };
  });
  if (part.items !== undefined)
    return { type: 'datagrid', key: part.name, label: part.title, input: true, components };
  return {
    type: 'container',
    key: part.name,
    input: true,
    components: [{ type: 'fieldset', key: `${part.name}Set`, legend: part.title, input: false, components }],
  };
}

const schema = {
  display: 'form',
  components: [
    ...form.groups.map((part) => group(part, '')),
    { type: 'button', action: 'submit', key: 'submit', label: '提交' },
  ],
};

const drawn = await Formio.createForm(bench.place, schema, { noAlerts: false });
drawn.nosubmit = true;
await drawn.setSubmission({ data: bench.value(blank) });
bench.ready({
  submit: bench.place.querySelector('button[type=submit], button[name*=submit]'),
  read: () => drawn.submission.data,
  valid: () => drawn.checkValidity(drawn.submission.data, false),
});
