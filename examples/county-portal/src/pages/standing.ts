/** Where a case stands, as a mark and words. */
import type { CaseListItem } from '@aidflow/service';
import { html } from 'hono/html';
import { en } from '../words/en.ts';
import type { Word } from '../words/words.ts';
import type { Html } from './shell.ts';
import type { Visit } from './visit.ts';

const isWord = (text: string): text is Word => text in en;

export function standing({ say, language }: Visit, item: CaseListItem, locale: Locale = {}): Html {
  if (item.status === 'active') {
    const steps = item.steps.map((step) => (language === 'zh' ? step : (locale[step] ?? step)));
    return html`<span class="state">${steps.join(language === 'zh' ? '、' : ', ')}</span>`;
  }
  const word = `outcome.${item.outcome}`;
  const kind = item.outcome === 'approved' ? 'good' : 'over';
  return html`<span class="state ${kind}">${isWord(word) ? say(word) : (item.outcome ?? '')}</span>`;
}

/** English of a definition's own words. */
export type Locale = Readonly<Record<string, string>>;
