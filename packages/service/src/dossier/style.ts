/** The style of a dossier's pages: readable on a narrow screen, and on A4 with the heads of tables on every sheet. */
export const dossierStyle = `@page { size: A4; margin: 18mm 16mm 20mm; }
:root { color-scheme: light dark; --line: #767676; --quiet: #595959; --ground: #fff; --ink: #161616; --tint: #f3f3f3; }
@media (prefers-color-scheme: dark) {
  :root { --line: #8c8c8c; --quiet: #b4b4b4; --ground: #161616; --ink: #f2f2f2; --tint: #262626; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
header, main { max-width: 70rem; margin: 0 auto; padding: 1rem 1.25rem; }
h1 { margin: 0.5rem 0; font-size: 1.75rem; line-height: 1.3; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 2px solid var(--line); font-size: 1.375rem; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; }
h4, h5, h6 { margin: 1rem 0 0.25rem; font-size: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.5rem 0; padding: 0; list-style: none; }
a { color: inherit; text-underline-offset: 0.2em; }
a:focus-visible, .wide:focus-visible, summary:focus-visible { outline: 3px solid; outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; }
.masked { border: 2px solid; padding: 0.5rem 0.75rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.5; }
th, td { padding: 0.375rem 0.5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: var(--tint); white-space: nowrap; }
.course td:nth-child(2) { white-space: nowrap; }
.course td:nth-child(4) { min-width: 8em; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
article { border-inline-start: 4px solid var(--line); padding-inline-start: 1rem; margin: 1.5rem 0; }
code { font-size: 0.875em; overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #333; --tint: #eee; }
  body { font-size: 10.5pt; line-height: 1.5; }
  header, main { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
  tr, dt, dd { break-inside: avoid; }
  h2, h3, h4, h5 { break-after: avoid; }
  .wide { overflow: visible; }
  article { border: 0; padding: 0; }
}
`;
