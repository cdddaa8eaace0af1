import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../messages/messages.ts';
import type { ProblemReport } from './problem.ts';

/** A failed load: what went wrong in words, the code to quote, and another try. */
export function failed(say: Say, problem: ProblemReport, retry: () => void): TemplateResult {
  const missing = problem.status === 404 || problem.status === 403;
  return html`<div class="failed" role="alert" part="error">
    <strong>${missing ? say('common.notFound') : say('common.failed')}</strong>
    ${missing ? nothing : html`<p>${say('common.failedHint')}</p>`}
    <p class="muted small">${problem.detail || problem.title} <code>${problem.code}</code></p>
    <button type="button" @click=${retry}>${say('common.retry')}</button>
  </div>`;
}

/** No client could be found: a mistake of the page's author, said to them. */
export function unconnected(say: Say): TemplateResult {
  return html`<div class="state" part="error"><strong>${say('common.noClient')}</strong><p>${say('common.noClientHint')}</p></div>`;
}

export function offlineMark(say: Say): TemplateResult {
  return html`<p class="offline" role="status" part="offline"><span aria-hidden="true">⚡</span>${say('common.offline')}</p>`;
}
