import { html, nothing, type TemplateResult } from 'lit';
import type { CaseView, Client } from '../element/client.ts';
import { masked } from '../element/masked.ts';
import { dateOf, monthText, shortDay } from '../format/day.ts';
import { yuan } from '../format/money.ts';
import { moneyInWords } from '../format/words.ts';
import type { Language, Say } from '../messages/messages.ts';

interface Setting {
  view: CaseView;
  client: Client | undefined;
  language: Language;
  say: Say;
  text: (source: string) => string;
}

const size = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

function link(href: string, title: string, meta: string, say: Say): TemplateResult {
  return html`<li><a href=${href} target="_blank" rel="noopener">${title}<span class="unseen"> (${say('common.newTab')})</span></a> <span class="muted small figures">${meta}</span></li>`;
}

/** What was awarded, in figures and in words. */
export function award({ view, language, say }: Setting): TemplateResult | typeof nothing {
  if (view.award === null) return nothing;
  const { amount, starts, months, payee } = view.award;
  const once = months === 1;
  return html`<section class="award" part="award"><h3>${say('case.award')}</h3>
    <p class="amount figures">${say(once ? 'case.awardOnce' : 'case.awardMonthly', { amount: yuan(language, amount) })}</p>
    <p>${say('case.awardWords', { words: moneyInWords(language, amount) })}</p>
    <p class="muted">${say('case.awardFrom', { month: monthText(language, starts) })}${months === undefined || once ? nothing : html` · ${say('case.awardMonths', { months })}`}${payee === undefined ? nothing : html` · ${say('case.payee')} ${masked(payee, say)}`}</p>
  </section>`;
}

function letters({ view, client, say, text, language }: Setting): TemplateResult | typeof nothing {
  if (view.letters.length === 0) return nothing;
  return html`<section><h3>${say('case.letters')}</h3><ul class="links">
    ${view.letters.map((letter) =>
      link(
        client?.letterUrl(view.state.id, letter.n, language) ?? '',
        text(letter.title),
        `${letter.number} · ${dateOf(letter.issued)}`,
        say,
      ),
    )}</ul></section>`;
}

function files({ view, client, say }: Setting): TemplateResult | typeof nothing {
  if (view.files.length === 0) return nothing;
  return html`<section><h3>${say('case.files')}</h3><ul class="links">
    ${view.files.map((file) => link(client?.fileUrl(file.sha256) ?? '', file.name, size(file.size), say))}</ul></section>`;
}

function notices({ view, say, text, language }: Setting): TemplateResult | typeof nothing {
  if (view.notices.length === 0) return nothing;
  return html`<section><h3>${say('case.notices')}</h3>
    ${view.notices.map((notice) => {
      const from = shortDay(language, notice.from);
      const period =
        notice.to === undefined
          ? say('notices.periodOpen', { from })
          : say('notices.period', { from, to: shortDay(language, notice.to) });
      return html`<p><strong>${text(notice.title)}</strong> <span class="muted small">${period}</span></p>
        <dl class="pairs">${notice.items.map((item) => html`<dt>${text(item.label)}</dt><dd>${masked(item.value, say)}</dd>`)}</dl>`;
    })}</section>`;
}

/** What has come out of the case: notices and letters, and the files that went in. */
export function papers(setting: Setting): TemplateResult {
  return html`${notices(setting)}${letters(setting)}${files(setting)}`;
}
