import { css } from 'lit';

/** What is not as it was: a bar at the side, a word in a frame, the old value struck through. */
export const compareStyles = css`
  .differences { font-weight: 600; }
  .compared { --mark: var(--aid-attention); border-inline-start: 4px solid var(--mark); padding-inline-start: var(--aid-space-3); }
  .compared.added { --mark: var(--aid-done); }
  .compared.gone { --mark: var(--aid-breach); border-inline-start-style: dashed; }
  .compared.changed { border-inline-start-style: double; }
  .mark {
    display: inline-block;
    margin-inline-start: var(--aid-space-1);
    padding: 0 var(--aid-space-2);
    border: 1px solid currentColor;
    border-radius: var(--aid-radius);
    color: var(--mark);
    font-size: var(--aid-text-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .item.compared .answer.compared { border-inline-start: 0; padding-inline-start: 0; }
  .item.compared .answer.compared .mark { display: none; }
  .compared dd { display: grid; gap: var(--aid-space-1); }
  ins { text-decoration: none; }
  .was { color: var(--aid-text-muted); font-weight: 400; }
  .was-word { margin-inline-end: var(--aid-space-1); }
  del { text-decoration-thickness: 1px; }
  @media print { .compared { break-inside: avoid; } }
`;
