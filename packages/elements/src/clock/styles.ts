import { css } from 'lit';

export const markStyles = css`
  .mark { flex: none; color: var(--aid-text-muted); }
  .mark.near { color: var(--aid-attention); }
  .mark.breach { color: var(--aid-breach); }
  .mark.paused { color: var(--aid-waiting); }
  .mark.done { color: var(--aid-done); }
`;

export const clockStyles = css`
  :host { position: relative; }
  .face {
    display: grid;
    gap: 4px;
    width: 100%;
    min-height: 0;
    padding: 6px 8px;
    margin: -6px -8px;
    width: calc(100% + 16px);
    border: 0;
    background: none;
    justify-content: stretch;
    cursor: help;
  }
  .face:hover { background: var(--aid-surface-sunken); }
  .line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; }
  .line .mark { align-self: center; }
  .title { font-weight: 600; }
  .left { font-weight: 600; }
  .left.near { color: var(--aid-attention); }
  .left.breach { color: var(--aid-breach); }
  .left.paused { color: var(--aid-waiting); }
  .due { color: var(--aid-text-muted); }
  .bar { display: block; width: 100%; height: 20px; overflow: visible; }
  .rail { fill: var(--aid-surface); stroke: var(--aid-line-strong); stroke-width: 1; }
  .used { fill: var(--aid-text-muted); }
  .left-part { fill: transparent; }
  .over { fill: var(--aid-breach); }
  .paused-part { fill: url(#hatch); }
  .hatch-ground { fill: var(--aid-surface); }
  .hatch-line { stroke: var(--aid-text-muted); stroke-width: 2; }
  .tick { stroke: var(--aid-line-strong); stroke-width: 1; }
  .now { stroke: var(--aid-accent); stroke-width: 2; }
  .now-tip { fill: var(--aid-accent); }
  .ends { display: flex; justify-content: space-between; color: var(--aid-text-muted); font-size: 13px; line-height: 1.3; }
  :host([mode='elder']) .ends { font-size: var(--e-small); }
  :host([compact]) .title, :host([compact]) .left { font-weight: 400; }
  :host([compact]) .panel { width: max-content; inset-inline-end: auto; max-width: min(460px, 90vw); }
  .panel {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    max-width: 460px;
    padding: 10px 14px;
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--e-radius);
    background: var(--aid-surface-raised);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.16);
    font-size: var(--e-small);
  }
  .panel li { display: flex; gap: 8px; align-items: baseline; }
  .key { flex: none; width: 14px; height: 10px; border: 1px solid var(--aid-line-strong); }
  .key rect { stroke: none; }
`;
