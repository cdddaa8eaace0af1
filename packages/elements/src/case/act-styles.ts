import { css } from 'lit';

export const actStyles = css`
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  h3:focus-visible { width: fit-content; }
  h3 { font-size: var(--e-large); }
  .follows { padding: 10px 14px; border-inline-start: 3px solid var(--aid-accent); background: var(--aid-accent-soft); border-radius: 0 var(--e-radius) var(--e-radius) 0; }
  .follows li + li { margin-block-start: 2px; }
  .field { display: grid; gap: 4px; }
  .field label { font-weight: 600; }
  textarea, .field input, .field select { width: 100%; }
  .field input, .field select { min-height: 44px; }
  textarea { min-height: 6em; line-height: 1.6; padding: 8px 10px; resize: vertical; }
  textarea[aria-invalid='true'], input[aria-invalid='true'], select[aria-invalid='true'] { border: 2px solid var(--aid-breach); }
  .error { color: var(--aid-breach); font-weight: 600; }
  .error::before { content: '✕ '; }
  .alert { padding: 10px 14px; border-inline-start: 4px solid var(--aid-breach); background: var(--aid-breach-soft); display: grid; gap: 6px; justify-items: start; }
  .alert.conflict { border-color: var(--aid-attention); background: var(--aid-attention-soft); }
  .alert.fresh { border-color: var(--aid-accent); background: var(--aid-accent-soft); }
  .row { display: flex; flex-wrap: wrap; gap: 10px; padding-block-start: 4px; }
  .row button { min-height: 44px; }
`;
