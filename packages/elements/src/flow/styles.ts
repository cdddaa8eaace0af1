import { css } from 'lit';

export const flowStyles = css`
  :host { font-size: var(--e-small); min-width: 0; }
  .scroll { width: fit-content; max-width: 100%; overflow-x: auto; border: 1px solid var(--aid-line); border-radius: var(--e-radius); background: var(--aid-surface); }
  svg { display: block; margin: 0 auto; }
  svg text { fill: currentColor; }
  .lane { fill: transparent; }
  .lane.odd { fill: var(--aid-surface-sunken); }
  .lane-title { font-size: 12.5px; font-weight: 600; fill: var(--aid-text-muted); }
  .lane-rule { stroke: var(--aid-line); }

  .edge { fill: none; stroke: var(--aid-line-strong); stroke-width: 1.25; }
  .edge.taken { stroke: var(--aid-text); stroke-width: 1.75; }
  .edge.back { stroke-dasharray: 4 3; }
  .edge.faint { stroke: var(--aid-line); }
  .tip { fill: var(--aid-line-strong); }
  .tip.taken { fill: var(--aid-text); }
  .tip.faint { fill: var(--aid-line); }
  .edge-label { font-size: 11.5px; fill: var(--aid-text-muted); paint-order: stroke; stroke: var(--aid-surface); stroke-width: 3px; stroke-linejoin: round; }

  .node rect { fill: var(--aid-surface); stroke: var(--aid-line-strong); stroke-width: 1.25; }
  .node text { font-size: 13px; }
  .node.future rect, .node.plain rect { stroke: var(--aid-line-strong); }
  .node.past rect { fill: var(--aid-line); stroke: var(--aid-text-muted); }
  .node.present rect { fill: var(--aid-accent); stroke: var(--aid-accent); stroke-width: 2; }
  .node.present { color: var(--aid-on-accent); }
  .node.present text { font-weight: 600; }
  .node.present .ring { fill: none; stroke: var(--aid-accent); stroke-width: 2; }
  .node.never rect { stroke: var(--aid-line-strong); stroke-dasharray: 3 3; fill: none; }
  .node.never { color: var(--aid-text-muted); }
  .node.never .icon { opacity: 0.6; }
  .node.future .icon, .node.plain .icon { color: var(--aid-text-muted); }
  .node.reached rect { stroke: var(--aid-done); stroke-width: 1.75; }
  .node.partly rect { fill: var(--aid-attention-soft); stroke: var(--aid-attention); stroke-width: 1.75; stroke-dasharray: 9 3; }
  .node.unreached rect { fill: var(--aid-breach-soft); stroke: var(--aid-breach); stroke-width: 1.75; stroke-dasharray: 2 3; }
  .node.reached .tick { color: var(--aid-done); }
  .node.partly .half { color: var(--aid-attention); }
  .node.unreached .cross, .missed { color: var(--aid-breach); }
  .edge.reached { stroke: var(--aid-done); stroke-width: 1.75; }
  .edge.partly { stroke: var(--aid-attention); stroke-width: 1.75; stroke-dasharray: 9 3; }
  .edge.unreached { stroke: var(--aid-breach); stroke-dasharray: 2 3; }
  .tip.reached { fill: var(--aid-done); }
  .tip.partly { fill: var(--aid-attention); }
  .tip.unreached { fill: var(--aid-breach); }
  .join { fill: var(--aid-text-muted); stroke: none; }
  .stair { color: var(--aid-accent); }
  .node.present .stair { color: inherit; }

  .outline { display: grid; }
  .outline > li { position: relative; padding: 6px 0 6px 34px; min-height: 40px; }
  .outline > li::before { content: ''; position: absolute; inset-block: 0; inset-inline-start: 11px; border-inline-start: 2px solid var(--aid-line); }
  .outline > li:first-child::before { inset-block-start: 18px; }
  .outline > li:last-child::before { inset-block-end: auto; height: 18px; }
  .outline > li.past::before { border-color: var(--aid-text-muted); }
  .outline > li.inner { padding-inline-start: 58px; }
  .outline > li.inner .mark { inset-inline-start: 24px; }
  .outline .name { margin-inline-end: 6px; }
  .outline .now { color: var(--aid-accent); }
  .outline .mark { position: absolute; inset-inline-start: 0; inset-block-start: 6px; width: 24px; height: 24px; display: grid; place-items: center; border-radius: 50%; background: var(--aid-surface); border: 1.5px solid var(--aid-line-strong); color: var(--aid-text-muted); }
  .outline .past .mark { background: var(--aid-line); color: var(--aid-text); }
  .outline .present .mark { background: var(--aid-accent); border-color: var(--aid-accent); color: var(--aid-on-accent); }
  .outline .present .name { font-weight: 600; color: var(--aid-accent); }
  .outline .reached .mark { border-color: var(--aid-done); color: var(--aid-done); }
  .outline .partly .mark { border: 1.5px dashed var(--aid-attention); background: var(--aid-attention-soft); color: var(--aid-attention); }
  .outline .unreached .mark { border: 1.5px dotted var(--aid-breach); background: var(--aid-breach-soft); color: var(--aid-breach); }
  .outline .never { color: var(--aid-text-muted); }
  .outline .never .mark { border-style: dashed; }
  .outline .meta { color: var(--aid-text-muted); }
  .outline svg { width: 14px; height: 14px; overflow: visible; }
  .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 8px 2px 0; color: var(--aid-text-muted); }
  .legend span { display: inline-flex; align-items: center; gap: 6px; }
  .swatch { width: 18px; height: 12px; border-radius: 4px; border: 1.25px solid var(--aid-line-strong); background: var(--aid-surface); }
  .swatch.past { background: var(--aid-line); border-color: var(--aid-text-muted); }
  .swatch.present { background: var(--aid-accent); border-color: var(--aid-accent); }
  .swatch.never { border-style: dashed; border-color: var(--aid-line-strong); }
  .legend svg { width: 12px; height: 12px; color: var(--aid-accent); }
  .legend .reached svg { color: var(--aid-done); }
  .legend .partly svg { color: var(--aid-attention); }
  .legend .unreached svg { color: var(--aid-breach); }

  @media (forced-colors: active) {
    .node.reached rect, .node.partly rect, .node.unreached rect { fill: Canvas; stroke: CanvasText; }
    .edge.reached, .edge.partly, .edge.unreached { stroke: CanvasText; }
    .tip.reached, .tip.partly, .tip.unreached { fill: CanvasText; }
    .node .tick, .node .half, .node .cross, .missed { color: CanvasText; }
    .node.past rect { fill: Canvas; stroke-width: 2.5; }
    .swatch.present, .outline .present .mark { background: Highlight; forced-color-adjust: none; }
  }
  @media print {
    .node.present rect { stroke-width: 3; }
    .scroll { overflow: visible; border: 0; }
  }
`;
