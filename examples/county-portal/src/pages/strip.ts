/** The strip at the top: that this is a demonstration, what time it is in it, and who one is. */
import { html } from 'hono/html';
import { dayOf, hourOf, shortDay, weekday } from '../words/words.ts';
import type { Html } from './shell.ts';
import type { Visit } from './visit.ts';

export function strip({ say, language, person, now }: Visit): Html {
  const today = dayOf(now);
  return html`<section class="strip" aria-label="${say('demo.label')}">
    <div class="strip-in">
      <p class="strip-fact">
        <span class="key">${say('demo.now')}</span>
        <time class="figures" datetime="${now}"><span class="roomy">${weekday(language, today)} ${hourOf(now)}</span><span class="tight">${shortDay(language, today)}</span></time>
      </p>
      <button type="button" class="strip-open" aria-expanded="false" aria-controls="strip-tools">${say('demo.tools')}</button>
      <div class="strip-tools" id="strip-tools">
        <button type="button" data-advance="1d">${say('demo.day')}</button>
        <button type="button" data-advance="3wd">${say('demo.workingDays', { n: 3 })}</button>
        <button type="button" data-advance="7d">${say('demo.days', { n: 7 })}</button>
        <form>
          <label class="unseen" for="strip-until">${say('demo.until')}</label>
          <input id="strip-until" type="date" name="until" required min="${today}" value="${today}" />
          <button>${say('demo.untilGo')}</button>
        </form>
      </div>
      <p class="strip-fact strip-who">
        <span class="key">${say('demo.as')}</span>
        <span>${person === undefined ? say('demo.nobody') : person.title[language]}</span>
        <a href="/#people">${say('demo.change')}</a>
      </p>
      <output class="strip-result" aria-live="polite"></output>
    </div>
  </section>`;
}
