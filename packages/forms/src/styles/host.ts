import { css } from 'lit';

/**
 * The element is a closed room. A page's rules can reach the host element only; what it would hand down is set
 * aside, with a force that rules of the page cannot beat, `!important` or not.
 */
export const hostStyles = css`
  :host {
    all: initial !important;
    color-scheme: inherit !important;
    display: block !important;
    box-sizing: border-box !important;
    color: var(--aid-text) !important;
    font-family: var(--aid-font) !important;
    font-size: var(--aid-text-body) !important;
    line-height: 1.5 !important;
    text-align: start !important;
    text-size-adjust: none !important;
    -webkit-text-size-adjust: none !important;
  }
  :host([hidden]) { display: none !important; }
  :host(:lang(zh)), .form:lang(zh) { line-height: 1.7; }
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  input, select, textarea, button, progress { font: inherit; color: inherit; margin: 0; }
  .form {
    display: flex;
    flex-direction: column;
    gap: var(--aid-space-8);
    padding: var(--aid-space-6);
    border: 1px solid var(--aid-line);
    border-radius: calc(var(--aid-radius) * 2);
    background: var(--aid-surface);
    overflow-wrap: anywhere;
    word-break: normal;
    line-break: strict;
    text-spacing-trim: trim-start;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .figures { font-variant-numeric: var(--aid-font-figures); }
  .muted { color: var(--aid-text-muted); }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :focus { outline: none; }
  :focus-visible, .option:has(input:focus-visible) {
    outline: var(--aid-ring) solid var(--aid-focus);
    outline-offset: var(--aid-ring-gap);
  }
  .option input:focus-visible { outline: none; }
  .loading { min-height: 320px; border-radius: calc(var(--aid-radius) * 2); background: var(--aid-surface-sunken); }
  .form.narrow { padding: var(--aid-space-4); gap: var(--aid-space-6); border-radius: var(--aid-radius); }
  @media print {
    /* Browsers leave out grounds: light letters would be written on white. */
    :host, :host([theme]) { color-scheme: light !important; }
  }
`;
