import { blank, form, schema } from 'bench:form';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** JSON Forms finds controls among plain properties only: a branch keeps what it requires, and its fields move up. */
function plainProperties(part) {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, plainProperties(inner)]));
  if (copy.then?.properties !== undefined) {
    copy.properties = { ...copy.properties, ...copy.then.properties };
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    copy.then = { required: copy.then.required };
  }
  return copy;
}
const plain = plainProperties(schema);

const control = (part, scope) => ({
  type: 'Control',
  scope: `${scope}/properties/${part.name}`,
  ...((part.kind === 'choice' || part.kind === 'yes-no') && { options: { format: 'radio' } }),
});

function group(part, above) {
  const scope = `${above}/properties/${part.name}`;
  if (part.items !== undefined) {
    const detail = { type: 'VerticalLayout', elements: part.parts.map((inner) => control(inner, '#')) };
    return { type: 'Control', scope, options: { detail } };
  }
  const rule = {
    effect: 'SHOW',
    condition: { scope: `${scope}/properties/${part.when}`, schema: { const: true } },
  };
  const elements = part.parts.map((inner) => {
    const drawn = inner.parts === undefined ? control(inner, scope) : group(inner, scope);
    return part.when === undefined || inner.name === part.when ? drawn : { ...drawn, rule };
  });
  return { type: 'Group', label: part.title, elements };
}
const uischema = { type: 'VerticalLayout', elements: form.groups.map((part) => group(part, '#')) };

/** Renderers of fields that count how often they are drawn. */
const counted = vanillaRenderers.map(({ tester, renderer: Inner }) => ({
  tester,
  renderer: (props) => {
    if (props.uischema.type === 'Control' && props.uischema.options?.detail === undefined) {
      bench.drawn.add(`${props.path} ${props.uischema.scope}`);
    }
    return <Inner {...props} />;
  },
}));
const renderers = bench.drawn ? counted : vanillaRenderers;

let current;

function App() {
  const [data, setData] = useState(bench.value(blank));
  const [mode, setMode] = useState('ValidateAndHide');
  current = data;
  useEffect(() => bench.ready({ submit: document.querySelector('#submit'), read: () => current }), []);
  return (
    <>
      <JsonForms
        schema={plain}
        uischema={uischema}
        data={data}
        renderers={renderers}
        cells={vanillaCells}
        validationMode={mode}
        onChange={(state) => setData(state.data)}
      />
      <button id="submit" type="button" onClick={() => setMode('ValidateAndShow')}>
        提交
      </button>
    </>
  );
}

createRoot(bench.place).render(<App />);
