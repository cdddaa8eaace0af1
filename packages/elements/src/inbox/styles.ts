import { css } from 'lit';

export const inboxStyles = css`
  :host { container: inbox / inline-size; }
  .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 12px; margin-block-end: 10px; }
  .head h2 { margin-inline-end: auto; }
  .count { font-weight: 400; color: var(--aid-text-muted); margin-inline-start: 8px; font-size: var(--e-size); }
  .head input { width: 18em; max-width: 100%; }
  .keys { width: 100%; margin-block-start: 10px; }
  table { border-block: 1px solid var(--aid-line-strong); }
  th { padding: 6px 10px; color: var(--aid-text-muted); font-size: var(--e-small); white-space: nowrap; border-block-end: 1px solid var(--aid-line-strong); background: var(--aid-surface-sunken); }
  td { padding: 4px 10px; height: 40px; border-block-end: 1px solid var(--aid-line); vertical-align: middle; }
  tr:last-child td { border-block-end: 0; }
  tbody tr { cursor: pointer; }
  tbody tr:hover { background: var(--aid-surface-sunken); }
  tbody tr:focus-within { background: var(--aid-accent-soft); box-shadow: inset 3px 0 var(--aid-accent); }
  .open { min-height: 32px; padding: 2px 4px; margin-inline-start: -4px; border: 0; background: none; color: var(--aid-accent); font-variant-numeric: tabular-nums; white-space: nowrap; text-decoration: underline; text-underline-offset: 3px; }
  .since { white-space: nowrap; }
  .why { display: block; color: var(--aid-text-muted); font-size: var(--e-small); }
  .left { display: flex; flex-wrap: wrap; align-items: center; gap: 0 8px; }
  .left strong { white-space: nowrap; font-weight: 600; }
  .left.near strong { color: var(--aid-attention); }
  .left.breach strong { color: var(--aid-breach); }
  .left.paused strong { color: var(--aid-waiting); }
  .last { color: var(--aid-text-muted); white-space: nowrap; }
  .left .figures { min-width: 0; }
  .cells { flex: none; order: -1; }
  .left .mark { order: -2; }
  .cells .day { fill: var(--aid-text-muted); }
  .cells.near .day { fill: var(--aid-attention); }
  .cells .spent { fill: none; stroke: var(--aid-line-strong); stroke-width: 0.75; }
  .cells .stripe { stroke: var(--aid-waiting); stroke-width: 2; }
  .cells .cross { stroke: var(--aid-breach); stroke-width: 1.5; fill: none; }
  .more { margin-block-start: 12px; }
  .bone.w1 { width: 9em; } .bone.w2 { width: 3.5em; } .bone.w3 { width: 6em; } .bone.w4 { width: 5em; } .bone.w5 { width: 7em; }

  :host([mode='elder']) .left .cells { order: 1; width: 160px; height: 16px; margin-inline-start: 22px; }

  @container inbox (min-width: 1150px) {
    :host(:not([mode='elder'])) :is(td.quiet, td.clock) { white-space: nowrap; }
    :host(:not([mode='elder'])) .left { flex-wrap: nowrap; }
  }
  @container inbox (max-width: 640px) {
    .head input, .head select { width: 100%; min-height: 44px; }
    .keys { display: none; }
    table, tbody { display: block; }
    thead { display: none; }
    table { border: 0; }
    tbody { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
    .last { white-space: normal; }
    tbody tr { position: relative; display: block; border: 1px solid var(--aid-line-strong); border-radius: var(--e-radius); padding: 6px 14px 12px; }
    td { display: inline; padding: 0; border: 0; }
    td.step, td.clock, td.programme { display: block; height: auto; }
    td.person { font-weight: 600; margin-inline-start: 6px; }
    td.step { font-weight: 600; }
    td.quiet, td.programme { color: var(--aid-text-muted); }
    td.quiet + td.quiet::before { content: ' · '; }
    .open { min-height: 44px; white-space: normal; overflow-wrap: anywhere; text-align: start; }
    .open::after { content: ''; position: absolute; inset: 0; }
    td.clock { padding-block-start: 8px; margin-block-start: 8px; border-block-start: 1px solid var(--aid-line); }
    .why { font-weight: 400; }
    .left .cells { order: 1; width: 100%; height: 12px; }
  }
`;
