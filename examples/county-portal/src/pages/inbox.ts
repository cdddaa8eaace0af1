import { html } from 'hono/html';
import { shown } from './element.ts';
import type { Page } from './shell.ts';
import type { Visit } from './visit.ts';

export function inboxPage(visit: Visit): Page {
  const { say } = visit;
  return {
    title: say('inbox.title'),
    scripts: ['inbox'],
    body: html`
      <h1 class="unseen">${say('inbox.title')}</h1>
      <aid-provider><aid-inbox ${shown(visit)}></aid-inbox></aid-provider>`,
  };
}
