import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Somebody who draws the form: a library, or one of the limits that no library can do without. */
export interface Contestant {
  /** Name of its folder on the server and of its script. */
  key: string;
  name: string;
  /** What it is made of; their versions are told with the figures. */
  packages: readonly string[];
  script: string;
  /** Style sheets by path, from the folder of the script. */
  styles?: readonly string[];
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const own: readonly Contestant[] = [
  {
    key: 'plain',
    name: 'plain HTML',
    packages: [],
    script: here('contestants/plain.js'),
    styles: [here('contestants/plain.css')],
  },
  { key: 'lit', name: 'bare Lit + Ajv', packages: ['lit'], script: here('contestants/lit.js') },
  { key: 'aid', name: '<aid-form>', packages: ['@aidflow/forms'], script: here('contestants/aid.js') },
];

const peer = (
  key: string,
  name: string,
  packages: readonly string[],
  styles: readonly string[] = [],
): Contestant => ({
  key,
  name,
  packages,
  script: here(`peers/${key}.jsx`),
  styles: styles.map((path) => here(`peers/node_modules/${path}`)),
});

const peers: readonly Contestant[] = [
  peer('rjsf', 'RJSF, precompiled', ['@rjsf/core', 'react']),
  peer('json-forms', 'JSON Forms', ['@jsonforms/vanilla-renderers', 'react']),
  peer(
    'form-js',
    'form-js',
    ['@bpmn-io/form-js-viewer'],
    ['@bpmn-io/form-js-viewer/dist/assets/form-js.css'],
  ),
  peer('survey', 'SurveyJS', ['survey-react-ui', 'react'], ['survey-core/survey-core.min.css']),
  peer('formio', 'Form.io', ['@formio/js'], ['@formio/js/dist/formio.form.min.css']),
];

/** Whether the peers are installed. */
export const peersAreThere = existsSync(here('peers/node_modules'));

/** Plain HTML comes first: the others are measured against it. */
export const contestants: readonly Contestant[] = peersAreThere ? [...own, ...peers] : own;
