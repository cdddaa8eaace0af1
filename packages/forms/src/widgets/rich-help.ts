import { html, type TemplateResult } from 'lit';
import type { FormNode } from '../model/form-node.ts';
import { looks } from '../styles/rare.ts';
import { rareText } from '../texts/rare.ts';

/**
 * Help of several paragraphs. The first stands at the control; the others are folded up, and may be lists (`- `, `1. `).
 * `**strong**` and `[words](address)` work everywhere; all else, HTML too, is text as it stands.
 */
export function richHelp(node: FormNode): TemplateResult {
  const [first = '', ...rest] = node.help.trim().split(/\n\s*\n/);
  const { context } = node.model;
  return html`<div class="rich" part="help" ${looks()}>
    <p class="help" id="${node.id}-help">${inline(first, context)}</p>
    ${
      rest.length === 0
        ? ''
        : html`<details>
          <summary>${rareText(context, 'more')}</summary>
          <div class="rich-text">${rest.map((block) => blockView(block, context))}</div>
        </details>`
    }
  </div>`;
}

type Context = FormNode['model']['context'];

function blockView(block: string, context: Context): TemplateResult {
  const lines = block.split('\n').map((line) => line.trim());
  const items = (mark: RegExp) =>
    lines.map((line) => html`<li>${inline(line.replace(mark, ''), context)}</li>`);
  for (const mark of [/^[-*] /, /^\d+[.)] /]) {
    if (!lines.every((line) => mark.test(line))) continue;
    return mark.test('- ') ? html`<ul>${items(mark)}</ul>` : html`<ol>${items(mark)}</ol>`;
  }
  return html`<p>${inline(lines.join(context.lang === 'zh' ? '' : ' '), context)}</p>`;
}

const marks = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Addresses that lead to a page, a mailbox or a telephone; a script is none of them. */
const harmless = /^(?:https?:|mailto:|tel:|[^:]*$)/i;

function inline(text: string, context: Context): unknown[] {
  const parts: unknown[] = [];
  let done = 0;
  for (const { 0: whole, 1: strong, 2: words, 3: address = '', index } of text.matchAll(marks)) {
    parts.push(text.slice(done, index));
    done = index + whole.length;
    if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`);
    else if (harmless.test(address)) parts.push(link(words ?? '', address, context));
    else parts.push(whole);
  }
  return [...parts, text.slice(done)];
}

/** Half a form is not to be lost for a look at something. */
const link = (words: string, address: string, context: Context) =>
  /^(?:mailto|tel):/i.test(address)
    ? html`<a href=${address}>${words}</a>`
    : html`<a href=${address} target="_blank" rel="noopener noreferrer"
        >${words}<span class="unseen">${rareText(context, 'newWindow')}</span></a
      >`;
