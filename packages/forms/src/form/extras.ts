import { isServer } from 'lit';
import { HostChecks } from '../check/ask-host.ts';
import { FieldNode } from '../model/field-node.ts';
import { fillFromId } from '../model/fill-from-id.ts';
import type { FormModel } from '../model/form-model.ts';
import { type PrintHost, printAsPaper } from '../print/printing.ts';
import { holdToRules } from '../rules/hold-to-rules.ts';
import { adoptIn } from '../styles/adopt-in.ts';
import { moveStyles } from '../styles/moves.ts';
import type { Check, Layout } from '../types.ts';

export interface ExtrasHost extends PrintHost {
  readonly check: Check | null;
}

/** Gives a form what its layout asks for and few others do: rules between answers, questions to the host, paper. */
export function addExtras(host: ExtrasHost, model: FormModel, layout: Layout | null): void {
  if (layout !== null) holdToRules(model, layout);
  adoptIn(host.renderRoot, moveStyles);
  model.fillFrom = fillFromId;
  for (const node of model.root.walk()) {
    // What was typed before this came is not passed over.
    if (node instanceof FieldNode && model.lastChanged !== undefined) fillFromId(node, node.value);
    if (node.spec.ordered) node.changed();
  }
  // A server draws, and nothing more.
  if (isServer) return;
  new HostChecks(model, () => host.check);
  printAsPaper(host, model, layout);
}
