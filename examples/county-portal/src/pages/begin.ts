/** Everything that somebody may begin. */
import type { ProgrammeItem } from '@aidflow/service';
import { html } from 'hono/html';
import { startsFor } from '../starts.ts';
import type { Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function beginPage(visit: Visit, programmes: readonly ProgrammeItem[]): Page {
  const { say, person, language } = visit;
  const office = person?.desk === 'office';
  const title = say(office ? 'begin.titleOffice' : 'begin.title');
  const starts = startsFor(person, programmes, language);
  return {
    title,
    kind: 'sheet',
    body: html`<div class="page-head"><h1>${title}</h1><p>${say(office ? 'begin.leadOffice' : 'begin.lead')}</p></div>
      ${
        starts.length === 0
          ? html`<div class="empty"><h2>${say('begin.none')}</h2><p>${say('begin.noneHint')}</p></div>`
          : html`<ul class="begin">${starts.map(
              ({ programme, start, title: name, step }) => html`<li>
        <a href="/apply/${programme.programme}/${start.step}"><strong>${name}</strong><span class="muted">${step}</span></a></li>`,
            )}</ul>`
      }`,
  };
}
