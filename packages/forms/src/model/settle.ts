import type { Json, JsonObject } from '../types.ts';
import { FieldNode } from './field-node.ts';
import type { FormModel } from './form-model.ts';
import type { FormNode } from './form-node.ts';
import type { GroupNode } from './group-node.ts';
import { ListNode } from './list-node.ts';
import { plainOf } from './plain-feel.ts';
import { isObject, sameJson, valueAt } from './pointer.ts';
import { SectionNode } from './section-node.ts';

/** Evaluates a FEEL expression; never throws, null where it cannot be evaluated. */
export type Evaluate = (expression: string, scope: JsonObject) => unknown;

/** Conditions that depend on each other settle in a few rounds; contradictory ones are left after these. */
const rounds = 8;

/**
 * Lets everything that depends on the data follow it: branches of the schema, `when`, computed values.
 * What vanishes takes its data out of the output, which may make other things vanish.
 */
export function settle(model: FormModel, changed?: FormNode): void {
  if (model.groups.size === 0 && model.ruled.size === 0) return;
  for (let round = 0; round < rounds; round += 1) {
    const moved = [reshape(model, changed), rule(model)].some(Boolean);
    if (!moved) return;
    model.reveal();
    model.outline.changed();
  }
}

function reshape(model: FormModel, changed: FormNode | undefined): boolean {
  let moved = false;
  for (const group of model.groups) {
    if (changed !== undefined && !isAbove(group, changed)) continue;
    if (group.reshape(valueAt(model.output, group.path))) {
      moved = true;
      showAgain(group);
    }
  }
  return moved;
}

function isAbove(group: GroupNode, node: FormNode): boolean {
  for (let here: FormNode | null = node; here !== null; here = here.parent) if (here === group) return true;
  return false;
}

function rule(model: FormModel): boolean {
  let moved = false;
  for (const subject of model.ruled) {
    const { when } = subject.spec ?? {};
    const node = subject instanceof SectionNode ? undefined : subject;
    if (when !== undefined) {
      const shown = decide(model, when, node);
      if (shown !== subject.shown) {
        subject.shown = shown;
        subject.changed();
        if (node !== undefined) showAgain(node);
        moved = true;
      }
    }
    if (node instanceof FieldNode && node.spec.computed !== undefined) moved = compute(model, node) || moved;
  }
  return moved;
}

/** Until FEEL is there, what depends on it is not shown. */
function decide(model: FormModel, when: string, node: FormNode | undefined): boolean {
  const plain = plainOf(when);
  const scope = scopeOf(model, node);
  return (plain === undefined ? model.evaluate?.(when, scope) : plain(scope)) === true;
}

function compute(model: FormModel, node: FieldNode): boolean {
  if (model.evaluate === undefined) return false;
  const result = model.evaluate(node.spec.computed as string, scopeOf(model, node)) ?? undefined;
  if (sameJson(result as Json | undefined, node.value)) return false;
  model.put(node, result as Json | undefined);
  node.changed();
  return true;
}

/** What an expression can name: the form's data, and inside an item the item's own. */
function scopeOf(model: FormModel, node: FormNode | undefined): JsonObject {
  const scope = { ...model.context.scope, ...model.output };
  const items: FormNode[] = [];
  for (let here = node; here?.parent; here = here.parent)
    if (here.parent instanceof ListNode) items.unshift(here);
  for (const item of items) {
    const value = valueAt(model.output, item.path);
    if (isObject(value)) Object.assign(scope, value);
  }
  return scope;
}

/** Whoever draws the place anew looks at what is there. */
function showAgain(node: FormNode): void {
  node.changed();
  node.parent?.changed();
  for (let here: FormNode | null = node; here !== null; here = here.parent) here.section?.changed();
  for (const child of node.children()) child.section?.changed();
}
