/** How something was drawn, and how anybody draws it again. */
import type { ExplainedDraw } from '../explanation.ts';
import { type Block, type Reader, text } from './reader.ts';

export function drawBlocks(draw: ExplainedDraw, { say, value }: Reader): Block[] {
  const blocks: Block[] = [];
  if (draw.kind === 'draw') {
    blocks.push(text(say(draw.chosen === true ? 'draw.chosen' : 'draw.rest')));
    if (draw.always) blocks.push(text(say('draw.always')));
    const fraction = (draw.fraction ?? 0).toFixed(6);
    blocks.push(text(say('draw.numbers', { fraction, share: value(draw.share ?? 0, 'share') })));
  } else {
    const count = Array.isArray(draw.chosen) ? draw.chosen.length : 0;
    blocks.push(
      text(say('draw.selected', { size: draw.size ?? 0, count, reserve: draw.reserve?.length ?? 0 })),
    );
  }
  blocks.push({
    kind: 'pairs',
    pairs: [
      [say('draw.seed'), draw.seed],
      [say('draw.pool'), draw.pool],
      [say('draw.algorithm'), draw.algorithm],
    ],
  });
  blocks.push(text(say(`draw.repeat.${draw.kind}`, { key: draw.key })));
  blocks.push(text(say(draw.repeated ? 'draw.same' : 'draw.differs')));
  return blocks;
}
