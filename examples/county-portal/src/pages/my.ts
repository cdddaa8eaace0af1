/** A resident's own applications, or those a committee made for others. */
import type { CaseListItem } from '@aidflow/service';
import { html } from 'hono/html';
import { dayOf, longDay, weekday } from '../words/words.ts';
import type { Html, Page } from './shell.ts';
import { standing } from './standing.ts';
import type { Visit } from './visit.ts';

export function myPage(visit: Visit, cases: readonly CaseListItem[]): Page {
  const { say, person } = visit;
  const title = say(person?.desk === 'village' ? 'my.titleProxy' : 'my.title');
  return {
    title,
    kind: 'sheet',
    body: html`<div class="page-head"><h1>${title}</h1></div>
      ${cases.length === 0 ? empty(visit) : html`<div class="tiles">${cases.map((item) => tile(visit, item))}</div>`}`,
  };
}

const empty = ({ say }: Visit): Html => html`<div class="empty">
  <h2>${say('my.empty')}</h2><p>${say('my.emptyHint')}</p>
  <a class="button primary" href="/apply">${say('my.start')}</a></div>`;

function tile(visit: Visit, item: CaseListItem): Html {
  const { say, language } = visit;
  const fact = (word: 'my.step' | 'my.opened' | 'my.due', value: Html | string) =>
    html`<div><dt>${say(word)}</dt><dd>${value}</dd></div>`;
  return html`<article class="tile">
    <h2>${item.title} <span class="muted figures">${item.number}</span></h2>
    <dl>
      ${fact('my.step', standing(visit, item))}
      ${fact('my.opened', longDay(language, dayOf(item.opened)))}
      ${item.nextDue === null || item.status === 'ended' ? '' : fact('my.due', weekday(language, item.nextDue))}
    </dl>
    <a class="button" href="/cases/${item.id}">${say('my.open')}</a>
  </article>`;
}
