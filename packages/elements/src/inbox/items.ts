import type { InboxItem } from '../element/client.ts';

export interface Filter {
  text: string;
  step: string;
}

/** Steps that occur, in the order of their titles' first appearance. */
export function stepsOf(items: readonly InboxItem[]): { step: string; title: string }[] {
  const found = new Map(
    items.map((item) => [`${item.programme} ${item.step}`, { step: item.step, title: item.stepTitle }]),
  );
  return [...new Map([...found.values()].map((each) => [each.title, each])).values()];
}

/** What matches the filter, the least time first; those without a limit come last, the oldest first. */
export function shownItems(items: readonly InboxItem[], filter: Filter): InboxItem[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (item: InboxItem) => {
    const hay =
      `${item.number} ${item.applicant} ${item.title} ${item.stepTitle} ${item.divisionName}`.toLowerCase();
    return (
      (filter.step === '' || item.stepTitle === filter.step) && words.every((word) => hay.includes(word))
    );
  };
  const left = (item: InboxItem) => item.due?.left ?? Number.POSITIVE_INFINITY;
  // An open pause has no last day: it is less pressing than the same number of days that are running.
  const rank = (item: InboxItem) => (item.due?.state === 'paused' ? 0.5 : 0);
  return items.filter(matches).sort((a, b) => {
    const difference = left(a) + rank(a) - (left(b) + rank(b));
    return (
      (Number.isNaN(difference) ? 0 : difference) ||
      a.since.localeCompare(b.since) ||
      a.number.localeCompare(b.number)
    );
  });
}
