import { css } from 'lit';

export const noticesStyles = css`
  :host { --e-size: 16px; }
  h2 { margin-block-end: 4px; }
  .board { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr)); gap: 16px; margin-block-start: 16px; align-items: start; }
  aid-form::part(form) { padding: 0; border: 0; background: none; }
  article { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; padding: 20px; border: 1px solid var(--aid-line); border-block-start: 3px solid var(--aid-accent); border-radius: var(--e-radius); background: var(--aid-surface); }
  article.over { border-block-start-color: var(--aid-line-strong); }
  .meta { display: flex; flex-wrap: wrap; gap: 0 16px; color: var(--aid-text-muted); font-size: var(--e-small); }
  dl { display: grid; grid-template-columns: fit-content(45%) minmax(0, 1fr); gap: 4px 16px; }
  dt { color: var(--aid-text-muted); }
  dt, dd { overflow-wrap: anywhere; }
  h4:focus-visible { width: fit-content; }
  .left { color: var(--aid-text); font-weight: 600; }
  button { min-height: 44px; justify-self: start; }
  .form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; padding-block-start: 12px; border-block-start: 1px solid var(--aid-line); }
`;
