/** An explanation as a page: HTML without scripts and styles, and Markdown. */
import { letterText } from '../letters.ts';
import type { Explanation } from './explanation.ts';
import type { Block, PageOptions, Section } from './sections/reader.ts';
import { explanationSections } from './sections.ts';
import { type PageLanguage, sayIn } from './words.ts';

export interface ExplanationPageOptions extends PageOptions {
  /** Address of a style sheet; the page reads well without. */
  stylesheet?: string;
}

export interface ExplanationPage {
  title: string;
  /** A whole document. */
  html: string;
  markdown: string;
}

/**
 * A page that a villager can read, in Chinese or English. It shows what the explanation holds: `explain` masks personal
 * data unless it is asked otherwise.
 */
export function explainPage(
  explanation: Explanation,
  language: PageLanguage,
  options: ExplanationPageOptions = {},
): ExplanationPage {
  const say = sayIn(language);
  const { programme, case: of, texts, masked } = explanation;
  const title = say('heading');
  const lead = [
    say('subtitle', { programme: texts[language]?.[programme.title] ?? programme.title, number: of.number }),
    ...(masked ? [say('masked')] : []),
  ];
  const sections = explanationSections(explanation, language, options);
  return {
    title,
    html: htmlPage(title, lead, sections, language, options.stylesheet),
    markdown: markdownPage(title, lead, sections),
  };
}

function htmlPage(
  title: string,
  lead: readonly string[],
  sections: readonly Section[],
  language: PageLanguage,
  stylesheet: string | undefined,
): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    ...(stylesheet === undefined ? [] : [`<link rel="stylesheet" href="${escaped(stylesheet)}">`]),
  ];
  const body = [
    `<h1>${escaped(title)}</h1>`,
    ...lead.map((line) => `<p>${escaped(line)}</p>`),
    ...sections.map((section) => sectionHtml(section)),
  ];
  return `<!doctype html>\n<html lang="${language}">\n<head>\n${head.join('\n')}\n</head>\n<body>\n<main>\n${body.join('\n')}\n</main>\n</body>\n</html>\n`;
}

export interface SectionOptions {
  /** Of the section's heading: 2 for `<h2>`. */
  level?: number;
  /** Stands before the ids, where a page has several explanations. */
  prefix?: string;
  /** Id of the heading above, which tells the section from those of the other explanations. */
  under?: string;
  /** Shows what only some readers want, too: on paper nothing can be opened. */
  open?: boolean;
}

/** One section as HTML without scripts and styles. */
export function sectionHtml(
  { id, title, blocks }: Section,
  { level = 2, prefix = '', under, open = false }: SectionOptions = {},
): string {
  const inner = blocks.map((block) => html(block, level + 1, open)).join('\n');
  const label = under === undefined ? `${prefix}${id}` : `${prefix}${id} ${under}`;
  return `<section aria-labelledby="${label}">\n<h${level} id="${prefix}${id}">${escaped(title)}</h${level}>\n${inner}\n</section>`;
}

function html(block: Block, level: number, open: boolean): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
    case 'pairs':
      return `<dl>\n${block.pairs.map(([term, value]) => `<dt>${escaped(term)}</dt>\n<dd>${escaped(value)}</dd>`).join('\n')}\n</dl>`;
    case 'table': {
      const cells = (row: readonly string[], tag: 'td' | 'th') =>
        row
          .map((cell, index) => {
            if (tag === 'th') return `<th scope="col">${escaped(cell)}</th>`;
            return index === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`;
          })
          .join('');
      const rows = block.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
      return `<table>\n<thead><tr>${cells(block.head, 'th')}</tr></thead>\n<tbody>\n${rows}\n</tbody>\n</table>`;
    }
    case 'more':
      return `<details${open ? ' open' : ''}>\n<summary>${escaped(block.title)}</summary>\n${block.blocks.map((inner) => html(inner, level + 1, open)).join('\n')}\n</details>`;
    case 'group':
      return `<h${level}>${escaped(block.title)}</h${level}>\n${block.blocks.map((inner) => html(inner, level + 1, open)).join('\n')}`;
  }
}

/** A hash is one long word, which a narrow screen has to break. */
const HASH = /\b[0-9a-f]{32,}\b/g;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(HASH, (hash) => `<code>${hash.match(/.{1,8}/g)?.join('<wbr>')}</code>`);
}

function markdownPage(title: string, lead: readonly string[], sections: readonly Section[]): string {
  const parts = [
    `# ${letterText(title)}`,
    ...lead.map(letterText),
    ...sections.flatMap(({ title: heading, blocks }) => [
      `## ${letterText(heading)}`,
      ...blocks.flatMap((block) => markdown(block, 3)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function markdown(block: Block, level: number): string[] {
  switch (block.kind) {
    case 'text':
      return [letterText(block.text)];
    case 'list':
      return [block.items.map((item) => `- ${letterText(item)}`).join('\n')];
    case 'pairs':
      return [
        block.pairs.map(([term, value]) => `- **${letterText(term)}**  ${letterText(value)}`).join('\n'),
      ];
    case 'table': {
      const row = (cells: readonly string[]) => `| ${cells.map(letterText).join(' | ')} |`;
      return [[row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n')];
    }
    case 'more':
    case 'group':
      return [
        `${'#'.repeat(level)} ${letterText(block.title)}`,
        ...block.blocks.flatMap((inner) => markdown(inner, level + 1)),
      ];
  }
}
