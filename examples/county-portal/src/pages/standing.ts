/** Where a case stands, as a mark and words. */
import type { CaseListItem } from '@aidflow/service';
import { html } from 'hono/html';
import { en } from '../words/en.ts';
import type { Word } from '../words/words.ts';
import type { Html } from './shell.ts';
import type { Visit } from './visit.ts';

const isWord = (text: string): text is Word => text in en;

export function standing({ say, language }: Visit, item: CaseListItem): Html {
  if (item.status === 'active') {
    return html`<span class="state">${item.steps.join(language === 'zh' ? '、' : ', ')}</span>`;
  }
  const word = `outcome.${item.outcome}`;
  const kind = item.outcome === 'approved' ? 'good' : 'over';
  return html`<span class="state ${kind}">${isWord(word) ? say(word) : (item.outcome ?? '')}</span>`;
}
