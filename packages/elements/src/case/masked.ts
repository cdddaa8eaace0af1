import { html, type TemplateResult } from 'lit';
import type { Say } from '../messages/messages.ts';

/** Whether a part of a text has been hidden. */
export const isMasked = (text: string) => /[*＊•]/.test(text);

/** A value of which a part has been hidden looks so, and says so. */
export function masked(value: string, say: Say): TemplateResult | string {
  if (!isMasked(value)) return value;
  return html`<span class="masked" title=${say('common.masked')}>${value}<span class="unseen">（${say('common.masked')}）</span></span>`;
}
