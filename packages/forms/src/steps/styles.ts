import { css } from 'lit';

/** The looks of steps and of the page to check. */
export const stepsStyles = css`
  .steps ol { display: flex; flex-wrap: wrap; gap: 0 var(--aid-space-6); border-bottom: 1px solid var(--aid-line); }
  .steps li { display: flex; }
  .step-link {
    display: flex;
    align-items: center;
    gap: var(--aid-space-2);
    min-height: var(--aid-target);
    padding: var(--aid-space-1) 0;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--aid-text-muted);
    font: inherit;
    text-align: start;
  }
  button.step-link { color: var(--aid-accent); cursor: pointer; }
  button.step-link:hover .step-name { text-decoration: underline; text-underline-offset: 4px; }
  .current .step-link { color: var(--aid-text); font-weight: 600; border-bottom-color: var(--aid-accent); }
  .step-mark {
    flex: none;
    display: inline-grid;
    place-content: center;
    width: 1.75em;
    height: 1.75em;
    border: 1px solid currentColor;
    border-radius: 50%;
    font-size: var(--aid-text-small);
    line-height: 1;
  }
  .reached .step-mark { border-color: var(--aid-accent); }
  .current .step-mark { border-color: var(--aid-accent); background: var(--aid-accent); color: var(--aid-on-accent); }
  .bar { display: none; gap: var(--aid-space-1); }
  .bar span { flex: 1; height: 6px; border-radius: 3px; background: var(--aid-line); }
  .bar .done { background: var(--aid-accent); opacity: 0.55; }
  .bar .current { background: var(--aid-accent); }
  .narrow .steps { display: none; }
  .narrow .bar { display: flex; }

  .stepped, .pages { display: grid; gap: var(--aid-space-6); }
  .pages { gap: var(--aid-space-8); max-width: 760px; }
  .wide .stepped:has(> .steps) { grid-template-columns: 216px minmax(0, 1fr); gap: var(--aid-space-12); align-items: start; }
  .wide .steps ol { flex-direction: column; border: 0; gap: 0; }
  .wide .step-link { width: 100%; border-bottom: 0; }

  .step { display: grid; gap: var(--aid-space-6); }
  .step-title { font-size: var(--aid-text-title); font-weight: 600; line-height: 1.35; text-wrap: balance; scroll-margin-top: var(--aid-space-4); }
  .step-title .position { display: block; margin-bottom: var(--aid-space-1); line-height: 1.5; }
  .step-title:focus-visible { outline: none; }
  .step .section-head h3, .reviewed h3 { font-size: var(--aid-text-lead); font-weight: 600; line-height: 1.5; }
  .step > .section:not(.titled), .step > .help { max-width: 760px; }
  .step > .help, .step > .section > .help { font-size: var(--aid-text-body); }
  .reviewed { display: grid; gap: var(--aid-space-2); max-width: 760px; }
  .reviewed-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--aid-space-4);
    border-bottom: 2px solid var(--aid-line-strong);
  }
  .back { font-weight: 500; }
  @media print {
    .steps, .bar { display: none !important; }
  }
  @media (forced-colors: active) {
    .current .step-link { border-bottom-color: Highlight; }
    .bar span { border: 1px solid CanvasText; }
    .bar :is(.done, .current) { background: Highlight; forced-color-adjust: none; }
  }
`;
