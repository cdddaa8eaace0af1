import type { Bundle, Validate } from '../types.ts';

const loaded = new Map<string, Promise<Record<string, Validate>>>();

/** The validators of a bundle's forms by form id. Loaded once for each content hash. */
export function loadValidators(
  bundle: Pick<Bundle, 'hash' | 'validators'>,
): Promise<Record<string, Validate>> {
  // The text decides, not the hash alone: a hash covers the schemas and not the code made from them.
  const url = `data:text/javascript;charset=utf-8,${encodeURIComponent(bundle.validators)}`;
  const known = loaded.get(url) ?? import(url).then((module) => ({ ...module }));
  loaded.set(url, known);
  return known;
}
