import type { CSSResult } from 'lit';

/** Takes the looks of a part that few forms have into the shadow root of a form, once. */
export function adoptIn(root: ParentNode, { styleSheet: sheet }: CSSResult): void {
  // A server has neither sheets nor roots.
  if (sheet === undefined || !(root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
