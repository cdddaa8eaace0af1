import { bareContext } from '../model/bare-context.ts';
import type { Entry } from '../model/entries.ts';
import { FieldNode } from '../model/field-node.ts';
import { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { registerStandardWidgets } from '../widgets/standard.ts';
import type { ServerForm } from './render-form.ts';

/** The state of a form without its looks. A form counts its ids for itself: what is drawn has the same. */
export function modelOf({ schema, layout, value, lang, readonly }: ServerForm): FormModel {
  registerStandardWidgets();
  return new FormModel({
    schema,
    layout: layout ?? null,
    value: value ?? {},
    validate: null,
    context: bareContext(lang),
    fill: readonly !== true,
  });
}

/** The fields that are on the page, as it is drawn first. */
export function fieldsOf(model: FormModel): FieldNode[] {
  return model.sections.filter((section) => section.present).flatMap((section) => shown(section.entries));
}

const shown = (entries: readonly Entry[]): FieldNode[] =>
  entries.flatMap((entry) => ('node' in entry ? inside(entry.node) : []));

function inside(node: FormNode): FieldNode[] {
  if (!node.present) return [];
  if (node instanceof FieldNode) return [node];
  if (node instanceof GroupNode) return shown(node.entries);
  return node instanceof ListNode ? node.items.flatMap(inside) : [];
}
