import { FormFault } from '../model/schema.ts';
import type { JsonSchema, Layout, Locales, Validate } from '../types.ts';

/** What of a published bundle a form needs. */
interface ProgrammeBundle {
  forms: Record<string, { schema: JsonSchema; layout: Layout | null }>;
  locales?: Locales;
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { Accept: 'application/json' } }).catch(() => undefined);
  if (response === undefined) throw new FormFault('form/source', `${url} could not be reached.`);
  if (!response.ok) throw new FormFault('form/source', `${url} was answered with status ${response.status}.`);
  return response.json().catch(() => {
    throw new FormFault('form/source', `${url} is not JSON.`);
  }) as Promise<T>;
}

export const loadSchema = (url: string): Promise<JsonSchema> => fetchJson(url);

export const loadLayout = (url: string): Promise<Layout> => fetchJson(url);

/** One form of a bundle, with the bundle's translations. */
export async function loadFromProgramme(
  url: string,
  form: string,
): Promise<{ schema: JsonSchema; layout: Layout | null; locales: Locales }> {
  const bundle = await fetchJson<ProgrammeBundle>(url);
  const names = Object.keys(bundle.forms ?? {});
  const name = form === '' && names.length === 1 ? names[0] : form;
  const found = name === undefined ? undefined : bundle.forms?.[name];
  if (found === undefined) {
    throw new FormFault(
      'form/source',
      `${url} has no form "${form}". It has: ${names.join(', ') || 'none'}.`,
    );
  }
  return { schema: found.schema, layout: found.layout ?? null, locales: bundle.locales ?? {} };
}

/** The export of an ES module of compiled validators that belongs to a form. */
export async function loadValidator(url: string, form: string): Promise<Validate> {
  const address = new URL(url, document.baseURI).href;
  const module = (await import(/* @vite-ignore */ address).catch(() => {
    throw new FormFault('form/source', `${url} could not be loaded as a module.`);
  })) as Record<string, unknown>;
  const name = form.replace(/-([a-z0-9])/g, (_, char: string) => char.toUpperCase());
  const validate = module[name] ?? module.default;
  if (typeof validate !== 'function') {
    throw new FormFault('form/source', `${url} does not export a validator "${name}".`);
  }
  return validate as Validate;
}

/** Asks `url` with `?parent=` for the divisions below a parent. */
export const divisionsFrom = (url: string) => (parent: string | undefined) => {
  const address = new URL(url, document.baseURI);
  if (parent !== undefined) address.searchParams.set('parent', parent);
  return fetchJson<{ code: string; name: string }[]>(address.href);
};
