/** What answers say in words (why something may not be done, titles in lists) in the reader's language. */
import { localize, type Problem } from '@aidflow/definition';
import type { CaseListItem, CaseView, InboxItem, Migrated } from '@aidflow/service';
import type { Speaker } from './problem.ts';

export function spokenView(view: CaseView, speaker: Speaker): CaseView {
  return {
    ...view,
    offers: view.offers.map((offer) =>
      offer.problem ? { ...offer, problem: spoken(offer.problem, speaker) } : offer,
    ),
    clocks: view.clocks.map((clock) =>
      clock.problem ? { ...clock, problem: spoken(clock.problem, speaker) } : clock,
    ),
  };
}

export function spokenItem(item: InboxItem, speaker: Speaker): InboxItem {
  const { title, stepTitle, why } = item;
  return {
    ...item,
    title: translated(title, speaker),
    stepTitle: translated(stepTitle, speaker),
    ...(why ? { why: spoken(why, speaker) } : {}),
  };
}

/** Anything whose title is that of a definition. */
export function spokenTitle<T extends { title: string }>(item: T, speaker: Speaker): T {
  return { ...item, title: translated(item.title, speaker) };
}

export function spokenRow(row: CaseListItem, speaker: Speaker): CaseListItem {
  const steps = row.steps.map((step) => translated(step, speaker));
  return { ...row, title: translated(row.title, speaker), steps };
}

/** What moving a case came to, in the words of both versions. */
export function spokenMigrated(value: Migrated, speaker: Speaker): Migrated {
  const tell = (text: string) => translated(text, speaker);
  const { from, to, stood, stands, steps, clocks, started } = value.move;
  const titled = <T extends { title: string }>(one: T): T => ({ ...one, title: tell(one.title) });
  const renamed = (list: typeof steps) =>
    list.map((one) => ({ from: titled(one.from), to: one.to && titled(one.to) }));
  const move = {
    from: titled(from),
    to: titled(to),
    stood: stood.map(tell),
    stands: stands.map(tell),
    steps: renamed(steps),
    clocks: renamed(clocks),
    started: started.map(titled),
  };
  return { ...value, move };
}

/** A title of a definition in the reader's language, where the definition has it. */
function translated(text: string, { texts }: Speaker): string {
  return Object.hasOwn(texts, text) ? (texts[text] ?? text) : text;
}

const spoken = (found: Problem, { language, texts }: Speaker): Problem => localize(found, language, texts);
