/** Attributes that every element of the portal takes from the visit. */
import { html } from 'hono/html';
import { dayOf } from '../words/words.ts';
import type { Html } from './shell.ts';
import type { Visit } from './visit.ts';

/** `today` is the day of the demo clock: elements would otherwise count from the reader's own. */
export const shown = ({ language, mode, theme, now }: Visit): Html =>
  html`lang="${language}" mode="${mode}" theme="${theme}" today="${dayOf(now)}"`;
