import type { AidForm, FieldProblem, JsonObject, JsonSchema, Layout, Upload, Validate } from '@aidflow/forms';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import type { BundleView, Client } from '../element/client.ts';

/** How a form of a bundle is to be shown. */
export interface FormSetting {
  bundle: BundleView;
  form: string;
  client: Client | undefined;
  lang: string;
  mode: string;
  theme: string;
}

const uploads = new WeakMap<Client, Upload>();
/** One function a client, so that a form does not see another upload at each rendering. */
function uploadOf(client: Client | undefined): Upload | null {
  if (client === undefined) return null;
  let upload = uploads.get(client);
  if (upload === undefined) {
    upload = (file, onProgress, signal) => client.upload(file, { onProgress, signal });
    uploads.set(client, upload);
  }
  return upload;
}

const parts = (bundle: BundleView, form: string) => {
  const found = bundle.forms[form];
  return {
    schema: (found?.schema ?? { type: 'object' }) as JsonSchema,
    layout: (found?.layout ?? null) as unknown as Layout | null,
  };
};

/** A form's data to read; beside an earlier one, what has changed since. */
export function readForm(
  setting: FormSetting,
  data: JsonObject,
  compare: JsonObject | null = null,
): TemplateResult {
  const { bundle, form } = setting;
  const { schema, layout } = parts(bundle, form);
  return html`<aid-form readonly lang=${setting.lang} mode=${setting.mode} theme=${setting.theme || nothing}
    .schema=${schema} .layout=${layout} .locales=${bundle.locales} .divisions=${setting.client?.divisions ?? null}
    .compare=${guard([JSON.stringify(compare)], () => compare)}
    .value=${guard([data], () => data)}></aid-form>`;
}

export interface EditSetting extends FormSetting {
  validate: Validate | null;
  value: JsonObject;
  problems: readonly FieldProblem[];
  busy: boolean;
  scope: JsonObject;
  onInput: (value: JsonObject) => void;
  onSubmit: (value: JsonObject) => void;
}

/** A form to fill in, without a button of its own: reasons may follow below it. `value` is only where it starts. */
export function editForm(setting: EditSetting): unknown {
  const { bundle, form, client } = setting;
  const { schema, layout } = parts(bundle, form);
  // Another form is another element: nothing typed in one may go over into the other.
  return keyed(
    form,
    html`<aid-form no-submit lang=${setting.lang} mode=${setting.mode} theme=${setting.theme || nothing}
    .schema=${schema} .layout=${layout} .locales=${bundle.locales} .validators=${setting.validate}
    .upload=${uploadOf(client)} .divisions=${client?.divisions ?? null} .scope=${setting.scope} .busy=${setting.busy}
    .problems=${setting.problems} .value=${guard([bundle.hash, form], () => setting.value)}
    @aid-input=${(event: CustomEvent<{ value: JsonObject }>) => setting.onInput(event.detail.value)}
    @aid-submit=${(event: CustomEvent<{ value: JsonObject }>) => {
      event.preventDefault();
      event.stopPropagation();
      setting.onSubmit(event.detail.value);
    }}></aid-form>`,
  );
}

export type FormElement = AidForm;
