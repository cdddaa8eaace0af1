import type { JsonObject } from '@aidflow/engine';

/** What an officer has typed for an offer; it outlives conflicts, reloads and a look at another offer. */
export interface Draft {
  value: JsonObject;
  reasons: string;
  /** What an operation asks for besides reasons, by its name. */
  fields: Record<string, string>;
  /** Repeated attempts at one submission carry one key, so that the act is done once. */
  key: string;
  /** What the key stands for; a changed submission gets a new one. */
  sent: string;
}

/** Drafts of one case. Offers of a step that share a form share what is typed in it. */
export class Drafts {
  #drafts = new Map<string, Draft>();

  of(name: string): Draft {
    let draft = this.#drafts.get(name);
    if (draft === undefined) {
      draft = { value: {}, reasons: '', fields: {}, key: '', sent: '' };
      this.#drafts.set(name, draft);
    }
    return draft;
  }

  forget(name: string) {
    this.#drafts.delete(name);
  }
}

/** The idempotency key of a submission: the same until what is submitted changes. */
export function keyOf(draft: Draft, submission: string): string {
  if (draft.sent !== submission || draft.key === '') {
    draft.sent = submission;
    // randomUUID exists only in secure contexts; an intranet over plain HTTP still has getRandomValues.
    draft.key = [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
  }
  return draft.key;
}
