import { html, nothing, type TemplateResult } from 'lit';
import { answer } from '../field/field-view.ts';
import { namesOf, questionOf } from '../field/union-view.ts';
import type { Entry } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { hasContent, sameJson } from '../model/pointer.ts';
import { adoptIn } from '../styles/adopt-in.ts';
import type { JsonObject, Layout } from '../types.ts';
import { matchRows, type Row } from './rows.ts';
import { compareStyles } from './styles.ts';

type Mark = 'added' | 'gone' | 'changed';

const marks = { added: 'markAdded', gone: 'markRemoved', changed: 'markChanged' } as const;

const counts = { changed: 'countChanged', added: 'countAdded', gone: 'countRemoved' } as const;

/** The model of an earlier value, made once for each. */
const earlier = new WeakMap<FormModel, { value: JsonObject; model: FormModel }>();

function modelOf(now: FormModel, layout: Layout | null, value: JsonObject): FormModel {
  const made = earlier.get(now);
  if (made?.value === value) return made.model;
  const { reader, context, evaluate } = now;
  const model = new FormModel({
    schema: reader.root,
    layout,
    value,
    validate: () => true,
    context,
    fill: false,
  });
  if (evaluate !== undefined) model.follow(evaluate);
  else now.data.watch(() => now.evaluate && model.evaluate === undefined && model.follow(now.evaluate));
  earlier.set(now, { value, model });
  return model;
}

/** All answers, and beside each that is not as it was what it was: in words and by shape, not by colour alone. */
export function compareView(
  host: { renderRoot: ParentNode },
  now: FormModel,
  layout: Layout | null,
  value: JsonObject,
): unknown {
  adoptIn(host.renderRoot, compareStyles);
  return new Comparison(now, modelOf(now, layout, value)).view();
}

class Comparison {
  readonly #now: FormModel;
  readonly #before: FormModel;
  readonly #count: Record<Mark, number> = { added: 0, gone: 0, changed: 0 };

  constructor(now: FormModel, before: FormModel) {
    this.#now = now;
    this.#before = before;
  }

