/** The first page: what this is, and everybody whom one can be. */
import { type Bundle, flatSteps } from '@aidflow/definition';
import { html, raw } from 'hono/html';
import { delegations } from '../county/delegations.ts';
import { county, type Place, townships } from '../county/divisions.ts';
import { holders, livingAllowance, type Person } from '../county/people.ts';
import { neededPosts } from '../county/posts.ts';
import { bundles } from '../county/programmes.ts';
import { longDay } from '../words/words.ts';
import { firstPage } from './desks.ts';
import type { Html, Page } from './shell.ts';
import type { Visit } from './visit.ts';

const walk = ['start.walk1', 'start.walk2', 'start.walk3', 'start.walk4', 'start.walk5'] as const;

export function startPage(visit: Visit): Page {
  const { say, language, person } = visit;
  const body = html`
    <header class="start-head">
      <h1>${say('start.title')}</h1>
      <p>${say('start.lead')}</p>
      <p class="synthetic">${say('site.synthetic')}</p>
      ${person === undefined ? '' : here(visit, person)}
    </header>
    <section aria-labelledby="people">
      <h2 id="people" tabindex="-1">${say('start.people')}</h2>
      <form method="post" action="/person">
        <div class="towns">
          ${townships.map((town) => townCard(visit, town))}
        </div>
        <div class="towns county">${countyCard(visit)}</div>
      </form>
    </section>
    <section aria-labelledby="others">
      <h2 id="others">${say('start.others')}</h2>
      <p class="muted">${say('start.othersLead')}</p>
      <form method="post" action="/person" class="programmes">${bundles.slice(1).map((bundle) => programmeCard(visit, bundle))}</form>
    </section>
    <section aria-labelledby="walk">
      <h2 id="walk">${say('start.walk')}</h2>
      <ol class="walk">${walk.map((word) => html`<li>${say(word)}</li>`)}</ol>
    </section>`;
  return { title: language === 'zh' ? say('nav.people') : say('start.people'), kind: 'start', body };
}

function here({ say, language }: Visit, person: Person): Html {
  const first = firstPage(person);
  return html`<p class="muted">${say('start.signedInAs', { who: person.title[language] })}
    <a href="${first.path}">${say('start.continue', { desk: say(first.word) })}</a></p>`;
}

function townCard(visit: Visit, town: Place): Html {
  const { say, language } = visit;
  const grant = delegations.find(({ to }) => to === town.code);
  const [word, why] =
    grant === undefined
      ? [say('start.sendsUp'), say('start.sendsUpWhy')]
      : [
          say('start.delegated'),
          grant.until === undefined
            ? say('start.delegatedOpen', { document: grant.document })
            : say('start.delegatedUntil', {
                document: grant.document,
                until: longDay(language, grant.until),
              }),
        ];
  return html`<article class="town${grant === undefined ? '' : ' delegated'}">
    <header>
      <h3>${language === 'zh' ? town.name : town.english}</h3>
      <p><strong>${word}</strong></p>
      <p>${why}</p>
    </header>
    ${list(visit, (person) => person.place.code.startsWith(town.code))}
  </article>`;
}

function countyCard(visit: Visit): Html {
  const { say } = visit;
  return html`<article class="town wide">
    <header><h3>${say('post.county')}</h3><p>${say('post.countyWhy')}</p></header>
    ${list(visit, (person) => person.place.code === county.code)}
  </article>`;
}

/** Who acts in a programme: each post with everybody who holds it. */
function programmeCard(visit: Visit, bundle: Bundle): Html {
  const { say, language } = visit;
  const said = (text: string) => bundle.locales[language]?.[text] ?? text;
  const posts = neededPosts([bundle]);
  const applies = flatSteps(bundle.definition.steps).some(
    ({ step }) => step.kind === 'task' && step.role === 'applicant',
  );
  return html`<details class="programme">
    <summary>${said(bundle.title)}</summary>
    <dl>${posts.map(
      (post) => html`<dt>${said(post.zh)}</dt>
      <dd>${holders(post).map((person) => personButton(visit, person, whichOf(visit, person)))}</dd>`,
    )}${
      applies
        ? html`<dt>${say('start.applicants')}</dt>
      <dd>${residents.map((person) => personButton(visit, person, person.title[language]))}</dd>`
        : ''
    }</dl>
  </details>`;
}

/** One resident a township is enough to try a programme. */
const residents = livingAllowance.filter(({ desk }, place) => desk === 'resident' && place % 2 === 1);

function list(visit: Visit, belongs: (person: Person) => boolean): Html {
  return html`<ul>${livingAllowance.filter(belongs).map((person) => html`<li>${personButton(visit, person)}</li>`)}</ul>`;
}

/** Beside the name of its post somebody is told apart by the place, and two in one place by their letters. */
function whichOf({ language }: Visit, { title, place }: Person): string {
  if (place === county) return title[language];
  const name = language === 'zh' ? place.name : place.english;
  const turn = /[甲乙丙丁戊己庚辛]$| [A-H]$/.exec(title[language])?.[0] ?? '';
  return `${name}${turn}`;
}

function personButton({ say, language, person: current }: Visit, person: Person, words?: string): Html {
  const who = person.title[language];
  return html`<button class="person" name="person" value="${person.id}" aria-label="${say('post.enter', { who })}"${
    person.id === current?.id ? raw(' aria-current="true"') : ''
  }>${words ?? shortTitle(who, person)}</button>`;
}

/** Below the name of its township a post needs no place. */
function shortTitle(who: string, { place }: Person): string {
  const cut = [place.name, `${place.english}, `].find((prefix) => who.startsWith(prefix));
  if (cut === undefined || place.code.length === 12) return who;
  const rest = who.slice(cut.length);
  return rest[0]?.toUpperCase() + rest.slice(1);
}
