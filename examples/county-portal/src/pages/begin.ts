/** Everything that somebody may begin. */
import type { EnrolmentItem, ProgrammeItem } from '@aidflow/service';
import { html } from 'hono/html';
import { startsFor } from '../starts.ts';
import { longDay } from '../words/words.ts';
import { titleOf } from './apply.ts';
import type { Html, Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function beginPage(
  visit: Visit,
  programmes: readonly ProgrammeItem[],
  rounds: readonly EnrolmentItem[],
): Page {
  const { say, person, language } = visit;
  const office = person?.desk === 'office';
  const title = say(office ? 'begin.titleOffice' : 'begin.title');
  const starts = startsFor(person, programmes, language);
  return {
    title,
    kind: 'sheet',
    body: html`<div class="page-head"><h1>${title}</h1><p>${say(office ? 'begin.leadOffice' : 'begin.lead')}</p></div>
      ${rounds.length === 0 ? '' : openNow(visit, rounds)}
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

/** Rounds that end: they stand before what can be applied for at any time. */
function openNow(visit: Visit, rounds: readonly EnrolmentItem[]): Html {
  const { say, language } = visit;
  const until = ({ until: end }: EnrolmentItem) =>
    end === undefined ? '' : say('begin.until', { until: longDay(language, end) });
  return html`<h2>${say('begin.rounds')}</h2>
    <ul class="begin">${rounds.map(
      (
        round,
      ) => html`<li><a href="/apply/round/${round.case}/${round.do}"><strong>${titleOf(visit, round)}</strong>
        <span class="muted">${round.divisionName} ${until(round)}</span></a></li>`,
    )}</ul>
    <h2>${say('begin.always')}</h2>`;
}
