/** A part of the form that is loaded when it is needed first. */
export interface Later<T> {
  /** The part, if it is there already. */
  there(): T | undefined;
  /** Brings it. After a failure it can be asked again. */
  bring(): Promise<T>;
}

export function later<T>(load: () => Promise<T>): Later<T> {
  let there: T | undefined;
  let coming: Promise<T> | undefined;
  return {
    there: () => there,
    bring() {
      coming ??= load().then(
        (part) => {
          there = part;
          return part;
        },
        (error: unknown) => {
          coming = undefined;
          throw error;
        },
      );
      return coming;
    },
  };
}
