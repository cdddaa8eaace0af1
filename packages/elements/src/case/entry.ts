import { html, nothing, type TemplateResult } from 'lit';
import type { BundleView, FieldChange, HistoryEntry } from '../element/client.ts';
import { masked } from '../element/masked.ts';
import { dateOf, timeOf } from '../format/day.ts';
import type { MessageKey, Say } from '../messages/messages.ts';
import { zh } from '../messages/zh.ts';
import { authorityText } from './authority.ts';
import { fieldTitle } from './field-title.ts';

export interface EntrySetting {
  bundle: BundleView;
  say: Say;
  text: (source: string) => string;
  place: (code: string) => string;
}

const shown = (value: unknown): string =>
  value === undefined || value === null
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function changeRow(change: FieldChange, { bundle, say, text }: EntrySetting): TemplateResult {
  const { form, pointer, before, after } = change;
  const schema = bundle.forms[form]?.schema;
  return html`<tr><th scope="row">${schema === undefined ? pointer : fieldTitle(schema, pointer, text)}</th>
    <td>${before === undefined ? nothing : html`<del>${masked(shown(before), say)}</del> → `}${masked(shown(after), say)}</td></tr>`;
}

/** Operations that every case has are named by the elements: no definition does. */
export function eventTitle(
  { type, title }: HistoryEntry,
  say: Say,
  text: (source: string) => string,
): string {
  const key = `event.${type}`;
  return key in zh ? say(key as MessageKey) : text(title);
}

/** What the list of entries adds to one of them. */
export interface EntryParts {
  /** Asks for the grounds. */
  button: TemplateResult;
  /** The grounds, where they were asked for. */
  answer: TemplateResult | typeof nothing;
  /** The changed form as a whole. */
  whole: unknown;
}

/** One thing that happened: when, what, who and by what authority, with what words and data. */
export function entryView(
  entry: HistoryEntry,
  setting: EntrySetting,
  { button, answer, whole }: EntryParts,
): TemplateResult {
  const { bundle, say, text, place } = setting;
  const system = entry.by.kind === 'system';
  const who = system ? say('case.system') : masked(entry.by.name, say);
  const zone = bundle.timezone;
  const changes = entry.changes ?? [];
  return html`<li class=${system ? 'system' : 'act'}>
    <time class="figures" datetime=${entry.at}>${dateOf(entry.at, zone)} <span class="muted">${timeOf(entry.at, zone)}</span></time>
    <div class="what">
      <p><strong>${eventTitle(entry, say, text)}${entry.outcome === undefined ? nothing : html` · ${text(entry.outcome)}`}</strong> <span class="muted">${who}${entry.authority === undefined || system ? nothing : html` · ${authorityText(entry.authority, say, place)}`}</span> ${button}</p>
      ${entry.reasons === undefined || entry.reasons === '' ? nothing : html`<blockquote>${say('case.reasonsSaid', { reasons: entry.reasons })}</blockquote>`}
      ${
        changes.length === 0
          ? nothing
          : html`<details><summary>${say('case.changes')}</summary><table class="changes"><tbody>${changes.map((change) => changeRow(change, setting))}</tbody></table>${whole}</details>`
      }
      ${answer}
    </div>
  </li>`;
}
