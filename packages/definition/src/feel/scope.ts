/**
 * What an expression sees. A scope may stand within another, whose names are seen where it has none of its own: what is
 * the same for every case (functions, parameters of a day) is then not copied for each question.
 */

/** Under this key a scope holds the one around it: `{ [OUTER]: scope, answer }`. No JSON can have it. */
export const OUTER: unique symbol = Symbol('outer scope');

/** Variable names and their values: JSON, functions, or values that an expression gave. */
export type Scope = Record<string, unknown> & { readonly [OUTER]?: Scope };

/**
 * A context, or a scope, whose entries are found when an expression asks for them. Few expressions ask, and each only for
 * one or two: the entries are the getters of a subclass.
 */
export abstract class View {
  /** The entry of that name; `undefined` where the view has none. */
  read(name: string): unknown {
    return Object.hasOwn(Object.getPrototypeOf(this), name) && name !== 'constructor'
      ? (this as unknown as Scope)[name]
      : undefined;
  }

  /** All entries, as an ordinary object. */
  plain(): Record<string, unknown> {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(this)).filter(
      (name) => name !== 'constructor',
    );
    return Object.fromEntries(names.map((name) => [name, this.read(name)]));
  }

  /** As JSON a view is the object that it stands for. */
  toJSON(): Record<string, unknown> {
    return this.plain();
  }
}

/**
 * Reads a name in an object as an expression means it: what it has itself, never what every object has. `undefined`
 * where it has nothing of that name. Reading is several times as fast as asking first, so asking is for the few names
 * that every object has.
 */
export function reader(name: string): (from: object) => unknown {
  return name in Object.prototype
    ? (from) => (Object.hasOwn(from, name) ? (from as Scope)[name] : undefined)
    : (from) => (from as Scope)[name];
}

/** Everything that is seen in a scope, as one object. */
export function flat(scope: Scope): Record<string, unknown> {
  const { [OUTER]: outer, ...own } = scope;
  const names = scope instanceof View ? scope.plain() : own;
  return outer ? { ...flat(outer), ...names } : names;
}
