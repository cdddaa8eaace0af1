/** What the elements tell the page. All of it bubbles and crosses shadow roots. */
export interface AidElementsEventMap {
  /** An item of the inbox is opened. */
  'aid-open': CustomEvent<{ case: string; step: string }>;
  /** The reader's act in a case was done. */
  'aid-changed': CustomEvent<{ case: string; version: number }>;
  /** An objection to a notice was sent. */
  'aid-objected': CustomEvent<{ case: string }>;
}
