import { html, type TemplateResult } from 'lit';
import type { Say } from '../messages/messages.ts';

/** Whether a part of a text has been hidden. */
export const isMasked = (text: string) => /[*＊•]/.test(text);

/** A value whose hidden parts look hidden, and say so to those who only hear it. */
export function masked(value: string, say: Say): TemplateResult | string {
  if (!isMasked(value)) return value;
  // A name in a list stays with what is hidden of it; lines break between the names.
  const names = value.split(/(?<=[、，,;；])/);
  return html`<span class="masked">${names.map((name) => html`<span class="whole">${hiding(name, say)}</span>`)}</span>`;
}

function hiding(text: string, say: Say): (TemplateResult | string)[] {
  return text
    .split(/([*＊•]+)/)
    .map((part, index) =>
      index % 2 === 0 ? part : html`<span class="hidden-part" title=${say('common.masked')}>${part}</span>`,
    );
}
