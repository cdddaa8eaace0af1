import { html, nothing, type TemplateResult } from 'lit';
import { answered } from '../field/answered.ts';
import { each } from '../field/each.ts';
import { entriesView } from '../field/node-view.ts';
import { watch } from '../field/watch.ts';
import { sectionView } from '../form/section-view.ts';
import { tickIcon } from '../widgets/icons.ts';
import type { Step } from './step.ts';
import type { Steps } from './steps.ts';

type Page = Step | 'review';

/** What a page is called. */
function titleOf(steps: Steps, page: Page): string {
  const { context } = steps.model;
  if (page !== 'review') return page.title === undefined ? '' : context.translate(page.title);
  const { review } = steps.layout;
  const words = typeof review === 'object' ? review.title : undefined;
  return words === undefined ? context.t('review') : context.translate(words);
}

/** The list of steps, the heading of the one that is shown, what is asked in it, and the buttons that lead on. */
export function viewOf(steps: Steps, summary: unknown, submit: unknown): TemplateResult {
  return html`<div class="stepped">
    ${watch(steps.model.outline, () => progress(steps))}
    <div class="pages">
      ${summary}${each(
        [{ id: String(steps.at) }],
        // Another page is drawn anew: what watched the fields of the one before has to hear that it is gone.
        () => page(steps),
      )}
      ${watch(steps.model.outline, () => buttons(steps, submit))}
    </div>
  </div>`;
}

function progress(steps: Steps): TemplateResult | typeof nothing {
  const { pages, index } = steps;
  if (pages.length < 2 || steps.layout.steps === undefined) return nothing;
  const { t } = steps.model.context;
  return html`<nav class="steps" part="steps" aria-label=${t('steps')}>
    <ol>
      ${pages.map((one, at) => {
        const state = at === index ? 'current' : steps.reached(one) ? 'reached' : '';
        const name = html`<span class="step-mark figures" aria-hidden="true">${at < index ? tickIcon : at + 1}</span
          ><span class="step-name">${titleOf(steps, one)}</span>`;
        return html`<li class=${state} aria-current=${at === index ? 'step' : nothing}>
          ${
            state === 'reached'
              ? html`<button type="button" class="step-link" @click=${() => steps.go(one)}>${name}</button>`
              : html`<span class="step-link">${name}</span>`
          }
        </li>`;
      })}
    </ol>
  </nav>
  <div class="bar" aria-hidden="true">
    ${pages.map((_, at) => html`<span class=${at === index ? 'current' : at < index ? 'done' : ''}></span>`)}
  </div>`;
}

function page(steps: Steps): TemplateResult {
  const { at, model } = steps;
  return html`<div class="step" part="step">
    <h2 class="step-title" part="step-title" tabindex="-1">
      ${watch(model.outline, () => position(steps))}${titleOf(steps, at)}
    </h2>
    ${
      at === 'review'
        ? review(steps)
        : at.sections.map((section) => {
            // The only section of a step that is called as the step needs no second heading.
            const alone =
              at.sections.length === 1 && (at.title === undefined || section.spec?.title === at.title);
            return watch(section, () => sectionView(model, section, alone ? 0 : 3));
          })
    }
  </div>`;
}

/** Read out with the heading, so that whoever cannot see the list knows where they are. */
function position(steps: Steps): TemplateResult | typeof nothing {
  const { pages, index, layout, model } = steps;
  if (pages.length < 2 || layout.steps === undefined) return nothing;
  return html`<span class="position">${model.context.t('step', { n: index + 1, count: pages.length })}</span> `;
}

/** All that was answered, step by step, each with a way back to it. */
function review(steps: Steps): TemplateResult {
  const { model, layout } = steps;
  const { context } = model;
  const words = typeof layout.review === 'object' ? layout.review.help : undefined;
  return html`<p class="help">${words === undefined ? context.t('reviewHelp') : context.translate(words)}</p>
    ${watch(model.data, () => steps.all.filter((step) => step.present).map((step) => reviewed(steps, step)))}`;
}

function reviewed(steps: Steps, step: Step): unknown {
  const { context } = steps.model;
  return step.sections
    .filter((section) => section.present)
    .map((section) => {
      const title = context.translate(section.spec?.title ?? '');
      const id = `${section.id}-review`;
      return html`<section class="reviewed" part="section" aria-labelledby=${id}>
        <header class="reviewed-head">
          <h3 id=${id} part="section-title">${title}</h3>
          <button
            type="button"
            class="button quiet change"
            part="button"
            aria-labelledby="${id}-change ${id}"
            ?disabled=${context.disabled}
            @click=${() => steps.change(step)}
          >
            <span id="${id}-change">${context.t('change')}</span>
          </button>
        </header>
        ${section.entries.some(answered) ? entriesView(section.entries, true) : html`<p class="unanswered">${context.t('none')}</p>`}
      </section>`;
    });
}

function buttons(steps: Steps, submit: unknown): TemplateResult {
  const { context } = steps.model;
  const next = steps.returning ? 'toReview' : steps.pages[steps.index + 1] === 'review' ? 'review' : 'next';
  return html`<div class="actions">
    ${
      steps.last
        ? submit
        : html`<button type="button" class="button primary next" part="button" ?disabled=${context.disabled} @click=${steps.next}>
          ${context.t(next)}
        </button>`
    }
    ${
      steps.index > 0
        ? html`<button type="button" class="button back" part="button" @click=${steps.back}>${context.t('back')}</button>`
        : nothing
    }
  </div>`;
}
