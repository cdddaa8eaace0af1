import { blank, form } from 'bench:form';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';

/** SurveyJS has one level of names: the path with underscores. */
function question(part, above) {
  const common = {
    name: above === '' ? part.name : `${above}_${part.name}`,
    title: part.title,
    isRequired: part.required === true,
    ...(part.help && { description: part.help }),
  };
  const validators = [
    ...(part.pattern === undefined ? [] : [{ type: 'regex', regex: part.pattern }]),
    ...(part.maxLength === undefined ? [] : [{ type: 'text', maxLength: part.maxLength }]),
    ...(part.minimum === undefined
      ? []
      : [
          {
            type: 'numeric',
            minValue: part.minimum,
            ...(part.maximum !== undefined && { maxValue: part.maximum }),
          },
        ]),
  ];
  if (part.kind === 'choice') return { ...common, type: 'radiogroup', choices: part.choices };
  if (part.kind === 'list') return { ...common, type: 'dropdown', choices: part.choices };
  if (part.kind === 'yes-no')
    return { ...common, type: 'boolean', renderAs: 'radio', labelTrue: '是', labelFalse: '否' };
  const input = { date: 'date', integer: 'number', number: 'number' }[part.kind] ?? 'text';
  return { ...common, type: 'text', inputType: input, validators };
}

function group(part, above) {
  const path = above === '' ? part.name : `${above}_${part.name}`;
  if (part.items !== undefined) {
    return {
      type: 'paneldynamic',
      name: path,
      title: part.title,
      panelCount: part.items,
      templateElements: part.parts.map((inner) => question(inner, '')),
    };
  }
  const elements = part.parts.map((inner) => {
    const drawn = inner.parts === undefined ? question(inner, path) : group(inner, path);
    return part.when === undefined || inner.name === part.when
      ? drawn
      : { ...drawn, visibleIf: `{${path}_${part.when}} = true` };
  });
  return { type: 'panel', name: path, title: part.title, elements };
}

function flat(value, above = '') {
  const data = {};
  for (const [name, inner] of Object.entries(value)) {
    const path = above === '' ? name : `${above}_${name}`;
    if (typeof inner === 'object' && !Array.isArray(inner)) Object.assign(data, flat(inner, path));
    else data[path] = inner;
  }
  return data;
}

const model = new Model({ elements: form.groups.map((part) => group(part, '')), completeText: '提交' });
model.data = flat(bench.value(blank));
model.onAfterRenderSurvey.add(() =>
  bench.ready({
    submit: document.querySelector('.sd-navigation__complete-btn'),
    read: () => model.data,
    valid: () => model.validate(false),
  }),
);
createRoot(bench.place).render(<Survey model={model} />);
