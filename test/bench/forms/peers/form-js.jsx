import { blank, form } from 'bench:form';
import { Form } from '@bpmn-io/form-js-viewer';

const validate = ({ required, pattern, maxLength, minimum, maximum }) => ({
  ...(required && { required }),
  ...(pattern !== undefined && { pattern }),
  ...(maxLength !== undefined && { maxLength }),
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});

function field(part) {
  const common = {
    key: part.name,
    label: part.title,
    validate: validate(part),
    ...(part.help && { description: part.help }),
  };
  if (part.kind === 'choice')
    return { ...common, type: 'radio', values: part.choices.map((one) => ({ label: one, value: one })) };
  if (part.kind === 'list')
    return { ...common, type: 'select', values: part.choices.map((one) => ({ label: one, value: one })) };
  if (part.kind === 'yes-no') {
    return {
      ...common,
      type: 'radio',
      values: [
        { label: '是', value: true },
        { label: '否', value: false },
      ],
    };
  }
  if (part.kind === 'date') return { ...common, type: 'datetime', subtype: 'date', dateLabel: part.title };
  if (part.kind === 'integer') return { ...common, type: 'number', decimalDigits: 0 };
  if (part.kind === 'number') return { ...common, type: 'number' };
  return { ...common, type: 'textfield' };
}

function group(part) {
  const components = part.parts.map((inner) => {
    const drawn = inner.parts === undefined ? field(inner) : group(inner);
    return part.when === undefined || inner.name === part.when
      ? drawn
      : { ...drawn, conditional: { hide: `=${part.name}.${part.when} != true` } };
  });
  const base = { label: part.title, path: part.name, components, showOutline: true };
  return part.items === undefined
    ? { ...base, type: 'group' }
    : {
        ...base,
        type: 'dynamiclist',
        isRepeating: true,
        allowAddRemove: true,
        defaultRepetitions: part.items,
      };
}

const schema = {
  type: 'default',
  schemaVersion: 18,
  components: [...form.groups.map(group), { type: 'button', action: 'submit', label: '提交', key: 'submit' }],
};

const viewer = new Form({ container: bench.place });
await viewer.importSchema(schema, bench.value(blank));
bench.ready({
  submit: bench.place.querySelector('button[type=submit]'),
  read: () => viewer.submit().data,
  valid: () => Object.keys(viewer.validate()).length === 0,
});
