import { css } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { adoptIn } from './adopt-in.ts';

/** Goes into an element of a rare widget, and brings the looks of them all into its shadow root. */
export const looks = () => ref(dress);

const dress = (element: Element | undefined): void => {
  // What is drawn first is drawn apart from the page, and put there afterwards.
  if (element !== undefined) queueMicrotask(() => adoptIn(element.getRootNode() as ShadowRoot, rareStyles));
};

export const rareStyles = css`
  .cards { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); }
  .card { align-items: flex-start; padding: var(--aid-space-3) var(--aid-space-4); }
  .card-icon { flex: none; width: 2em; height: 2em; margin-block: -0.15em; color: var(--aid-accent); stroke-width: 1.5; object-fit: contain; }
  .card-words { flex: 1; display: grid; gap: var(--aid-space-1); min-width: 0; }
  .card-title { font-weight: 600; }
  .card-help { color: var(--aid-text-muted); font-size: var(--aid-text-small); line-height: 1.6; }

  .signing { display: grid; gap: var(--aid-space-3); width: 100%; max-width: 34em; justify-items: start; }
  .pad { position: relative; width: 100%; aspect-ratio: 5 / 2; border: 1px solid var(--aid-line-strong); border-radius: var(--aid-radius); background: #fff; color: #5b5f5c; overflow: hidden; }
  .invalid .pad { border-color: var(--aid-breach); box-shadow: inset 0 0 0 1px var(--aid-breach); }
  .pad canvas { display: block; width: 100%; height: 100%; touch-action: none; cursor: crosshair; }
  .pad.still canvas { cursor: default; touch-action: auto; }
  .pad::after { content: ''; position: absolute; inset-inline: 8%; bottom: 24%; border-bottom: 1px dashed #85827b; pointer-events: none; }
  .pad.still::after { content: none; }
  .pad-words { position: absolute; inset-inline: 8%; bottom: calc(24% + 4px); font-size: var(--aid-text-small); pointer-events: none; }
  .signing .option { width: 100%; }
  .signing .level { width: 100%; }
  .signing .file { width: 100%; }
  .signed { display: flex; align-items: center; gap: var(--aid-space-2); min-height: var(--aid-target); color: var(--aid-done); font-weight: 600; }
  .signing > .buttons > .main { border-color: var(--aid-accent); background: var(--aid-accent); color: var(--aid-on-accent); }
  .signing > .buttons > .main:hover { border-color: var(--aid-accent-strong); background: var(--aid-accent-strong); }
  .signing > .buttons > .main:disabled { border-color: var(--aid-line-strong); background: none; color: var(--aid-text-muted); }

  .drop { display: grid; gap: var(--aid-space-2); width: 100%; }
  .drop-words { display: none; color: var(--aid-text-muted); font-size: var(--aid-text-small); }
  @media (pointer: fine) {
    .drop-words { display: block; }
  }
  .hidden-file { display: none; }
  .file-size { color: var(--aid-text-muted); font-size: var(--aid-text-small); }
  .file.failed { border-color: var(--aid-breach); color: var(--aid-breach); }
  .file progress { flex: 0 1 120px; min-width: 48px; height: 8px; appearance: none; border: 0; border-radius: 4px; overflow: hidden; background: var(--aid-line); }
  .file progress::-webkit-progress-bar { background: var(--aid-line); }
  .file progress::-webkit-progress-value { background: var(--aid-accent); }
  .file progress::-moz-progress-bar { background: var(--aid-accent); }
  .camera { display: none; }
  @media (pointer: coarse) {
    .camera { display: inline-flex; }
  }
  .thumb { flex: none; width: 48px; height: 48px; margin-block: 4px; border-radius: 4px; background: var(--aid-surface-sunken); object-fit: cover; }
  .file-name small { display: block; color: var(--aid-attention); font-size: var(--aid-text-small); }

  .rich { display: grid; gap: var(--aid-space-1); }
  .rich summary { display: inline-flex; align-items: center; gap: var(--aid-space-1); min-height: 44px; width: fit-content; color: var(--aid-accent); font-weight: 600; cursor: pointer; list-style: none; }
  .rich summary::-webkit-details-marker { display: none; }
  .rich summary::before { content: ''; width: 0.5em; height: 0.5em; margin-inline: 0.15em 0.25em; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); transition: transform var(--aid-quick); }
  .rich details[open] summary::before { transform: rotate(45deg); }
  .rich-text { display: grid; gap: var(--aid-space-2); padding: var(--aid-space-1) 0 var(--aid-space-3) var(--aid-space-4); border-inline-start: 3px solid var(--aid-line); color: var(--aid-text); font-size: max(var(--aid-text-small), 0.94em); line-height: 1.7; max-width: 40em; }
  .rich-text ul { list-style: disc; padding-inline-start: 1.4em; }
  .rich-text ol { list-style: decimal; padding-inline-start: 1.6em; }
  .rich-text li { padding-block: 2px; }
  .rich a { color: var(--aid-accent); text-underline-offset: 3px; }

  @media (forced-colors: active) {
    .file progress { appearance: auto; }
    .pad { background: Canvas; forced-color-adjust: none; background: #fff; }
    .signing > .buttons > .main { border-width: 2px; }
  }
`;
