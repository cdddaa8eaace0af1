import { css } from 'lit';

export const fieldStyles = css`
  .field { display: flex; flex-direction: column; gap: var(--aid-space-2); align-items: flex-start; }
  .field > * { max-width: 100%; }
  .label { font-weight: 600; line-height: 1.5; }
  legend.label { float: inline-start; width: 100%; }
  legend.label + * { clear: both; }
  .optional {
    display: inline-block;
    margin-inline-start: var(--aid-space-2);
    color: var(--aid-text-muted);
    font-size: var(--aid-text-small);
    font-weight: 400;
  }
  .help, .note { color: var(--aid-text-muted); font-size: var(--aid-text-small); line-height: 1.6; max-width: 40em; }
  .section-head .help { font-size: var(--aid-text-body); }
  .note.strong { color: var(--aid-breach); }
  .error { display: flex; gap: var(--aid-space-2); color: var(--aid-breach); font-weight: 600; line-height: 1.5; }
  .error .icon { margin-top: 0.125em; }
  .invalid:is(.field, .list) { padding-inline-start: var(--aid-space-3); border-inline-start: 4px solid var(--aid-breach); }

  .control {
    width: 100%;
    min-height: var(--aid-target);
    padding: var(--aid-space-2) var(--aid-space-3);
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--aid-radius);
    background: var(--aid-surface);
    font-size: var(--aid-text-control);
    line-height: 1.4;
  }
  .control:hover { border-color: var(--aid-text); }
  .control:disabled { background: var(--aid-surface-sunken); color: var(--aid-text-muted); border-style: dashed; }
  .invalid .control { border-color: var(--aid-breach); box-shadow: inset 0 0 0 1px var(--aid-breach); }
  .lines { min-height: calc(var(--aid-target) * 2.5); resize: vertical; line-height: 1.6; }
  .short { max-width: 9em; }
  .date { max-width: 11em; }
  .middle { max-width: 14em; }
  .long { max-width: 19em; }
  .narrow .long.figures { padding-inline: var(--aid-space-2); font-size: min(var(--aid-text-control), 20px); }
  .end { text-align: end; max-width: 11em; }
  select.control {
    appearance: none;
    padding-inline-end: 2.5em;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position: right 1.15em center, right 0.8em center;
    background-size: 0.36em 0.36em;
    background-repeat: no-repeat;
    text-overflow: ellipsis;
  }
  select.control:dir(rtl) { background-position: left 0.8em center, left 1.15em center; }
  .with-unit, .with-button { position: relative; display: flex; align-items: center; gap: var(--aid-space-2); width: 100%; }
  .unit { flex: none; color: var(--aid-text-muted); }
  .picker { position: absolute; inset: auto auto 0 0; width: 100%; height: 100%; opacity: 0; pointer-events: none; z-index: -1; }

  .options { display: grid; gap: var(--aid-space-2); width: 100%; }
  .options.inline { display: flex; flex-wrap: wrap; }
  .option {
    display: flex;
    align-items: center;
    gap: var(--aid-space-3);
    min-height: var(--aid-target);
    padding-block: var(--aid-space-2);
    padding-inline: var(--aid-space-3) var(--aid-space-4);
    border: 1px solid var(--aid-line-strong);
    border-radius: var(--aid-radius);
    background: var(--aid-surface);
    line-height: 1.4;
    cursor: pointer;
    transition: background-color var(--aid-quick), border-color var(--aid-quick);
  }
  .option:hover { border-color: var(--aid-text); }
  .option:has(:checked) { border-color: var(--aid-accent); box-shadow: inset 0 0 0 1px var(--aid-accent); background: var(--aid-accent-soft); }
  .option:has(:disabled) { cursor: default; color: var(--aid-text-muted); border-style: dashed; }
  .invalid .option { border-color: var(--aid-breach); }
  .option input {
    flex: none;
    appearance: none;
    display: grid;
    place-content: center;
    width: var(--aid-mark);
    height: var(--aid-mark);
    border: 2px solid var(--aid-line-strong);
    border-radius: 50%;
    background: var(--aid-surface);
    cursor: inherit;
  }
  .option input[type='checkbox'] { border-radius: 4px; }
  .option input:checked { border-color: var(--aid-accent); }
  .option input:checked::before { content: ''; width: calc(var(--aid-mark) * 0.45); height: calc(var(--aid-mark) * 0.45); border-radius: 50%; background: var(--aid-accent); }
  .option input[type='checkbox']:checked { background: var(--aid-accent); }
  .option input[type='checkbox']:checked::before {
    width: calc(var(--aid-mark) * 0.55);
    height: calc(var(--aid-mark) * 0.28);
    border: solid var(--aid-on-accent);
    border-width: 0 0 2px 2px;
    border-radius: 0;
    background: none;
    transform: translateY(-15%) rotate(-45deg);
  }
  .computed { display: block; width: 100%; padding: var(--aid-space-2) var(--aid-space-3); border-radius: var(--aid-radius); background: var(--aid-surface-sunken); font-size: var(--aid-text-control); font-weight: 600; }

  .cascade { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr)); gap: var(--aid-space-3); width: 100%; }
  .level { display: grid; gap: var(--aid-space-1); }
  .level-name { color: var(--aid-text-muted); font-size: var(--aid-text-small); }

  .files { display: grid; gap: var(--aid-space-2); width: 100%; }
  .file { display: flex; align-items: center; gap: var(--aid-space-2); padding-inline-start: var(--aid-space-3); border: 1px solid var(--aid-line); border-radius: var(--aid-radius); background: var(--aid-surface); }
  .answer .file { border: 0; padding: 0; background: none; }
  .file-name { flex: 1; min-width: 0; }
`;
