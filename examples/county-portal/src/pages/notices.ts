import { html } from 'hono/html';
import { shown } from './element.ts';
import type { Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function noticesPage(visit: Visit): Page {
  const { say } = visit;
  return {
    title: say('notices.title'),
    scripts: ['notices'],
    body: html`
      <div class="page-head"><h1>${say('notices.title')}</h1><p>${say('notices.lead')}</p></div>
      <aid-provider><aid-notices ${shown(visit)}></aid-notices></aid-provider>`,
  };
}
