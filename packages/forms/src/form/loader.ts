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

/** Any error as one that can be shown. */
export const asFault = (error: unknown): FormFault =>
  error instanceof FormFault
    ? error
    : new FormFault('form/schema', error instanceof Error ? error.message : String(error));
