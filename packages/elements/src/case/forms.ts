import { html, nothing, type TemplateResult } from 'lit';
import type { BundleView, CaseView } from '../element/client.ts';
import { type FormSetting, readForm } from '../form/form-view.ts';
import type { Say } from '../messages/messages.ts';

interface Setting extends Omit<FormSetting, 'bundle' | 'form'> {
  say: Say;
  text: (source: string) => string;
}

/** The data of each form to read, folded; what is folded is not drawn. */
export function formsView(
  view: CaseView,
  bundle: BundleView,
  opened: ReadonlySet<string>,
  toggle: (form: string, open: boolean) => void,
  setting: Setting,
): TemplateResult {
  const { say, text } = setting;
  const filled = Object.entries(view.state.data);
  return html`${view.masked ? html`<p class="muted small">${say('case.masked')}</p>` : nothing}
    ${filled.length === 0 ? html`<p class="muted">${say('case.noFacts')}</p>` : nothing}
    ${filled.map(([form, data]) => {
      const open = opened.has(form);
      return html`<details class="fact" data-form=${form} ?open=${open} @toggle=${(event: Event) => toggle(form, (event.target as HTMLDetailsElement).open)}>
        <summary><strong>${text(bundle.forms[form]?.title ?? form)}</strong></summary>
        ${open ? html`<div class="data">${readForm({ ...setting, bundle, form }, data)}</div>` : nothing}
      </details>`;
    })}`;
}
