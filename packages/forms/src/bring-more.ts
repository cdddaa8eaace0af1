import { importMore } from './import-more.ts';

export type More = Awaited<ReturnType<typeof importMore>>;

let there: More | undefined;
let coming: Promise<More> | undefined;

/** What few forms need, if it is there already. */
export const more = (): More | undefined => there;

/** Brings what few forms need. After a failure it can be asked again. */
export function bringMore(): Promise<More> {
  coming ??= importMore().then(
    (all) => {
      there = all;
      return all;
    },
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  );
  return coming;
}
