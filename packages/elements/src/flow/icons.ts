import { type SVGTemplateResult, svg } from 'lit';

const shapes: Record<string, SVGTemplateResult> = {
  // A person at work.
  task: svg`<circle cx="8" cy="5" r="3"/><path d="M2.5 14c0-3 2.4-4.8 5.5-4.8s5.5 1.8 5.5 4.8"/>`,
  // A form that is being ticked.
  check: svg`<rect x="2.5" y="2.5" width="11" height="11" rx="2"/><path d="M5.2 8.2 7.3 10.3 11 6"/>`,
  // One way becomes two.
  parallel: svg`<path d="M8 2v3M8 5C8 8 3.5 7 3.5 10v4M8 5c0 3 4.5 2 4.5 5v4"/>`,
  // A clock.
  wait: svg`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.7"/>`,
  // A few out of many.
  select: svg`<circle cx="3.5" cy="4" r="1.5"/><circle cx="3.5" cy="12" r="1.5"/><path d="M3.5 8h0M8 4h5.5M8 12h5.5"/><circle cx="3.5" cy="8" r="1.5" fill="currentColor"/><path d="M8 8h5.5"/>`,
  // A letter that goes out.
  effect: svg`<path d="M2 4.5h12v8H2zM2 5l6 4.5L14 5"/>`,
  // A flag at the goal.
  end: svg`<path d="M4 14V2.5h8L10 5.5l2 3H4"/>`,
};

/** 16 px icon of a step kind, drawn with the current colour. */
export function kindIcon(kind: string): SVGTemplateResult {
  return svg`<g class="icon" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${shapes[kind] ?? shapes.task}</g>`;
}

/** Stair that leads down: the authority here can be moved to a lower level. */
export const stair = svg`<path class="stair" d="M1 2h4v4h4v4h4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="square"/>`;

/** Half of a round: a step some of whose outcomes never came. */
export const half = svg`<g class="half"><circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 1a4 4 0 0 0 0 8z" fill="currentColor"/></g>`;

/** Cross of what was never reached. */
export const cross = svg`<path class="cross" d="M1.5 1.5l7 7M8.5 1.5l-7 7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>`;

/** Tick of a step that has been passed. */
export const tick = svg`<path class="tick" d="M1 4.5 4 7.5 9.5 1.5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>`;
