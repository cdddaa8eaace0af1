import { FormFault } from '../model/schema.ts';
import type { JsonSchema, Layout, Locales, Validate } from '../types.ts';
import { loadFromProgramme, loadLayout, loadSchema, loadValidator } from './sources.ts';

/** The addresses that a form can be loaded from; empty ones are not asked. */
export interface Addresses {
  schemaSrc: string;
  layoutSrc: string;
  programmeSrc: string;
  validatorsSrc: string;
  formId: string;
}

export interface Loaded {
  schema?: JsonSchema;
  layout?: Layout | null;
  locales?: Locales;
  validators?: Validate;
}

/** Loads what the attributes of a form name. Throws a FormFault that says which address failed and how. */
export async function loadAll(addresses: Addresses): Promise<Loaded> {
  const { schemaSrc, layoutSrc, programmeSrc, validatorsSrc, formId } = addresses;
  const [programme, schema, layout, validators] = await Promise.all([
    programmeSrc === '' ? {} : loadFromProgramme(programmeSrc, formId),
    schemaSrc === '' ? undefined : loadSchema(schemaSrc),
    layoutSrc === '' ? undefined : loadLayout(layoutSrc),
    validatorsSrc === '' ? undefined : loadValidator(validatorsSrc, formId),
  ]);
  return {
    ...programme,
    ...(schema && { schema }),
    ...(layout && { layout }),
    ...(validators && { validators }),
  };
}

/** Loads anew whenever the addresses change; what an earlier change asked for is then no longer wanted. */
export class Loader {
  loaded: Loaded = {};
  /** Why nothing could be loaded. */
  fault: FormFault | undefined;
  #round = 0;

  /** Calls `arrived` when what is asked for, or a fault, is there. */
  load(addresses: Addresses, arrived: () => void): void {
    this.#round += 1;
    const round = this.#round;
    const { schemaSrc, layoutSrc, programmeSrc, validatorsSrc } = addresses;
    if ([schemaSrc, layoutSrc, programmeSrc, validatorsSrc].every((url) => url === '')) return;
    const take = (loaded: Loaded, fault?: FormFault) => {
      if (round !== this.#round) return;
      this.loaded = loaded;
      this.fault = fault;
      arrived();
    };
    loadAll(addresses).then(take, (error) => take({}, asFault(error)));
  }
}

/** Any error as one that can be shown. */
export const asFault = (error: unknown): FormFault =>
  error instanceof FormFault
    ? error
    : new FormFault('form/schema', error instanceof Error ? error.message : String(error));
