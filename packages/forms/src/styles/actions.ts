import { css } from 'lit';

/** Buttons, and what speaks to the person: summary, fault. */
export const actionStyles = css`
  .buttons { display: flex; flex-wrap: wrap; gap: var(--aid-space-2); }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--aid-space-2);
    min-height: var(--aid-target);
    padding: var(--aid-space-2) var(--aid-space-4);
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--aid-radius);
    background: var(--aid-surface);
    color: var(--aid-accent);
    font-size: var(--aid-text-control);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--aid-quick), border-color var(--aid-quick);
  }
  .button:hover { border-color: var(--aid-accent); background: var(--aid-accent-soft); }
  .button:disabled { color: var(--aid-text-muted); border-style: dashed; background: none; cursor: default; }
  .button.primary { border-color: var(--aid-accent); background: var(--aid-accent); color: var(--aid-on-accent); padding-inline: var(--aid-space-8); }
  .button.primary:hover { border-color: var(--aid-accent-strong); background: var(--aid-accent-strong); }
  .button.primary:disabled { background: var(--aid-surface-sunken); color: var(--aid-text-muted); }
  .button[aria-disabled='true'] { opacity: 0.65; cursor: progress; }
  .button.quiet { border-color: transparent; background: none; padding-inline: var(--aid-space-3); font-weight: 500; }
  .button.quiet:hover { background: var(--aid-accent-soft); }
  .button.add { justify-self: start; }
  .icon-button {
    flex: none;
    display: inline-grid;
    place-content: center;
    width: var(--aid-target);
    height: var(--aid-target);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--aid-radius);
    background: none;
    color: var(--aid-accent);
    cursor: pointer;
  }
  .with-button .icon-button { border-color: var(--aid-line-strong); background: var(--aid-surface); }
  .icon-button:hover { background: var(--aid-accent-soft); }
  .icon-button:disabled { color: var(--aid-text-muted); cursor: default; }

  .summary {
    display: grid;
    gap: var(--aid-space-3);
    padding: var(--aid-space-4);
    border: 1px solid var(--aid-breach);
    border-inline-start-width: 6px;
    border-radius: var(--aid-radius);
    background: var(--aid-breach-soft);
    scroll-margin-top: var(--aid-space-4);
  }
  .summary h2 { display: flex; align-items: center; gap: var(--aid-space-2); color: var(--aid-breach); font-size: var(--aid-text-lead); line-height: 1.4; }
  .summary ul { display: grid; gap: var(--aid-space-1); }
  .summary a { display: inline-flex; align-items: center; min-height: max(44px, var(--aid-target) - 12px); padding-block: var(--aid-space-1); line-height: 1.5; color: var(--aid-breach); text-underline-offset: 4px; text-decoration-thickness: 1px; }
  .summary a:hover { text-decoration-thickness: 2px; }
  .fault { display: grid; gap: var(--aid-space-2); padding: var(--aid-space-6); border: 1px solid var(--aid-attention); border-inline-start-width: 6px; border-radius: var(--aid-radius); background: var(--aid-attention-soft); color: var(--aid-text); }
  .fault h2 { font-size: var(--aid-text-lead); }
  .fault-note { padding: var(--aid-space-3); border-inline-start: 4px solid var(--aid-attention); background: var(--aid-attention-soft); }
  code { font-family: monospace; }

  @media (prefers-reduced-motion: reduce) {
    * { transition: none !important; animation: none !important; }
  }
  @media (forced-colors: active) {
    .option input { appearance: auto; }
    .option input::before { content: none !important; }
    .option:has(:checked) { outline: 2px solid Highlight; outline-offset: -3px; }
    :focus-visible, .option:has(input:focus-visible) { outline: var(--aid-ring) solid Highlight; outline-offset: var(--aid-ring-gap); }
    .button.primary { border-width: 2px; }
    select.control { appearance: auto; background-image: none; }
  }
  @media print {
    .actions, .button, .icon-button { display: none; }
    .form { border: 0; padding: 0; }
    .item, .answer { break-inside: avoid; }
  }
`;
