/** Problems within answers (what may not be done, and why) in the reader's language. */
import { localize, type Problem } from '@aidflow/definition';
import type { CaseView, InboxItem } from '@aidflow/service';
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
  return item.why ? { ...item, why: spoken(item.why, speaker) } : item;
}

const spoken = (found: Problem, { language, texts }: Speaker): Problem => localize(found, language, texts);
