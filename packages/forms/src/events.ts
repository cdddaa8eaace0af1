import type { JsonObject } from './types.ts';

/** A value changed while it is typed (`aid-input`) or was left, chosen or removed (`aid-change`). */
export interface AidInputDetail {
  /** JSON pointer of what changed; empty when the whole value did. */
  pointer: string;
  value: JsonObject;
}

export interface AidSubmitDetail {
  /** The valid data of what exists in the form. */
  value: JsonObject;
}

export interface AidInvalidDetail {
  /** What is wrong, in the order of the page, in the words that are shown. */
  problems: { pointer: string; message: string }[];
}

export interface AidStepDetail {
  /** Which page is shown now, from 0, and how many there are. */
  index: number;
  count: number;
  /** It is the page on which all answers are checked. */
  review: boolean;
}

export interface AidFormEventMap {
  'aid-input': CustomEvent<AidInputDetail>;
  'aid-change': CustomEvent<AidInputDetail>;
  /** Another step of a form in steps is shown. */
  'aid-step': CustomEvent<AidStepDetail>;
  /** Cancelable: when nobody cancels it, the form around it (if any) is submitted. */
  'aid-submit': CustomEvent<AidSubmitDetail>;
  'aid-invalid': CustomEvent<AidInvalidDetail>;
}

/** Tells the page; says whether nobody cancelled it. */
export function tell<K extends keyof AidFormEventMap>(
  target: EventTarget,
  name: K,
  detail: AidFormEventMap[K]['detail'],
): boolean {
  const cancelable = name === 'aid-submit';
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}
