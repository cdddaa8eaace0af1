/** An explanation as sections of plain text: what a page, a letter or a terminal then sets. */
import type { Explanation } from './explanation.ts';
import { clockBlocks } from './sections/clocks.ts';
import { drawBlocks } from './sections/draw.ts';
import { authorityBlocks, basisBlocks, signedBlocks } from './sections/grounds.ts';
import { moveBlocks } from './sections/move.ts';
import { checkBlocks, dataBlocks } from './sections/papers.ts';
import { parameterBlocks } from './sections/parameters.ts';
import { type Block, type PageOptions, readerOf, type Section } from './sections/reader.ts';
import { ruleBlock } from './sections/rule.ts';
import { what } from './sections/what.ts';
import type { PageLanguage, Word } from './words.ts';

/** The sections of an explanation, those that have nothing to say left out. */
export function explanationSections(
  explanation: Explanation,
  language: PageLanguage,
  options: PageOptions = {},
): Section[] {
  const reader = readerOf(explanation, language, options);
  const sections: [id: string, title: Word, blocks: Block[]][] = [
    ['what', 'what.title', what(reader)],
    ['move', 'move.title', explanation.move ? moveBlocks(explanation.move, reader) : []],
    ['rule', 'rule.title', explanation.rules.map((rule) => ruleBlock(rule, reader))],
    ['parameters', 'parameters.title', parameterBlocks(reader)],
    ['basis', 'basis.title', basisBlocks(reader)],
    ['authority', 'authority.title', authorityBlocks(reader)],
    ['signed', 'signed.title', signedBlocks(reader)],
    ['clocks', 'clocks.title', clockBlocks(reader)],
    ['draw', 'draw.title', explanation.draw ? drawBlocks(explanation.draw, reader) : []],
    ['data', 'data.title', dataBlocks(reader)],
    ['check', 'check.title', checkBlocks(reader)],
  ];
  return sections.flatMap(([id, title, blocks]) =>
    blocks.length === 0 ? [] : [{ id, title: reader.say(title), blocks }],
  );
}
