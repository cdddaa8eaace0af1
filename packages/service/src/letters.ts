/** Letters as pages: accessible HTML that prints on A4, with nothing in it but the letter. */

import type { Letter } from '@aidflow/engine';
import markdownIt from 'markdown-it';

/** Letters are filled from templates; what citizens typed into them stays text. */
const markdown = markdownIt({ html: false, linkify: false, typographer: false });

/** Media type `text/html`; styled by `letterStyle` at `stylesheet`. */
export function letterPage(letter: Letter, language: string, stylesheet: string): string {
  const known = Object.hasOwn(letter.text, language);
  const spoken = known ? language : (Object.keys(letter.text)[0] ?? language);
  const body = markdown.render(letter.text[spoken] ?? '');
  const title = escaped(letter.title);
  return `<!doctype html>
<html lang="${escaped(spoken)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} ${escaped(letter.number)}</title>
<link rel="stylesheet" href="${escaped(stylesheet)}">
</head>
<body>
<main>
${body.includes('<h1>') ? '' : `<h1>${title}</h1>\n`}${body}</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** The stylesheet of letters: serif, one column, page size and margins for print. */
export const letterStyle = `@page { size: A4; margin: 30mm 26mm 28mm 28mm; }
:root { color-scheme: light; }
body {
  margin: 0;
  background: #fff;
  color: #111;
  font: 1rem/1.9 "FangSong", "STFangsong", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", Georgia, serif;
  font-variant-numeric: tabular-nums;
}
main { max-width: 36em; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin: 1rem 0 1.5rem; font-size: 1.5rem; line-height: 1.4; text-align: center; }
h2 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; }
p { margin: 0 0 0.75rem; }
main > h1 + p { color: #8a1c1c; text-align: center; }
:lang(zh) main > p:not(h1 + p) { text-indent: 2em; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { padding: 0.25rem 0.5rem; border: 1px solid #777; text-align: left; }
hr { border: 0; border-top: 1px solid #777; margin: 2rem 0; }
a { color: inherit; }
@media print {
  main { max-width: none; padding: 0; }
  h1, h2 { break-after: avoid; }
  table, blockquote { break-inside: avoid; }
}
`;
