/** Ids of steps and outcomes for the elements of another tool. */
import { operationIds } from '@aidflow/engine';
import type { ModdleElement } from '../moddle.ts';
import { idFrom, Unique } from '../names.ts';
import { ownFact } from './net.ts';

/** Words that mean something else where a step is named. */
const RESERVED = [
  'done',
  'veto',
  'self',
  'open',
  'clock',
  'elapse',
  'cancel',
  'case-withdrawn',
  'constructor',
];

const isId = (text: string): boolean => /^[a-z][a-z0-9-]{0,63}$/.test(text);

export class StepIds {
  readonly #unique = new Unique('-', [...RESERVED, ...operationIds]);
  readonly #ids = new Map<ModdleElement, string>();

  /** Ids that are ids of the language already stay what they are, whichever element is met first. */
  constructor(elements: readonly ModdleElement[]) {
    for (const element of elements) {
      const own = ownId(element);
      if (own !== undefined) this.#ids.set(element, this.#unique.take(own));
    }
  }

  of(element: ModdleElement): string {
    const known = this.#ids.get(element);
    if (known !== undefined) return known;
    const id = this.#unique.take(
      idFrom(String(element.name ?? '')) ?? idFrom(String(element.id ?? '')) ?? 'step',
    );
    this.#ids.set(element, id);
    return id;
  }

  /** An id for a step that no element stands for. */
  more(wanted: string): string {
    return this.#unique.take(wanted);
  }
}

/** `STEP`, or the split of a subprocess that is `STEP`. Elements that only help a step have names with a dot. */
function ownId(element: ModdleElement): string | undefined {
  const id = String(element.id ?? '').replace(ownFact(element, 'kind') === 'split' ? /\.split$/ : /$^/, '');
  return isId(id) && !/^(activity|event|gateway|task|flow)-/.test(id) ? id : undefined;
}

/** Ids of the ways out of one step: from the flow that `toBpmn` wrote, or from what the flow is called. */
export class WayIds {
  readonly #unique = new Unique('-', ['elapsed', 'constructor']);

  of(flow: ModdleElement, at: number): string {
    const own = String(flow.id ?? '').match(/^flow\..*?\.([a-z][a-z0-9-]{0,63})$/)?.[1];
    return own === undefined ? this.named(String(flow.name ?? ''), at) : this.#unique.take(own);
  }

  named(name: string, at: number): string {
    return this.#unique.take(idFrom(name) ?? `way-${at}`);
  }
}
