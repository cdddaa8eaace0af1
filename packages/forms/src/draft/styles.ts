import { css } from 'lit';

/** The looks of what is said about drafts. */
export const draftStyles = css`
  .draft {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--aid-space-1) var(--aid-space-3);
    padding: var(--aid-space-1);
    padding-inline-start: var(--aid-space-4);
    border-inline-start: 4px solid var(--aid-accent);
    border-radius: var(--aid-radius);
    background: var(--aid-accent-soft);
  }
  .draft.warned { border-inline-start-color: var(--aid-attention); background: var(--aid-attention-soft); }
  .draft strong { display: block; }
  .kept {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--aid-space-3);
    max-width: none;
    padding-top: var(--aid-space-3);
    border-top: 1px solid var(--aid-line);
  }
  .kept > span { flex: 1 1 16em; }
  .kept .button { padding-inline: 0; font-size: var(--aid-text-small); text-decoration: underline; text-underline-offset: 4px; }
  @media print {
    .draft, .kept { display: none; }
  }
`;
