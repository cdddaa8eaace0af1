import { html, svg, type TemplateResult } from 'lit';
import type { ClockTone } from './reading.ts';

const shapes = {
  calm: svg`<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  near: svg`<path d="M7 1.5 13 12.5H1z" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/><path d="M7 5.5v3M7 10.3v.2" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`,
  breach: svg`<path d="M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3z" fill="currentColor"/><path d="M4.8 4.8l4.4 4.4M9.2 4.8 4.8 9.2" stroke="var(--aid-surface)" stroke-width="1.6" stroke-linecap="round"/>`,
  paused: svg`<path d="M4.5 2.5v9M9.5 2.5v9" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>`,
  done: svg`<path d="M2 7.5 5.5 11 12 3.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`,
};

/** A mark for the state of a clock; its shape says what its colour says. */
export function clockMark(tone: ClockTone): TemplateResult {
  return html`<svg class="mark ${tone}" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${shapes[tone]}</svg>`;
}
