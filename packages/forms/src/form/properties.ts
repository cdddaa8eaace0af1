import type { PropertyDeclarations } from 'lit';

const off = { attribute: false } as const;
const flag = { type: Boolean, reflect: true } as const;

/** The properties of `<aid-form>`, and the attributes that set them. */
export const properties: PropertyDeclarations = {
  schema: off,
  layout: off,
  value: { attribute: false, noAccessor: true },
  validators: off,
  locales: off,
  problems: off,
  upload: off,
  divisions: off,
  scope: off,
  name: { reflect: true },
  lang: { reflect: true },
  mode: { reflect: true },
  theme: { reflect: true },
  entries: {},
  formId: { attribute: 'form-id' },
  readonly: flag,
  busy: flag,
  noSubmit: { type: Boolean, attribute: 'no-submit' },
  schemaSrc: { attribute: 'schema-src' },
  layoutSrc: { attribute: 'layout-src' },
  programmeSrc: { attribute: 'programme-src' },
  validatorsSrc: { attribute: 'validators-src' },
  uploadUrl: { attribute: 'upload-url' },
  divisionsUrl: { attribute: 'divisions-url' },
  draftKey: { attribute: 'draft-key' },
  draftDays: { type: Number, attribute: 'draft-days' },
};

/** What they are before anybody sets them. */
export const initialProperties = {
  schema: null,
  layout: null,
  validators: null,
  locales: {},
  problems: [],
  upload: null,
  divisions: null,
  scope: {},
  name: '',
  lang: '',
  mode: 'normal',
  theme: null,
  entries: 'json',
  formId: '',
  readonly: false,
  busy: false,
  noSubmit: false,
  schemaSrc: '',
  layoutSrc: '',
  programmeSrc: '',
  validatorsSrc: '',
  uploadUrl: '',
  divisionsUrl: '',
  draftKey: '',
  draftDays: 14,
} as const;
