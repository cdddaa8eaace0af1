import { html, raw } from 'hono/html';
import type { OpenCase } from '../page-data.ts';
import { shown } from './element.ts';
import { firstListOf, type Html, type Page } from './shell.ts';
import type { Visit } from './visit.ts';

/** A resident reads less than an officer; the auditor can check the record. */
export function casePage(visit: Visit, { id, number }: OpenCase, received: boolean): Page {
  const { say, person } = visit;
  const plain = person?.desk === 'resident' || person?.desk === 'village';
  return {
    title: `${say('case.title')} ${number}`,
    scripts: ['case'],
    kind: plain ? 'sheet' : '',
    body: html`
      <h1 class="unseen">${say('case.title')}</h1>
      <a class="back" href="${firstListOf(person)}">${say(backWord(person?.desk))}</a>
      ${received ? thanks(visit, number) : ''}
      ${person?.desk === 'audit' ? verifyBar(visit, id) : ''}
      <aid-provider><aid-case ${shown(visit)} case-id="${id}"${plain ? raw(' plain') : ''}></aid-case></aid-provider>`,
  };
}

const backWord = (desk: string | undefined) =>
  desk === 'office' ? 'case.backInbox' : desk === 'audit' ? 'case.backCases' : 'case.backMy';

const thanks = ({ say }: Visit, number: string): Html => html`<div class="note done" role="status">
  <strong>${say('case.received', { number })}</strong>${say('case.receivedNext')}</div>`;

const verifyBar = ({ say }: Visit, id: string): Html => html`<div class="verify">
  <button type="button" class="button" data-verify="${id}" data-busy="${say('verify.busy')}"
    data-whole="${say('verify.whole')}" data-broken="${say('verify.broken')}">${say('verify.button')}</button>
  <p role="status" class="muted">${say('verify.why')}</p></div>`;
