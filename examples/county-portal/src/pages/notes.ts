/** Pages that say why the wanted one is not shown. */
import { html } from 'hono/html';
import { firstPage } from './desks.ts';
import type { Page } from './shell.ts';
import type { Visit } from './visit.ts';

const noteBody = (title: string, hint: string, link: { to: string; words: string }) => html`
  <div class="page-head"><h1>${title}</h1><p>${hint}</p></div>
  <p><a class="button primary" href="${link.to}">${link.words}</a></p>`;

export function notFoundPage({ say, person }: Visit): Page {
  const title = say('error.notFound');
  const link =
    person === undefined
      ? { to: '/', words: say('site.home') }
      : { to: firstPage(person).path, words: say('error.toDesk') };
  return { title, body: noteBody(title, say('error.notFoundHint'), link) };
}

export function signInPage({ say }: Visit): Page {
  const title = say('error.signIn');
  return {
    title,
    body: noteBody(title, say('error.signInHint'), { to: '/#people', words: say('error.toPeople') }),
  };
}

export function notYoursPage({ say, language, person }: Visit): Page {
  const title = say('error.notYours');
  const who = person?.title[language] ?? '';
  const link = { to: person === undefined ? '/' : firstPage(person).path, words: say('error.toDesk') };
  return { title, body: noteBody(title, say('error.notYoursHint', { who }), link) };
}
