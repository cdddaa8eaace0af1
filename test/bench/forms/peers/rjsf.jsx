import { blank, form, schema } from 'bench:form';
import * as validators from 'bench:rjsf';
import Form, { getDefaultRegistry } from '@rjsf/core';
import { createPrecompiledValidator } from '@rjsf/validator-ajv8';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const validator = createPrecompiledValidator(validators, schema);

/** Choices that are laid open, by path. */
function uiOf(parts) {
  const ui = {};
  for (const part of parts) {
    if (part.parts !== undefined) {
      ui[part.name] = part.items === undefined ? uiOf(part.parts) : { items: uiOf(part.parts) };
    } else if (part.kind === 'choice' || part.kind === 'yes-no') ui[part.name] = { 'ui:widget': 'radio' };
  }
  return ui;
}
const uiSchema = { ...uiOf(form.groups), 'ui:submitButtonOptions': { submitText: '提交' } };

const { FieldTemplate } = getDefaultRegistry().templates;
/** A field's frame that counts how often it is drawn; groups have one, too, and are not counted. */
function Counted(props) {
  if (!['object', 'array'].includes(props.schema.type)) bench.drawn.add(props.id);
  return <FieldTemplate {...props} />;
}
const templates = bench.drawn ? { FieldTemplate: Counted } : {};

let current;

function App() {
  const [data, setData] = useState(bench.value(blank));
  current = data;
  useEffect(
    () =>
      bench.ready({
        submit: document.querySelector('button[type=submit]'),
        read: () => current,
        valid: () => validator.isValid(schema, current, schema),
      }),
    [],
  );
  return (
    <Form
      schema={schema}
      uiSchema={uiSchema}
      validator={validator}
      templates={templates}
      formData={data}
      onChange={(event) => setData(event.formData)}
      showErrorList="top"
      focusOnFirstError
      noHtml5Validate
    />
  );
}

createRoot(bench.place).render(<App />);
