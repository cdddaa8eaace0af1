import { css } from 'lit';

export const sectionStyles = css`
  .section { display: flex; flex-direction: column; gap: var(--aid-space-6); }
  .section.titled + .section.titled, .titled ~ .actions {
    padding-top: var(--aid-space-8);
    border-top: 1px solid var(--aid-line);
  }
  /*
   * What is far below the screen is laid out when it comes near; finding in the page and readers see it before. Such a
   * box shows nothing outside of its edge: it makes room for the ring around what has the focus.
   */
  @media screen {
    .titled:nth-of-type(n + 7) > .section-body, .section:not(.titled) > .fields > :is(.group, .list):nth-child(n + 4), .group > .fields > .group {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 900px;
      --edge: calc(var(--aid-ring) + var(--aid-ring-gap));
      margin: 0 calc(-1 * var(--edge)) calc(-1 * var(--edge));
      padding: 0 var(--edge) var(--edge);
    }
  }
  .section-head { display: grid; gap: var(--aid-space-1); align-content: start; }
  .section-head h2 { font-size: var(--aid-text-title); font-weight: 600; line-height: 1.35; text-wrap: balance; }
  .position {
    color: var(--aid-accent);
    font-size: var(--aid-text-small);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .fields { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--aid-space-6) var(--aid-space-4); align-items: start; }
  .fields > * { grid-column: 1 / -1; }
  .fields > .half { grid-column: auto; }
  .single .fields > .half { grid-column: 1 / -1; }
  .wide .section.titled { display: grid; grid-template-columns: 216px minmax(0, 1fr); gap: var(--aid-space-12); }
  .wide .titled ~ .actions { padding-inline-start: calc(216px + var(--aid-space-12)); }
  .actions { display: flex; flex-wrap: wrap; gap: var(--aid-space-3); }

  .group, .list { display: grid; gap: var(--aid-space-4); }
  .group-title {
    float: inline-start;
    width: 100%;
    font-size: var(--aid-text-lead);
    font-weight: 600;
    line-height: 1.5;
  }
  .group-title + * { clear: both; }
  .group > .fields { padding-inline-start: var(--aid-space-4); border-inline-start: 2px solid var(--aid-line); }

  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--aid-space-4) var(--aid-space-3);
    align-items: center;
    padding: var(--aid-space-3) var(--aid-space-4) var(--aid-space-4);
    border: 1px solid var(--aid-line);
    border-radius: var(--aid-radius);
    background: var(--aid-surface-sunken);
  }
  .item > * { grid-column: 1 / -1; }
  .item-title { float: inline-start; grid-column: 1; font-weight: 600; font-size: var(--aid-text-body); }
  .item > .remove { grid-column: 2; grid-row: 1; }
  .rows > .item { border-width: 0 0 1px; border-radius: 0; background: none; padding-inline: 0; }
  .rows > .item > .fields { grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); }
  .rows > .item > .fields > * { grid-column: auto; }
  .rows > .item > .fields > :is(.group, .list) { grid-column: 1 / -1; }
  .empty { color: var(--aid-text-muted); padding: var(--aid-space-3) var(--aid-space-4); border: 1px dashed var(--aid-line-strong); border-radius: var(--aid-radius); }
  .removed { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--aid-space-3); padding: var(--aid-space-1); padding-inline-start: var(--aid-space-4); border-radius: var(--aid-radius); background: var(--aid-accent-soft); }

  .scroll { overflow-x: auto; width: 100%; }
  table { width: 100%; border-collapse: collapse; font-size: var(--aid-text-body); }
  th, td { padding: var(--aid-space-2) var(--aid-space-4) var(--aid-space-2) 0; border-bottom: 1px solid var(--aid-line); text-align: start; vertical-align: top; font-variant-numeric: tabular-nums; }
  th { color: var(--aid-text-muted); font-size: var(--aid-text-small); font-weight: 500; }
  .answers { display: grid; width: 100%; }
  .answer { display: grid; grid-template-columns: minmax(7em, 1fr) 2fr; gap: var(--aid-space-1) var(--aid-space-4); padding-block: var(--aid-space-3); border-bottom: 1px solid var(--aid-line); }
  .answer:last-child { border-bottom: 0; }
  .unanswered { color: var(--aid-text-muted); }
  .answer dt { color: var(--aid-text-muted); }
  .answer dd { font-weight: 500; }
  .narrow .answer { grid-template-columns: 1fr; }
`;
