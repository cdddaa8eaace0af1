/** Every case somebody may see, searched and filtered by the address: each list can be bookmarked. */
import type { CaseListItem } from '@aidflow/service';
import { html, raw } from 'hono/html';
import { dayOf } from '../words/words.ts';
import type { Html, Page } from './shell.ts';
import { standing } from './standing.ts';
import type { Visit } from './visit.ts';

interface Choice {
  id: string;
  title: string;
}

export interface CasesQuery {
  q: string;
  programme: string;
  status: string;
  step: string;
  cursor: string;
}

export interface CasesList {
  items: readonly CaseListItem[];
  next?: string | null | undefined;
  programmes: readonly Choice[];
  /** Steps of the chosen programme. */
  steps: readonly Choice[];
}

export function casesPage(visit: Visit, query: CasesQuery, list: CasesList): Page {
  const { say } = visit;
  return {
    title: say('cases.title'),
    body: html`
      <div class="page-head"><h1>${say('cases.title')}</h1><p>${say('cases.lead')}</p></div>
      ${filter(visit, query, list)}
      ${list.items.length === 0 ? none(visit) : table(visit, list)}
      ${pager(visit, query, list)}`,
  };
}

function filter({ say }: Visit, query: CasesQuery, { programmes, steps }: CasesList): Html {
  const option = (value: string, text: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${text}</option>`;
  const filtered = [query.q, query.programme, query.status, query.step].some((value) => value !== '');
  return html`<form class="filter" method="get" action="/cases" role="search">
    <label>${say('cases.search')}<input type="search" name="q" value="${query.q}" autocomplete="off" /></label>
    <label>${say('cases.programme')}<select name="programme">
      ${option('', say('cases.all'), query.programme)}${programmes.map(({ id, title }) => option(id, title, query.programme))}
    </select></label>
    <label>${say('cases.status')}<select name="status">
      ${option('', say('cases.all'), query.status)}${option('active', say('cases.active'), query.status)}${option('ended', say('cases.ended'), query.status)}
    </select></label>
    ${
      steps.length === 0
        ? ''
        : html`<label>${say('cases.step')}<select name="step">
      ${option('', say('cases.all'), query.step)}${steps.map((step) => option(step.id, step.title, query.step))}
    </select></label>`
    }
    <button class="button primary">${say('cases.find')}</button>
    ${filtered ? html`<a class="clear" href="/cases">${say('cases.clear')}</a>` : ''}
  </form>`;
}

const none = ({ say }: Visit): Html =>
  html`<div class="empty"><h2>${say('cases.none')}</h2><p>${say('cases.noneHint')}</p></div>`;

const columns = [
  'number',
  'programme',
  'applicant',
  'division',
  'where',
  'openedOn',
  'updatedOn',
  'dueOn',
] as const;

function table(visit: Visit, { items }: CasesList): Html {
  const { say } = visit;
  return html`<table class="table">
    <caption class="unseen">${say('cases.title')}</caption>
    <thead><tr>${columns.map((name) => html`<th scope="col">${say(`cases.${name}`)}</th>`)}</tr></thead>
    <tbody>${items.map((item) => row(visit, item))}</tbody>
  </table>`;
}

function row(visit: Visit, item: CaseListItem): Html {
  const { say } = visit;
  const cell = (name: (typeof columns)[number], content: Html | string, kind = '') =>
    html`<td class="${kind}" data-label="${say(`cases.${name}`)}">${content}</td>`;
  const due = item.status === 'ended' ? '' : (item.nextDue ?? '');
  return html`<tr>
    <td><a class="number" href="/cases/${item.id}">${item.number}</a></td>
    ${cell('programme', item.title)}
    ${cell('applicant', item.applicant)}
    ${cell('division', item.divisionName)}
    ${cell('where', standing(visit, item))}
    ${cell('openedOn', dayOf(item.opened), 'figures')}
    ${cell('updatedOn', dayOf(item.updated), 'figures')}
    ${due === '' ? html`<td></td>` : cell('dueOn', due, 'figures')}
  </tr>`;
}

function pager({ say }: Visit, query: CasesQuery, { items, next }: CasesList): Html {
  const to = (cursor: string) => {
    const kept = Object.entries({ ...query, cursor }).filter(([, value]) => value !== '');
    return `/cases?${new URLSearchParams(kept)}`;
  };
  return html`<nav class="pager" aria-label="${say('cases.title')}">
    <span class="muted">${say('cases.shown', { n: items.length })}</span>
    ${query.cursor === '' ? '' : html`<a class="button" href="${to('')}">${say('cases.first')}</a>`}
    ${next === undefined || next === null ? '' : html`<a class="button" href="${to(next)}">${say('cases.next')}</a>`}
  </nav>`;
}
