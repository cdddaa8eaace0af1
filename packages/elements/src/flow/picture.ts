import { nothing, type SVGTemplateResult, svg } from 'lit';
import { cross, half, kindIcon, stair, tick } from './icons.ts';
import { font, twoLines } from './measure.ts';
import { roundedPath } from './path.ts';
import type { Place } from './places.ts';
import type { Reach } from './reach.ts';
import type { Box, Lane, Line, Picture } from './shapes.ts';

/** Words and states that the picture takes from outside. */
export interface PictureText {
  /** Title of a step or outcome in the reader's language. */
  text(source: string): string;
  lane(level: string): string;
  /** Sentence shown on hovering a box. */
  explain(id: string): string;
  place(id: string): Place;
  /** Whether a case may still leave that step. */
  open(id: string): boolean;
  taken(line: Line): boolean;
  delegable(id: string): boolean;
  /** How far a step was walked; undefined where no coverage is shown or it cannot tell. */
  reach(id: string): Reach | undefined;
  /** The reach of a step in words, with what was missed; empty without coverage. */
  walked(id: string): string;
  reachOf(line: Line): Reach | undefined;
}

/** The sign of a reach, 10 px wide: what colour says is never said by colour alone. */
export const reachSign: Readonly<Record<Reach, SVGTemplateResult>> = {
  reached: tick,
  partly: half,
  unreached: cross,
};

function drawLane(lane: Lane, index: number, height: number, words: PictureText): SVGTemplateResult {
  return svg`<g>
    <rect class="lane ${index % 2 === 0 ? '' : 'odd'}" x=${lane.x} y="0" width=${lane.width} height=${height}></rect>
    ${index === 0 ? nothing : svg`<line class="lane-rule" x1=${lane.x} y1="0" x2=${lane.x} y2=${height}></line>`}
    <text class="lane-title" x=${lane.x + lane.width / 2} y="23" text-anchor="middle">${words.lane(lane.level)}</text>
  </g>`;
}

function drawLine(line: Line, words: PictureText): SVGTemplateResult {
  const taken = words.taken(line);
  const faint = !taken && !words.open(line.edge.from);
  const reach = words.reachOf(line);
  const state = reach ?? (taken ? 'taken' : faint ? 'faint' : '');
  const [first] = line.points;
  const last = line.points.at(-1);
  const before = line.points.at(-2);
  const joins = line.edge.to.endsWith(':join');
  if (last === undefined || before === undefined) return svg``;
  const sideways = before.y === last.y;
  const tip = sideways
    ? `M${last.x} ${last.y}l${before.x > last.x ? 7 : -7}-4v8z`
    : `M${last.x} ${last.y}l-4-7h8z`;
  return svg`<g>
    <path class="edge ${line.back ? 'back' : ''} ${state}" d=${roundedPath(line.points)}></path>
    ${joins ? nothing : svg`<path class="tip ${state}" d=${tip}></path>`}
    ${reach === 'unreached' && first ? svg`<g class="missed" transform="translate(${first.x - 4} ${first.y + (line.back ? -4 : 1)}) scale(0.8)">${cross}</g>` : nothing}
  </g>`;
}

function drawLabel(line: Line, words: PictureText): SVGTemplateResult | typeof nothing {
  if (line.label === undefined || line.label.text === '') return nothing;
  return svg`<text class="edge-label" x=${line.label.x} y=${line.label.y} text-anchor=${line.label.anchor}>${line.label.text}<title>${words.text(line.label.full)}</title></text>`;
}

function drawBox(box: Box, words: PictureText): SVGTemplateResult {
  const { x, y, width, height, node } = box;
  const { step } = node;
  const place = words.place(node.id);
  const reach = words.reach(node.id);
  if (step === undefined)
    return svg`<rect class="join" x=${x + width / 2 - 34} y=${y} width="68" height=${height} rx="3"></rect>`;
  const lines = twoLines(words.text(node.title), font.box, width - 52);
  const first = y + height / 2 + 4.5 - (lines.length - 1) * 8.5;
  const round = step.kind === 'end' ? height / 2 : 8;
  return svg`<g class="node ${reach ?? place}" data-step=${node.id}>
    <title>${words.explain(node.id)}</title>
    ${place === 'present' ? svg`<rect class="ring" x=${x - 4} y=${y - 4} width=${width + 8} height=${height + 8} rx=${round + 4}></rect>` : nothing}
    <rect class="box" x=${x} y=${y} width=${width} height=${height} rx=${round}></rect>
    <g transform="translate(${x + 14} ${y + height / 2 - 8})">${kindIcon(step.kind)}</g>
    ${lines.map((line, index) => svg`<text x=${x + 38} y=${first + index * 17}>${line}</text>`)}
    ${words.delegable(node.id) ? svg`<g transform="translate(${x + width - 18} ${y + height - 16})">${stair}</g>` : nothing}
    ${reach ? svg`<g transform="translate(${x + width - 18} ${y + 7})">${reachSign[reach]}</g>` : nothing}
    ${place === 'past' ? svg`<g transform="translate(${x + width - 18} ${y + 8})">${tick}</g>` : nothing}
  </g>`;
}

/** The whole picture; words come from outside, so that it stays free of languages. */
export function drawPicture(
  picture: Picture,
  scale: number,
  label: string,
  words: PictureText,
): SVGTemplateResult {
  return svg`<svg role="img" aria-label=${label} width=${picture.width * scale} height=${picture.height * scale}
    viewBox="0 0 ${picture.width} ${picture.height}">
    ${picture.lanes.map((lane, index) => drawLane(lane, index, picture.height, words))}
    ${[...picture.lines].sort((a, b) => Number(words.taken(a)) - Number(words.taken(b))).map((line) => drawLine(line, words))}
    ${picture.boxes.map((box) => drawBox(box, words))}
    ${picture.lines.map((line) => drawLabel(line, words))}
  </svg>`;
}
