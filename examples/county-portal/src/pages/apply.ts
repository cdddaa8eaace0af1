import type { ProgrammeItem } from '@aidflow/service';
import { html } from 'hono/html';
import { shown } from './element.ts';
import type { Page } from './shell.ts';
import type { Visit } from './visit.ts';

/** The application, in the words of the programme's newest definition. */
export function applyPage(visit: Visit, programme: ProgrammeItem): Page {
  const { say, person } = visit;
  const proxy = person?.desk === 'village';
  const definition = `/api/definitions/${programme.hash}`;
  return {
    title: say('apply.title'),
    scripts: ['apply'],
    kind: 'sheet',
    body: html`
      <div class="page-head"><h1>${say('apply.title')}</h1>
        <p>${say(proxy ? 'apply.leadProxy' : 'apply.lead')}</p></div>
      <div id="apply-note" role="status"></div>
      <aid-form ${shown(visit)} programme-src="${definition}" validators-src="${definition}/validators.js"
        form-id="${programme.start.form ?? ''}" upload-url="/api/files" divisions-url="/api/divisions"
        draft-key="${programme.programme}-${person?.id ?? ''}" data-programme="${programme.programme}"
        data-sending="${say('apply.sending')}" data-failed="${say('apply.failed')}" data-offline="${say('error.offline')}"
        data-home="${person?.place.code ?? ''}" data-proxy="${proxy ? (person?.name ?? '') : ''}"></aid-form>
      <p class="muted">${say('apply.ask')}</p>`,
  };
}
