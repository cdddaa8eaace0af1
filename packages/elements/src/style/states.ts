import { css } from 'lit';

/** Loading, empty, failed, offline. */
export const states = css`
  .bone {
    display: block;
    height: 14px;
    border-radius: 4px;
    background: var(--aid-line);
    opacity: 0.7;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bone { animation: breathe 1.4s ease-in-out infinite alternate; }
    @keyframes breathe { to { opacity: 0.35; } }
  }
  .state {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 32px 24px;
    border: 1px dashed var(--aid-line-strong);
    border-radius: var(--e-radius);
  }
  .offline, .failed, .news {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--aid-attention);
    background: var(--aid-surface-sunken);
  }
  .failed { border-color: var(--aid-breach); display: grid; justify-items: start; padding: 16px; }
  .news { border-color: var(--aid-accent); }
  code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
`;
