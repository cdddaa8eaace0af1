import type { Explanation, JsonObject } from '@aidflow/engine';
import { html, nothing, type TemplateResult } from 'lit';
import { masked } from '../element/masked.ts';
import { dateOf } from '../format/day.ts';
import { yuan } from '../format/money.ts';
import type { Language } from '../messages/messages.ts';
import { authorityText } from './authority.ts';
import type { EntrySetting } from './entry.ts';

interface Setting extends EntrySetting {
  language: Language;
}

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function pairs(
  values: JsonObject,
  title: (key: string) => string,
  value: (key: string, raw: unknown) => string,
): TemplateResult {
  return html`<dl class="pairs">${Object.entries(values).map(([key, raw]) => html`<dt>${title(key)}</dt><dd class="figures">${value(key, raw)}</dd>`)}</dl>`;
}

function ruleView(
  explanation: Explanation,
  { bundle, say, text, language }: Setting,
): TemplateResult | typeof nothing {
  const { rule } = explanation;
  if (rule === undefined) return nothing;
  const source = bundle.rules[rule.rule];
  const input = (key: string) => text(source?.inputs.find((each) => each.id === key)?.title ?? key);
  const parameter = (key: string) => bundle.definition.parameters?.[key];
  const money = (key: string, raw: unknown) =>
    parameter(key)?.unit === 'fen' && typeof raw === 'number' ? yuan(language, raw) : plain(raw);
  return html`
    <h4>${say('case.rule')} · ${text(source?.title ?? rule.rule)}</h4>
    <p>${rule.row === null ? say('case.ruleNone') : say('case.ruleRow', { row: rule.row, result: say(`result.${rule.result}`) })}</p>
    <h4>${say('case.inputs')}</h4>${pairs(rule.inputs, input, (_, raw) => plain(raw))}
    ${
      Object.keys(rule.parameters).length === 0
        ? nothing
        : html`<h4>${say('case.parameters', { date: rule.date })}</h4>${pairs(rule.parameters, (key) => text(parameter(key)?.title ?? key), money)}`
    }`;
}

/** The grounds of one event: law, authority, signatures, the row of the rule and what it was given. */
export function explanationView(explanation: Explanation, setting: Setting): TemplateResult {
  const { say, text, place } = setting;
  const { basis, authority, signatures } = explanation;
  return html`<div class="grounds">
    ${
      basis.length === 0
        ? nothing
        : html`<h4>${say('case.basis')}</h4><ul>${basis.map((each) => html`<li>${text(each.cite)} <span class="muted small">${say(`case.certainty.${each.certainty as 'sure'}`)}</span></li>`)}</ul>`
    }
    ${authority === undefined ? nothing : html`<p>${authorityText(authority, say, place)}</p>`}
    ${
      signatures.length === 0
        ? nothing
        : html`<h4>${say('case.signatures')}</h4><ul>${signatures.map((each) => html`<li>${masked(each.by.name, say)} <span class="muted small figures">${dateOf(each.at)}</span></li>`)}</ul>`
    }
    ${ruleView(explanation, setting)}
  </div>`;
}
