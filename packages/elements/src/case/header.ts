import { html, type TemplateResult } from 'lit';
import type { BundleView, CaseView } from '../element/client.ts';
import { masked } from '../element/masked.ts';
import { allSteps } from '../flow/procedure.ts';
import { dateOf, dayText } from '../format/day.ts';
import type { MessageKey } from '../messages/messages.ts';
import { type WhoSetting, whoActs } from './who.ts';

/** How a case ended: by its decision, else by the end it came to. */
function outcomeOf({ state }: CaseView, bundle: BundleView): string | undefined {
  if (state.status === 'active') return undefined;
  const end = allSteps(bundle.definition.steps).find(
    (each) => each.kind === 'end' && each.id === state.value,
  );
  return state.decided?.outcome ?? end?.outcome;
}

/** Whose case it is, how it stands, and who acts next. */
export function headerView(view: CaseView, bundle: BundleView, setting: WhoSetting): TemplateResult {
  const { say, language, text, timeZone } = setting;
  const { state } = view;
  const outcome = outcomeOf(view, bundle);
  const ended = state.status === 'ended';
  const status =
    outcome === undefined
      ? say(ended ? 'case.ended' : 'case.active')
      : say(`outcome.${outcome}` as MessageKey);
  const who = ended ? [say('case.over', { outcome: status })] : whoActs(view, setting);
  const opened = say('case.opened', { day: dayText(language, dateOf(state.opened, timeZone)) });
  return html`<header>
    <p class="muted">${text(view.title)} · ${view.divisionName} · ${opened}</p>
    <div class="top"><h2>${masked(state.applicant.name, say)} <span class="figures">${state.number}</span></h2><span class="tag ${state.status} ${outcome ?? ''}">${status}</span></div>
    ${who.map((line) => html`<p class="who">${line}</p>`)}
  </header>`;
}
