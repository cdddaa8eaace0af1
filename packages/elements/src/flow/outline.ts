import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Say } from '../messages/messages.ts';
import type { Graph } from './graph.ts';
import { kindIcon, tick } from './icons.ts';
import { type PictureText, reachSign } from './picture.ts';
import { allSteps, type Procedure, type Step } from './procedure.ts';

/** Ids of the steps that stand inside a branch. */
function inBranches(steps: readonly Step[]): Set<string> {
  const branches = steps.flatMap((step) => Object.values(step.branches ?? {}));
  return new Set(branches.flatMap((branch) => allSteps(branch.steps).map((step) => step.id)));
}

/** Where a step leads, in words; a place where branches meet is passed over. */
function waysOn(id: string, graph: Graph, words: PictureText, say: Say): string[] {
  return graph.edges
    .filter((edge) => edge.from === id)
    .flatMap((edge) => {
      const target = graph.nodes.find((node) => node.id === edge.to);
      if (target?.step === undefined) return [];
      const step = words.text(target.title);
      return edge.labels.length === 0
        ? [step]
        : edge.labels.map((label) => say('flow.goes', { label, step }));
    });
}

/** The same procedure as an ordered list: for screen readers, narrow screens and elder mode. */
export function drawOutline(
  procedure: Procedure,
  graph: Graph,
  words: PictureText,
  say: Say,
  unseen: boolean,
): TemplateResult {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const inner = inBranches(procedure.steps);
  return html`<ol class=${unseen ? 'unseen' : 'outline'} part="outline">
    ${allSteps(procedure.steps).map((step) => {
      const place = words.place(step.id);
      const lane = words.lane(nodes.get(step.id)?.lane ?? '');
      const reach = words.reach(step.id);
      const state = reach ? words.walked(step.id) : place === 'plain' ? '' : say(`flow.state.${place}`);
      // Marks say the rest: only the present, and what was not walked, is worth its words to those who see them.
      const here = place === 'present';
      const seen = here || (reach !== undefined && reach !== 'reached');
      const mark = reach
        ? svg`<g transform="translate(3 3)">${reachSign[reach]}</g>`
        : place === 'past'
          ? svg`<g transform="translate(2.5 3)">${tick}</g>`
          : kindIcon(step.kind);
      return html`<li class="${reach ?? place} ${inner.has(step.id) ? 'inner' : ''}" data-step=${step.id} aria-current=${here ? 'step' : nothing}>
        <span class="mark" aria-hidden="true"><svg viewBox="0 0 16 16">${mark}</svg></span>
        <span class="name">${words.text(step.title ?? step.id)}</span>
        <span class="meta">${lane}${words.delegable(step.id) ? ` · ${say('flow.delegable')}` : ''}<span class=${here ? 'now' : seen ? '' : 'unseen'}> · ${state}</span></span>
        <ul class="unseen">${waysOn(step.id, graph, words, say).map((way) => html`<li>${way}</li>`)}</ul>
      </li>`;
    })}
  </ol>`;
}
