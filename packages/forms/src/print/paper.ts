import { html, nothing, type TemplateResult } from 'lit';
import { answerTable } from '../field/answer-table.ts';
import { answer } from '../field/field-view.ts';
import { namesOf, questionOf } from '../field/union-view.ts';
import type { Entry } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import type { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { hasContent, sameJson } from '../model/pointer.ts';
import { choicesOf, typeOf } from '../model/schema.ts';
import type { Json, JsonSchema, Layout } from '../types.ts';
import { isMoney } from '../widgets/money-schema.ts';

/** The form as a sheet of paper: every question of every step, its answer or room to write one, lines to sign on. */
export function paper(model: FormModel, layout: Layout | null): TemplateResult {
  const { context, root, sections } = model;
  const { t } = context;
  const signatures = layout?.print?.signatures ?? [];
  const names =
    signatures.length > 0
      ? signatures.map((name) => t('signedBy', { name: context.translate(name) }))
      : [t('signature')];
  return html`${root.label === '' ? nothing : html`<h1>${root.label}</h1>`}
    ${sections.map((section) =>
      section.present
        ? html`<section>
            ${section.spec === undefined ? nothing : html`<h2>${context.translate(section.spec.title)}</h2>`}
            ${section.entries.map(entryOn)}
          </section>`
        : nothing,
    )}
    <div class="signatures">
      ${names.map((name) => html`<p><span class="signer">${name}</span><span class="line"></span><span class="signed-on">${t('signedOn')}</span></p>`)}
    </div>`;
}

function entryOn(entry: Entry): unknown {
  if ('wrong' in entry) return nothing;
  if (!('union' in entry)) return nodeOn(entry.node);
  const { group, union } = entry;
  if (!group.present || !group.asks(union)) return nothing;
  const chosen = group.chosen(union);
  return line(
    questionOf(group, union),
    boxes(namesOf(group, union), (index) => index === chosen),
  );
}

function nodeOn(node: FormNode): unknown {
  if (!node.present || node.implied) return nothing;
  if (node instanceof FieldNode) return line(node.label, answerOn(node));
  if (node instanceof ListNode) return listOn(node);
  if (!(node instanceof GroupNode)) return nothing;
  return html`<h3>${node.label}</h3>${node.entries.map(entryOn)}`;
}

const line = (label: string, written: unknown) =>
  html`<div class="row"><span class="asked">${label}</span><span class="written">${written}</span></div>`;

/** The answer; of a few choices all of them with the chosen one ticked, so that paper can be filled in by hand. */
function answerOn(field: FieldNode): unknown {
  const { schema, value } = field;
  const chosen = (one: Json) => [value].flat().some((mine) => mine !== undefined && sameJson(mine, one));
  const choices =
    typeOf(schema) === 'boolean' && schema.const === undefined
      ? [
          { value: true, title: field.t('yes') },
          { value: false, title: field.t('no') },
        ]
      : choicesOf(typeOf(schema) === 'array' ? ((schema.items ?? {}) as JsonSchema) : schema);
  if (choices.length > 0 && choices.length <= 8) {
    return boxes(
      choices.map(({ title }) => field.translate(title)),
      (index) => chosen(choices[index]?.value ?? null),
    );
  }
  if (schema.const === true) return boxes([field.t('yes')], () => value === true);
  return hasContent(value) && value !== '' && value !== null
    ? answer(field)
    : html`<span class="blank" role="img" aria-label=${field.t('blank')}>${isMoney(schema) ? field.t('yuan') : nothing}</span>`;
}

const boxes = (titles: readonly string[], ticked: (index: number) => boolean) =>
  titles.map((title, index) => html`<span class="box">${ticked(index) ? '☑' : '☐'} ${title}</span> `);

function listOn(list: ListNode): TemplateResult {
  const table = list.spec.presentation === 'table' ? answerTable(list) : undefined;
  if (table !== undefined) return html`<h3>${list.label}</h3>${table}`;
  if (list.items.length === 0) return line(list.label, list.model.context.t('nothing')) as TemplateResult;
  return html`<h3>${list.label}</h3>
    ${list.items.map(
      (item) => html`<div class="sheet">
        <h4>${list.headingOf(item)}</h4>
        ${item instanceof GroupNode ? item.entries.map(entryOn) : nodeOn(item)}
      </div>`,
    )}`;
}
