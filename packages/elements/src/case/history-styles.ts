import { css } from 'lit';

export const historyStyles = css`
  ol { display: grid; }
  li { min-width: 0; }
  ol > li { position: relative; display: grid; grid-template-columns: 9.5em 1fr; gap: 0 28px; padding-block-end: 14px; }
  ol > li::before { content: ''; position: absolute; inset-block: 8px -8px; inset-inline-start: calc(9.5em + 13px); border-inline-start: 1px solid var(--aid-line-strong); }
  ol > li:last-child::before { display: none; }
  ol > li::after { content: ''; position: absolute; inset-block-start: 7px; inset-inline-start: calc(9.5em + 9px); width: 9px; height: 9px; border-radius: 50%; background: var(--aid-text); box-shadow: 0 0 0 3px var(--aid-surface); }
  ol > li.system::after { background: var(--aid-surface); border: 1.5px solid var(--aid-line-strong); }
  li.system strong { font-weight: 500; }
  time { text-align: end; white-space: nowrap; }
  blockquote { margin: 4px 0; padding: 4px 12px; border-inline-start: 3px solid var(--aid-line-strong); overflow-wrap: anywhere; white-space: pre-line; }
  details { margin-block: 2px; }
  summary { cursor: pointer; color: var(--aid-text-muted); min-height: 24px; width: max-content; max-width: 100%; }
  .changes { margin-block: 4px 8px; font-size: var(--e-small); }
  .changes th { width: 40%; padding: 3px 12px 3px 0; color: var(--aid-text-muted); vertical-align: top; }
  .changes td { padding: 3px 0; overflow-wrap: anywhere; }
  .changes tr { border-block-end: 1px solid var(--aid-line); }
  button.explain { min-height: 26px; padding: 0 4px; font-size: var(--e-small); margin-inline-start: 4px; }
  :host([mode='elder']) button.explain { min-height: 44px; }
  .grounds { display: grid; gap: 4px; margin-block: 6px 8px; padding: 12px 16px; background: var(--aid-surface-sunken); border-radius: var(--e-radius); }
  .grounds h4 { margin-block-start: 8px; font-size: var(--e-small); color: var(--aid-text-muted); }
  .grounds h4:first-child { margin-block-start: 0; }
  .pairs { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 2px 20px; }
  .pairs dt { color: var(--aid-text-muted); }
  .pairs dd { overflow-wrap: anywhere; }
  @container case (max-width: 640px) {
    ol > li { grid-template-columns: 1fr; padding-inline-start: 24px; }
    ol > li::before { inset-inline-start: 4px; }
    ol > li::after { inset-inline-start: 0; }
    time { text-align: start; }
    .pairs { grid-template-columns: 1fr; }
    .pairs dd { margin-block-end: 6px; }
    button.explain { min-height: 44px; }
  }
`;
