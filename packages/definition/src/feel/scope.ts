/**
 * What an expression sees. A scope may stand within another, whose names are seen where it has none of its own: what is
 * the same for every case (functions, parameters of a day) is then not copied for each question.
 */

/** Under this key a scope holds the one around it: `{ [OUTER]: scope, answer }`. No JSON can have it. */
export const OUTER: unique symbol = Symbol('outer scope');

/** Variable names and their values: JSON, functions, or values that an expression gave. */
export type Scope = Record<string, unknown> & { readonly [OUTER]?: Scope };

/** The scope, or the one around it, that has the name. */
export function holder(scope: Scope, name: string): Scope | undefined {
  for (let at: Scope | undefined = scope; at; at = at[OUTER]) if (Object.hasOwn(at, name)) return at;
  return undefined;
}

/** Everything that is seen in a scope, as one object. */
export function flat(scope: Scope): Record<string, unknown> {
  const outer = scope[OUTER];
  if (!outer) return scope;
  const { [OUTER]: _, ...names } = scope;
  return { ...flat(outer), ...names };
}