  view(): unknown {
    const { context } = this.#now;
    const sections = this.#now.sections.map((section, index) => {
      const was = this.#before.sections[index];
      const body = this.#entries(section.present ? section.entries : [], was?.present ? was.entries : []);
      if (body.length === 0) return nothing;
      const { spec, id } = section;
      if (spec === undefined) return html`<div class="section" part="section">${body}</div>`;
      return html`<section class="section titled" part="section" aria-labelledby=${id}>
        <header class="section-head"><h2 id=${id} part="section-title">${context.translate(spec.title)}</h2></header>
        <div class="section-body">${body}</div>
      </section>`;
    });
    return html`<p class="differences" part="differences">${this.#sentence()}</p>${sections}`;
  }

  #sentence(): string {
    const { t, lang } = this.#now.context;
    const parts = (Object.keys(counts) as Mark[]).flatMap((mark) =>
      this.#count[mark] > 0 ? [t(counts[mark], { n: this.#count[mark] })] : [],
    );
    if (parts.length === 0) return t('compareSame');
    return t('compareCount', { parts: parts.join(lang === 'zh' ? '，' : ', ') });
  }

  /** Both lists come of the same layout: what stands at one place belongs together. */
  #entries(now: readonly Entry[], before: readonly Entry[]): unknown[] {
    const drawn: unknown[] = [];
    let answers: unknown[] = [];
    const close = () => {
      if (answers.length > 0) drawn.push(html`<dl class="answers">${answers}</dl>`);
      answers = [];
    };
    for (let index = 0; index < Math.max(now.length, before.length); index += 1) {
      const { view, row } = this.#entry(now[index], before[index]);
      if (view === nothing) continue;
      if (row) answers.push(view);
      else {
        close();
        drawn.push(view);
      }
    }
    close();
    return drawn;
  }

  #entry(now: Entry | undefined, before: Entry | undefined): { view: unknown; row: boolean } {
    const one = now ?? before;
    if (one === undefined || 'wrong' in one) return { view: nothing, row: false };
    if ('union' in one) return { view: this.#union(now, before), row: true };
    const node = (entry: Entry | undefined) =>
      entry !== undefined && 'node' in entry && entry.node.present && !entry.node.implied
        ? entry.node
        : undefined;
    return this.#nodes(node(now), node(before));
  }

  #nodes(now: FormNode | undefined, before: FormNode | undefined): { view: unknown; row: boolean } {
    const one = now ?? before;
    if (one instanceof FieldNode) return { view: this.#field(field(now), field(before)), row: true };
    if (one instanceof ListNode) return { view: this.#list(list(now), list(before)), row: false };
    if (!(one instanceof GroupNode)) return { view: nothing, row: false };
    const body = this.#entries(group(now)?.entries ?? [], group(before)?.entries ?? []);
    if (body.length === 0) return { view: nothing, row: false };
    return {
      view: html`<fieldset class="group" part="group"><legend class="group-title" part="group-title">${one.label}</legend>${body}</fieldset>`,
      row: false,
    };
  }

  #union(now: Entry | undefined, before: Entry | undefined): TemplateResult | typeof nothing {
    const names = [now, before].map((entry) => {
      if (entry === undefined || !('union' in entry)) return '';
      const { group: owner, union } = entry;
      return owner.present && owner.asks(union)
        ? (namesOf(owner, union)[owner.chosen(union) ?? -1] ?? '')
        : '';
    });
    const one = now ?? before;
    if (one === undefined || !('union' in one) || names.every((name) => name === '')) return nothing;
    const [is = '', was = ''] = names;
    return this.#row(questionOf(one.group, one.union), markOf(is !== '', was !== '', is === was), is, was);
  }

  #field(now: FieldNode | undefined, before: FieldNode | undefined): TemplateResult | typeof nothing {
    const one = now ?? before;
    const [is, was] = [has(now), has(before)];
    if (one === undefined || !(is || was)) return nothing;
    const mark = markOf(is, was, sameJson(now?.value, before?.value));
    return this.#row(
      one.label,
      mark,
      is && now ? answer(now) : nothing,
      was && before ? answer(before) : nothing,
    );
  }

  /** An answer; where it is another than it was, both of them, each named. */
  #row(label: string, mark: Mark | undefined, is: unknown, was: unknown): TemplateResult {
    const { t } = this.#now.context;
    if (mark === undefined)
      return html`<div class="answer" part="answer"><dt part="label">${label}</dt><dd>${is}</dd></div>`;
    this.#count[mark] += 1;
    return html`<div class="answer compared ${mark}" part="answer">
      <dt part="label">${label} <span class="mark">${t(marks[mark])}</span></dt>
      <dd>
        ${mark === 'gone' ? nothing : html`<ins>${is}</ins>`}
        ${mark === 'added' ? nothing : html`<span class="was"><span class="was-word">${t('was')}</span><del>${was}</del></span>`}
      </dd>
    </div>`;
  }

  #list(now: ListNode | undefined, before: ListNode | undefined): TemplateResult | typeof nothing {
    const one = now ?? before;
    if (one === undefined) return nothing;
    const rows =
      now && before
        ? matchRows(now, before)
        : one.items.map((item): Row => (now ? [item, undefined] : [undefined, item]));
    if (rows.length === 0) return nothing;
    return html`<fieldset class="list" part="list">
      <legend class="group-title" part="group-title">${one.label}</legend>
      ${rows.map(([item, was]) => this.#item(item && now ? now.headingOf(item) : was && before ? before.headingOf(was) : '', item, was))}
    </fieldset>`;
  }

  /** An item that is new or gone is told once, not field by field. */
  #item(heading: string, now: FormNode | undefined, before: FormNode | undefined): TemplateResult {
    const mark = markOf(now !== undefined, before !== undefined, true);
    const counted = { ...this.#count };
    // A single value that is an item of a list is drawn as the answer that it is.
    const drawn =
      (now ?? before) instanceof GroupNode
        ? this.#entries(entries(now), entries(before))
        : this.#alone(now, before);
    if (mark !== undefined) Object.assign(this.#count, counted, { [mark]: counted[mark] + 1 });
    return html`<fieldset class="item ${mark === undefined ? '' : `compared ${mark}`}" part="item">
      <legend class="item-title" part="item-title">
        ${heading} ${mark === undefined ? nothing : html`<span class="mark">${this.#now.context.t(marks[mark])}</span>`}
      </legend>
      ${drawn}
    </fieldset>`;
  }

  #alone(now: FormNode | undefined, before: FormNode | undefined): unknown {
    const { view, row } = this.#nodes(now, before);
    return row ? html`<dl class="answers">${view}</dl>` : view;
  }
}

const has = (node: FieldNode | undefined): boolean =>
  node !== undefined && node.value !== '' && node.value !== null && hasContent(node.value);

function markOf(is: boolean, was: boolean, same: boolean): Mark | undefined {
  if (is && was) return same ? undefined : 'changed';
  return is ? 'added' : 'gone';
}

const field = (node: FormNode | undefined) => (node instanceof FieldNode ? node : undefined);
const list = (node: FormNode | undefined) => (node instanceof ListNode ? node : undefined);
const group = (node: FormNode | undefined) => (node instanceof GroupNode ? node : undefined);
const entries = (node: FormNode | undefined): readonly Entry[] => group(node)?.entries ?? [];
