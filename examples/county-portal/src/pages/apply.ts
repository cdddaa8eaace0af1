/** The form with which something begins, in the words of the programme's newest definition. */
import type { EnrolmentItem } from '@aidflow/service';
import { html } from 'hono/html';
import type { Place } from '../county/divisions.ts';
import type { Begun } from '../starts.ts';
import { shown } from './element.ts';
import type { Html, Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function applyPage(visit: Visit, begun: Begun): Page {
  const { say, person } = visit;
  const { programme, start, title, step } = begun;
  const proxy = person?.desk === 'village' ? person.name : '';
  return {
    title,
    scripts: ['apply'],
    kind: 'sheet',
    body: html`
      ${head(visit, start.step === programme.start.step ? title : `${title} · ${step}`)}
      ${begun.places.length > 1 ? where(visit, begun.places) : ''}
      <div id="apply-note" role="status"></div>
      <div id="apply" data-programme="${programme.programme}" data-step="${start.step}"
        data-failed="${say('apply.failed')}" data-offline="${say('error.offline')}"
        data-home="${begun.places[0]?.code ?? ''}" data-proxy="${proxy}">
      ${
        start.form === null
          ? html`<button type="button" class="button primary">${step}</button>`
          : form(visit, programme.hash, start.form, `${programme.programme}-${start.step}`)
      }
      </div>
      ${person?.desk === 'office' ? '' : html`<p class="muted">${say('apply.ask')}</p>`}`,
  };
}

/** Joins a round that is open: a call for candidates, for proposals. */
export function enrolPage(visit: Visit, round: EnrolmentItem): Page {
  const { say } = visit;
  const title = titleOf(visit, round);
  return {
    title,
    scripts: ['apply'],
    kind: 'sheet',
    body: html`
      ${head(visit, title)}
      <div id="apply-note" role="status"></div>
      <div id="apply" data-case="${round.case}" data-step="${round.do}"
        data-failed="${say('apply.failed')}" data-offline="${say('error.offline')}">
      ${form(visit, round.definition, round.form, `${round.case}-${round.do}`)}
      </div>
      <p class="muted">${say('apply.ask')}</p>`,
  };
}

/** `Programme · what is joined`. */
export function titleOf({ language }: Visit, { programmeTitle, title, locales }: EnrolmentItem): string {
  const said = (text: string) => locales[language]?.[text] ?? text;
  return `${said(programmeTitle)} · ${said(title)}`;
}

function head({ say, person }: Visit, title: string): Html {
  const lead =
    person?.desk === 'village'
      ? 'apply.leadProxy'
      : person?.desk === 'resident'
        ? 'apply.lead'
        : 'apply.leadOffice';
  return html`<a class="back" href="/apply">${say('apply.back')}</a>
      <div class="page-head"><h1>${title}</h1><p>${say(lead)}</p></div>`;
}

function form(visit: Visit, hash: string, id: string, draft: string): Html {
  const definition = `/api/definitions/${hash}`;
  return html`<aid-form ${shown(visit)} programme-src="${definition}" validators-src="${definition}/validators.js"
        form-id="${id}" upload-url="/api/files" divisions-url="/api/divisions"
        draft-key="${draft}-${visit.person?.id ?? ''}"></aid-form>`;
}

function where({ say, language }: Visit, places: readonly Place[]): Html {
  return html`<label class="where">${say('apply.where')}<select id="apply-where">${places.map(
    ({ code, name, english }) => html`<option value="${code}">${language === 'zh' ? name : english}</option>`,
  )}</select></label>`;
}
