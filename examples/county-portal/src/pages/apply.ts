/** The form with which something begins, in the words of the programme's newest definition. */
import { html } from 'hono/html';
import type { Place } from '../county/divisions.ts';
import type { Begun } from '../starts.ts';
import { shown } from './element.ts';
import type { Html, Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function applyPage(visit: Visit, begun: Begun): Page {
  const { say, person } = visit;
  const { programme, start, title, step } = begun;
  const lead =
    person?.desk === 'village'
      ? 'apply.leadProxy'
      : person?.desk === 'resident'
        ? 'apply.lead'
        : 'apply.leadOffice';
  const definition = `/api/definitions/${programme.hash}`;
  const proxy = person?.desk === 'village' ? person.name : '';
  return {
    title,
    scripts: ['apply'],
    kind: 'sheet',
    body: html`
      <a class="back" href="/apply">${say('apply.back')}</a>
      <div class="page-head"><h1>${title}${start.step === programme.start.step ? '' : html` · ${step}`}</h1>
        <p>${say(lead)}</p></div>
      ${begun.places.length > 1 ? where(visit, begun.places) : ''}
      <div id="apply-note" role="status"></div>
      <div id="apply" data-programme="${programme.programme}" data-step="${start.step}"
        data-failed="${say('apply.failed')}" data-offline="${say('error.offline')}"
        data-home="${begun.places[0]?.code ?? ''}" data-proxy="${proxy}">
      ${
        start.form === null
          ? html`<button type="button" class="button primary">${step}</button>`
          : html`<aid-form ${shown(visit)} programme-src="${definition}" validators-src="${definition}/validators.js"
        form-id="${start.form}" upload-url="/api/files" divisions-url="/api/divisions"
        draft-key="${programme.programme}-${start.step}-${person?.id ?? ''}"></aid-form>`
      }
      </div>
      ${person?.desk === 'office' ? '' : html`<p class="muted">${say('apply.ask')}</p>`}`,
  };
}

function where({ say, language }: Visit, places: readonly Place[]): Html {
  return html`<label class="where">${say('apply.where')}<select id="apply-where">${places.map(
    ({ code, name, english }) => html`<option value="${code}">${language === 'zh' ? name : english}</option>`,
  )}</select></label>`;
}
