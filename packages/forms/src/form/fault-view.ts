import { html, type TemplateResult } from 'lit';
import type { FormContext } from '../model/context.ts';
import type { FormFault } from '../model/schema.ts';

/** What stands in place of a form that cannot be made: words for the reader, and the cause for whoever runs the site. */
export function faultView(fault: FormFault, { t }: FormContext): TemplateResult {
  return html`<div class="fault" part="fault" role="alert">
    <h2>${t('fault')}</h2>
    <p>${t('faultHelp')}</p>
    <p class="cause"><code>${fault.code}</code> ${fault.message}</p>
  </div>`;
}
