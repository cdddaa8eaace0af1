import { css } from 'lit';

export const caseStyles = css`
  :host { container: case / inline-size; }
  header { display: grid; gap: 4px; padding-block-end: 16px; border-block-end: 1px solid var(--aid-line-strong); }
  .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 14px; }
  h2 { font-size: 22px; }
  :host([mode='elder']) h2 { font-size: 30px; }
  .tag { padding: 1px 10px; border: 1px solid var(--aid-line-strong); border-radius: 99px; font-size: var(--e-small); white-space: nowrap; }
  .tag.active { border-color: var(--aid-accent); color: var(--aid-accent); }
  .tag.approved { border-color: var(--aid-done); color: var(--aid-done); }
  .who { font-size: 18px; font-weight: 600; padding-block-start: 4px; }
  :host([mode='elder']) .who { font-size: 24px; }
  .clocks { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 12px 40px; padding-block: 16px; border-block-end: 1px solid var(--aid-line); }
  .stopped { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 4px 32px; }
  .desk { display: grid; grid-template-columns: minmax(0, 1.15fr) minmax(360px, 1fr); gap: 40px; align-items: start; padding-block: 20px; }
  .facts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; min-width: 0; }
  .acts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 18px 20px; border: 1px solid var(--aid-line-strong); border-radius: var(--e-radius); background: var(--aid-surface); min-width: 0; position: sticky; inset-block-start: 12px; max-height: calc(100vh - 24px); overflow-y: auto; scrollbar-width: thin; }
  .choices { display: flex; flex-wrap: wrap; gap: 8px; }
  .choices p { width: 100%; }
  .rare summary { min-height: 44px; align-content: center; cursor: pointer; color: var(--aid-muted); }
  .choices button { min-height: 40px; }
  .choices button[aria-pressed='true'] { background: var(--aid-accent-soft); border-color: var(--aid-accent); box-shadow: inset 0 0 0 1px var(--aid-accent); font-weight: 600; }
  .minor button { border-color: var(--aid-line); }
  aid-act { padding-block-start: 16px; border-block-start: 1px solid var(--aid-line); }
  .why-not summary, .fact summary { cursor: pointer; min-height: 32px; }
  .why-not dl { display: grid; gap: 2px; padding-block-start: 6px; }
  .why-not dd { margin-block-end: 8px; }
  .plain-desk { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; padding-block: 20px; }
  .plain-desk .acts { order: 0; position: static; max-height: none; }
  .fold { border-block-start: 1px solid var(--aid-line); }
  .fold > summary { padding-block: 10px; min-height: var(--e-target); font-size: calc(var(--e-size) + 1px); font-weight: 600; cursor: pointer; }
  .fold[open] { padding-block-end: 16px; }
  .fact { border-block-end: 1px solid var(--aid-line); padding-block-end: 10px; }
  .fact summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; padding-block: 4px; }
  .fact summary::before { content: '▸'; width: 12px; color: var(--aid-text-muted); }
  .fact[open] summary::before { content: '▾'; }
  .fact summary strong { font-size: calc(var(--e-size) + 1px); }
  .wide { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; padding-block: 20px; border-block-start: 1px solid var(--aid-line); }
  .fact .data { padding: 4px 0 6px 24px; }
  .links li { padding-block: 3px; }
  .award { padding: 14px 18px; border: 1px solid var(--aid-done); border-inline-start-width: 4px; border-radius: var(--e-radius); }
  .amount { font-size: 22px; font-weight: 600; }
  :host([mode='elder']) .amount { font-size: 30px; }
  .pairs { display: grid; grid-template-columns: max-content 1fr; gap: 2px 20px; }
  .pairs dt { color: var(--aid-text-muted); }
  .pairs dd { overflow-wrap: anywhere; }
  .bone.tall { height: 28px; width: 14em; margin-block-end: 10px; }
  .bone.wide-line { width: 100%; margin-block: 8px; }
  .bone.block { height: 220px; width: 100%; }
  h3 { margin-block-end: 6px; }
  @container case (max-width: 900px) {
    .desk { grid-template-columns: minmax(0, 1fr); gap: 20px; }
    .acts { order: -1; position: static; max-height: none; }
  }
  @container case (max-width: 640px) {
    .fact .data { padding-inline-start: 0; }
    .acts { padding: 14px; }
    .choices button { width: 100%; min-height: 48px; }
    .links a, .why-not summary, .fact summary { min-height: 44px; display: inline-flex; align-items: center; }
  }
  @media (forced-colors: active) {
    .choices button[aria-pressed='true'] { border-width: 3px; }
  }
  @media print { .acts { display: none; } .desk { display: block; } }
`;
