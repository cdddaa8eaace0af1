import { isServer } from 'lit';
import { HostChecks } from '../check/ask-host.ts';
import type { FormModel } from '../model/form-model.ts';
import { type PrintHost, printAsPaper } from '../print/printing.ts';
import { holdToRules } from '../rules/hold-to-rules.ts';
import type { Check, Layout } from '../types.ts';

export interface ExtrasHost extends PrintHost {
  readonly check: Check | null;
}

/** Gives a form what its layout asks for and few others do: rules between answers, questions to the host, paper. */
export function addExtras(host: ExtrasHost, model: FormModel, layout: Layout): void {
  if (layout.must !== undefined || JSON.stringify(layout.sections).includes('"must":'))
    holdToRules(model, layout);
  // A server draws, and nothing more.
  if (isServer) return;
  new HostChecks(model, () => host.check);
  printAsPaper(host, model, layout);
}
