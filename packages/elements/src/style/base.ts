import { css } from 'lit';

/** What every element has: its box, type, focus ring, buttons, states. */
export const base = css`
  :host {
    display: block;
    color: var(--aid-text);
    font-family: var(--aid-font);
    font-size: var(--e-size);
    line-height: 1.6;
    text-align: start;
    --e-size: 15px;
    --e-small: 14px;
    --e-large: 18px;
    --e-target: 36px;
    --e-radius: 6px;
  }
  :host([hidden]) { display: none; }
  :host([mode='elder']) {
    --e-size: 22px;
    --e-small: 20px;
    --e-large: 26px;
    --e-target: 56px;
  }
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  h2, h3, h4 { font-weight: 600; line-height: 1.4; text-wrap: balance; }
  h2 { font-size: var(--e-large); }
  h3 { font-size: calc(var(--e-size) + 1px); }
  ul, ol { list-style: none; }
  table { border-collapse: collapse; width: 100%; font: inherit; }
  th, td { text-align: start; font-weight: inherit; }
  :focus-visible {
    outline: 3px solid var(--aid-accent);
    outline-offset: 2px;
    border-radius: var(--e-radius);
  }
  .muted { color: var(--aid-text-muted); }
  .small { font-size: var(--e-small); }
  .masked .whole { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
  .hidden-part { margin-inline: 1px; padding-inline: 3px; border-radius: 3px; background: var(--aid-line); color: var(--aid-text-muted); }
  .figures { font-variant-numeric: tabular-nums; }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button, select, input, textarea { font: inherit; color: inherit; }
  button, .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--e-target);
    padding: 4px 14px;
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--e-radius);
    background: var(--aid-surface);
    cursor: pointer;
    text-align: start;
  }
  button:hover { background: var(--aid-accent-soft); border-color: var(--aid-accent); }
  button.primary { background: var(--aid-accent); border-color: var(--aid-accent); color: var(--aid-on-accent); }
  button.primary:hover { background: var(--aid-accent-strong); }
  button[aria-disabled='true'] { opacity: 0.7; cursor: progress; }
  button.plain { border-color: transparent; background: none; color: var(--aid-accent); padding-inline: 6px; text-decoration: underline; text-underline-offset: 3px; }
  button.plain:hover { background: var(--aid-accent-soft); }
  a { color: var(--aid-accent); text-underline-offset: 3px; }
  input, select, textarea {
    min-height: var(--e-target);
    padding: 4px 10px;
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--e-radius);
    background: var(--aid-surface);
  }
  @media (forced-colors: active) {
    /* Drawings are not recoloured by the browser: they take the reader's colours by name. */
    :host {
      --aid-surface: Canvas;
      --aid-surface-sunken: Canvas;
      --aid-text: CanvasText;
      --aid-text-muted: CanvasText;
      --aid-line: GrayText;
      --aid-line-strong: CanvasText;
      --aid-accent: Highlight;
      --aid-on-accent: HighlightText;
      --aid-attention: CanvasText;
      --aid-breach: CanvasText;
      --aid-waiting: CanvasText;
      --aid-done: CanvasText;
    }
    :focus-visible { outline-color: Highlight; }
    button, .button { border-color: ButtonBorder; }
  }
`;
