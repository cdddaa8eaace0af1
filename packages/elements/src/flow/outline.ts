import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Say } from '../messages/messages.ts';
import type { Graph } from './graph.ts';
import { kindIcon, tick } from './icons.ts';
import type { PictureText } from './picture.ts';
import { allSteps, type Procedure } from './procedure.ts';

/** The same procedure as an ordered list: for screen readers, narrow screens and elder mode. */
export function drawOutline(
  procedure: Procedure,
  graph: Graph,
  words: PictureText,
  say: Say,
  unseen: boolean,
): TemplateResult {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return html`<ol class=${unseen ? 'unseen' : 'outline'} part="outline">
    ${allSteps(procedure.steps).map((step) => {
      const place = words.place(step.id);
      const lane = nodes.get(step.id)?.lane ?? '';
      return html`<li class=${place} data-step=${step.id} aria-current=${place === 'present' ? 'step' : nothing}>
        <span class="mark" aria-hidden="true"><svg viewBox="0 0 16 16">${place === 'past' ? svg`<g transform="translate(2.5 3)">${tick}</g>` : kindIcon(step.kind)}</svg></span>
        <span class="name">${words.text(step.title ?? step.id)}</span>
        <span class="meta"> ${words.lane(lane)}${place === 'plain' ? nothing : html` · ${say(`flow.state.${place}`)}`}${words.delegable(step.id) ? html` · ${say('flow.delegable')}` : nothing}</span>
      </li>`;
    })}
  </ol>`;
}
