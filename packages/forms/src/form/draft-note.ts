import { html, nothing, type TemplateResult } from 'lit';
import type { FormContext } from '../model/context.ts';

/** Says that an earlier visit is being continued, and offers to start over. */
export function draftNote(
  saved: number | undefined,
  context: FormContext,
  startOver: () => void,
): TemplateResult | typeof nothing {
  if (saved === undefined) return nothing;
  const date = new Intl.DateTimeFormat(context.lang === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(saved);
  return html`<div class="draft" part="draft" role="status">
    <span>${context.t('draft', { date })}</span>
    <button type="button" class="button quiet" @click=${startOver}>${context.t('draftForget')}</button>
  </div>`;
}
