import { css } from 'lit';

/** Paper: black on white whatever the screen is, nothing to press, no answer torn apart. */
export const printStyles = css`
  .paper { display: none; }
  @media print {
    .form, .loading { display: none; }
    .paper { display: block; background: #fff; color: #000; font-size: 10.5pt; line-height: 1.5; }
    .paper h1, .paper h4 { margin: 0; }
    .paper h1 { margin-bottom: 6mm; font-size: 18pt; text-align: center; }
    .paper h2 { margin: 6mm 0 1.5mm; padding-bottom: 1mm; border-bottom: 1.2pt solid #000; font-size: 13pt; }
    .paper h3 { margin: 3.5mm 0 1mm; font-size: 11pt; }
    .paper h4 { font-size: 10.5pt; font-weight: 600; }
    .paper :is(h1, h2, h3, h4) { break-after: avoid; }
    .paper .row { display: grid; grid-template-columns: 34% 1fr; gap: 4mm; padding: 1.3mm 0; border-bottom: 0.4pt solid #999; break-inside: avoid; }
    .paper .asked { color: #333; }
    .paper .written { font-weight: 600; overflow-wrap: anywhere; }
    .paper .box { display: inline-block; margin-inline-end: 4mm; font-weight: 400; }
    .paper .blank { display: block; height: 6mm; font-weight: 400; text-align: end; }
    .paper .muted { color: #333; }
    .paper .sheet { margin: 1.5mm 0 3mm; padding-inline-start: 3mm; border-inline-start: 1.2pt solid #999; }
    .paper .scroll { overflow: visible; }
    .paper table { font-size: 9.5pt; }
    .paper th, .paper td { color: #000; border: 0.4pt solid #999; padding: 1mm 2mm; }
    .paper tr { break-inside: avoid; }
    .paper .file { border: 0; padding: 0; background: none; }
    .paper .signatures { margin-top: 14mm; display: grid; gap: 9mm; break-inside: avoid; }
    .paper .signatures p { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 3mm; margin: 0; }
    .paper .line { flex: 1; min-width: 30mm; border-bottom: 0.6pt solid #000; }
    .paper .signed-on { min-width: 55mm; white-space: pre; }
  }
`;
