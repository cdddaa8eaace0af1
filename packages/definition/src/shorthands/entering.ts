/** What the steps of a shorthand take over from the step that stands for them. */
import type { NoticeStep, OversightSampleStep, SupplementStep } from '../types.ts';

/** What belongs to the first of the steps: skipping and counting happen on entering. */
export function entering(step: NoticeStep | SupplementStep | OversightSampleStep, skipTo: string) {
  const { when, otherwise = skipTo, rounds } = step;
  return {
    ...(when === undefined ? {} : { when, otherwise }),
    ...(rounds === undefined ? {} : { rounds }),
  };
}

/** What belongs to each of them. */
export const withBasis = ({ basis }: { basis?: string }) => (basis === undefined ? {} : { basis });
