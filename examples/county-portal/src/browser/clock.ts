import { dayOf, hourOf, sayIn, type Word, weekday } from '../words/words.ts';

const strip = document.querySelector<HTMLElement>('.strip');
const result = strip?.querySelector<HTMLOutputElement>('.strip-result');
const time = strip?.querySelector('time');
const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
const say = sayIn(language);
/** What happened is told after the page has been loaded anew. */
const toldKey = 'portal-told';

interface Moved {
  now: string;
  fired: number;
}

let moving = false;

async function move(to: { advance: string } | { until: string }): Promise<void> {
  if (moving) return;
  moving = true;
  tell('demo.moving');
  setBusy(true);
  try {
    const response = await fetch('/api/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(to),
    });
    const answer = (await response.json()) as Moved & { detail?: string };
    if (!response.ok) {
      if (result) result.textContent = answer.detail ?? say('error.offline');
      return;
    }
    const when = `${weekday(language, dayOf(answer.now))} ${hourOf(answer.now)}`;
    const told =
      answer.fired === 0
        ? say('demo.movedNone', { when })
        : say('demo.movedFired', { when, n: answer.fired });
    sessionStorage.setItem(toldKey, told);
    // Everything on a page may hang on the date, so the page is asked for anew.
    location.reload();
  } catch {
    tell('error.offline');
  } finally {
    moving = false;
    setBusy(false);
  }
}

function tell(word: Word): void {
  if (result) result.textContent = say(word);
}

function setBusy(busy: boolean): void {
  for (const button of strip?.querySelectorAll('.strip-tools button') ?? []) {
    if (busy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

strip?.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button');
  const { advance } = button?.dataset ?? {};
  if (advance !== undefined) void move({ advance });
  if (button?.classList.contains('strip-open')) {
    const open = strip.querySelector('.strip-tools')?.classList.toggle('open') === true;
    button.setAttribute('aria-expanded', String(open));
  }
});

strip?.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const until = new FormData(event.currentTarget as HTMLFormElement).get('until');
  if (typeof until === 'string' && until !== '') void move({ until });
});

const told = sessionStorage.getItem(toldKey);
if (told !== null && result && time) {
  sessionStorage.removeItem(toldKey);
  result.textContent = told;
}
