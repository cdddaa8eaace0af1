import { html, nothing, type TemplateResult } from 'lit';
import { answered } from '../field/answered.ts';
import { entriesView } from '../field/node-view.ts';
import { watch } from '../field/watch.ts';
import type { FormModel } from '../model/form-model.ts';
import type { SectionNode } from '../model/section-node.ts';

/** The sections that exist, each with its number among them, so that a person knows how far it goes on. */
export function sectionsView(model: FormModel): unknown {
  if (model.context.readonly) return watch(model.data, () => readView(model));
  return model.sections.map((section) => watch(section, () => sectionView(model, section)));
}

/** Sections to read: those with answers, and in one line the names of the others. */
function readView(model: FormModel): unknown {
  const { t, lang } = model.context;
  const there = model.sections.filter((section) => section.present);
  const told = there.filter((section) => section.entries.some(answered));
  const titles = there.flatMap((section) =>
    section.spec === undefined || told.includes(section) ? [] : [model.context.translate(section.spec.title)],
  );
  const sections = titles.join(lang === 'zh' ? '、' : ', ');
  return [
    told.map((section) => sectionView(model, section)),
    titles.length > 0 ? html`<p class="unanswered">${t('unanswered', { sections })}</p>` : nothing,
    told.length + titles.length === 0 ? html`<p class="unanswered">${t('nothing')}</p>` : nothing,
  ];
}

/** One section with its heading at a level of headings; 0 for a section without one. */
export function sectionView(
  model: FormModel,
  section: SectionNode,
  level: 0 | 2 | 3 = 2,
): TemplateResult | typeof nothing {
  if (!section.present) return nothing;
  const { context } = model;
  const { spec } = section;
  const body = entriesView(section.entries, context.readonly);
  const words =
    spec?.help === undefined || context.readonly
      ? nothing
      : html`<p class="help">${context.translate(spec.help)}</p>`;
  if (spec === undefined || spec.title === '' || level === 0) {
    return html`<div class="section" part="section">${words}${body}</div>`;
  }
  return html`<section class="section titled" part="section" aria-labelledby=${section.id}>
    <header class="section-head">
      ${
        level === 3
          ? html`<h3 id=${section.id} part="section-title">${context.translate(spec.title)}</h3>`
          : html`${watch(model.outline, () => position(model, section))}
            <h2 id=${section.id} part="section-title">${context.translate(spec.title)}</h2>`
      }
      ${words}
    </header>
    <div class="section-body">${body}</div>
  </section>`;
}

function position(model: FormModel, section: SectionNode): TemplateResult | typeof nothing {
  const there = model.sections.filter((one) => one.present);
  if (there.length < 2 || model.context.readonly) return nothing;
  const n = there.indexOf(section) + 1;
  return html`<p class="position">${model.context.t('part', { n, count: there.length })}</p>`;
}
