/** How a report looks: quiet, printable, light and dark by the reader's own choice. */

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #22252a; --quiet: #5d6169; --line: #dedbd5; --accent: #0f5e73;
  --v0: #6b6f76; --v1: #0f7a94; --v2: #b4541a; --v3: #6a4c93; --v4: #3f7d3a; --v5: #a03060;
  --burst: #e9dcc3; --bound: #a8321f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --card: #1d2024; --ink: #e9e7e3; --quiet: #a6a9af; --line: #363a40; --accent: #6fc3d8;
    --v0: #a3a7ae; --v1: #58bfd8; --v2: #eb9a5f; --v3: #b79be0; --v4: #86c47e; --v5: #e58bb0;
    --burst: #3f3826; --bound: #f08a76;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.7 "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
html:lang(en) body { line-height: 1.5; }
main { max-width: 824px; margin: 0 auto; padding: 32px 16px 64px; }
h1 { font-size: 28px; line-height: 1.3; margin: 0 0 4px; }
h2 { font-size: 20px; line-height: 1.4; margin: 48px 0 4px; }
p { margin: 0 0 12px; max-width: 68ch; }
.quiet { color: var(--quiet); font-size: 14px; }
.note { border: 1px solid var(--line); border-radius: 6px; padding: 8px 12px; display: inline-block; margin-top: 8px; }
.findings { list-style: none; margin: 24px 0 0; padding: 0; border-top: 1px solid var(--line); }
.findings li { padding: 10px 0 10px 20px; border-bottom: 1px solid var(--line); position: relative; }
.findings li::before { content: ""; position: absolute; left: 0; top: 1.25em; width: 8px; height: 2px; background: var(--accent); }
figure { margin: 12px 0 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 12px; }
figure svg { display: block; width: 100%; height: auto; overflow: visible; font-family: inherit; }
figure svg g, figure svg text { white-space: pre; font-size: 12px; }
.narrow { display: none; }
@media (max-width: 640px) { .wide { display: none; } .narrow { display: block; } figure svg g, figure svg text { font-size: 11px; } h1 { font-size: 22px; } figure { padding: 8px; } }
.keys { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 0 0 8px; padding: 0; list-style: none; font-size: 14px; }
.keys li { display: flex; align-items: center; gap: 8px; }
.keys svg { width: 20px; height: 10px; flex: none; display: block; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; margin-top: 12px; background: var(--card); }
th, td { text-align: right; padding: 6px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
thead th { color: var(--quiet); font-weight: 600; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; margin-top: 12px; }
.scroll table { margin: 0; }
.scroll tr:last-child td { border-bottom: 0; }
.chance { color: var(--quiet); white-space: nowrap; }
a { color: var(--accent); }
footer { margin-top: 48px; border-top: 1px solid var(--line); padding-top: 12px; }
@media print { body { background: none; } figure, table { break-inside: avoid; } h2 { break-after: avoid; } }
`;

/** The colour of a variant, and of a level, by its index. */
export const colourOf = (index: number): string => `var(--v${index % 6})`;
