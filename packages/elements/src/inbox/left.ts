import { html, svg, type TemplateResult } from 'lit';
import { clockMark } from '../clock/mark.ts';
import { type ClockLike, leftText, toneOf } from '../clock/reading.ts';
import type { Due } from '../element/client.ts';
import { shortDeadline } from '../format/day.ts';
import type { Language, Say } from '../messages/messages.ts';

/** Days that the small bar has cells for. */
const cells = 10;

/** Days left as a row of cells, at most ten; over the limit they are crossed out, in a pause hatched. */
function cellsOf(clock: ClockLike): TemplateResult {
  const tone = toneOf(clock);
  const full = Math.max(0, Math.min(cells, Math.abs(clock.left)));
  return html`<svg class="cells ${tone}" width="79" height="8" viewBox="0 0 79 8" preserveAspectRatio="xMinYMid" aria-hidden="true">
    ${Array.from({ length: cells }, (_, index) => {
      const x = index * 8;
      if (tone === 'breach' && index < full)
        return svg`<path class="cross" d="M${x + 1} 1l5 6m0-6-5 6"></path>`;
      if (index >= full) return svg`<rect class="spent" x=${x + 0.5} y="0.5" width="6" height="7"></rect>`;
      return tone === 'paused'
        ? svg`<path class="stripe" d="M${x} 8 ${x + 7} 0"></path>`
        : svg`<rect class="day" x=${x} y="0" width="7" height="8"></rect>`;
    })}
  </svg>`;
}

/** The clock of an inbox item: mark, words, last day and the small bar. */
export function leftCell(due: Due | undefined, language: Language, say: Say, today: string): TemplateResult {
  if (due === undefined) return html`<span class="muted">${say('inbox.noClock')}</span>`;
  const clock: ClockLike = { state: due.state, left: due.left, unit: due.unit, due: due.date };
  const tone = toneOf(clock);
  const last = shortDeadline(language, due.date, today);
  return html`<span class="left ${tone}">
    ${clockMark(tone)}
    <span class="figures"><strong>${leftText(say, clock)}</strong><span class="last">${language === 'zh' ? '，' : ', '}${last}</span></span>
    ${cellsOf(clock)}
  </span>`;
}
