/** An explanation for a terminal: headings set off, tests ticked, long lists only where they are asked for. */
import { type Block, type Explanation, explanationSections, type PageLanguage } from '@aidflow/engine';
import type { Terminal } from './terminal.ts';

export interface LineOptions {
  language: PageLanguage;
  names: Readonly<Record<string, string>>;
  /** Also what only some readers want. */
  full: boolean;
}

export function explanationLines(
  explanation: Explanation,
  { tone }: Terminal,
  { language, names, full }: LineOptions,
): string[] {
  const lines = (block: Block, indent: string): string[] => {
    switch (block.kind) {
      case 'text':
        return [indent + block.text];
      case 'list':
        return block.items.map((item) => `${indent}- ${item}`);
      case 'pairs':
        return block.pairs.map(([term, value]) => `${indent}${tone('quiet', term)}  ${value}`);
      case 'table':
        return block.rows.map(
          ([first = '', ...rest]) =>
            `${indent}${tone('good', '✓')} ${first}  ${rest.join(tone('quiet', '  <- '))}`,
        );
      case 'group':
        return [
          indent + tone('strong', block.title),
          ...block.blocks.flatMap((inner) => lines(inner, `${indent}  `)),
        ];
      case 'more':
        return full
          ? [
              indent + tone('strong', block.title),
              ...block.blocks.flatMap((inner) => lines(inner, `${indent}  `)),
            ]
          : [indent + tone('quiet', `${block.title} ... (--full)`)];
    }
  };
  return explanationSections(explanation, language, { names }).flatMap(({ title, blocks }) => [
    tone('strong', title),
    ...blocks.flatMap((block) => lines(block, '  ')),
  ]);
}
