import { drawMark, type Mark, type Spot, type Stroke, shape } from './ink.ts';

/** A canvas that follows its size on the page and the density of the screen, and takes strokes. */
export class Pad {
  readonly #canvas: HTMLCanvasElement;
  readonly #mark: () => Mark;
  readonly #sizes: ResizeObserver;

  /** @param mark what is to be seen; asked for again with each drawing */
  constructor(canvas: HTMLCanvasElement, mark: () => Mark) {
    this.#canvas = canvas;
    this.#mark = mark;
    this.#sizes = new ResizeObserver(() => this.draw());
    this.#sizes.observe(canvas);
  }

  draw(): void {
    const canvas = this.#canvas;
    const width = Math.round(canvas.clientWidth * devicePixelRatio);
    if (width === 0) return;
    if (canvas.width !== width) {
      canvas.width = width;
      canvas.height = Math.round(width * shape);
    }
    drawMark(canvas, this.#mark());
  }

  /** Follows one stroke from its first touch; `stroke` grows until the pointer leaves. */
  follow(event: PointerEvent, stroke: Stroke, ended: () => void): void {
    const canvas = this.#canvas;
    const add = (one: PointerEvent) => stroke.push(this.#spot(one));
    const move = (next: PointerEvent) => {
      if (next.pointerId !== event.pointerId) return;
      // What happened between two frames, too: a fast hand stays round.
      const between = next.getCoalescedEvents?.() ?? [];
      for (const one of between.length > 0 ? between : [next]) add(one);
      this.draw();
    };
    const end = (last: PointerEvent) => {
      if (last.pointerId !== event.pointerId) return;
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerup', end);
      canvas.removeEventListener('pointercancel', end);
      ended();
    };
    // A pen that was lifted before it was heard cannot be held on to.
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerup', end);
    canvas.addEventListener('pointercancel', end);
    add(event);
    // A dot is a stroke, too.
    const [x, y] = this.#spot(event);
    stroke.push([x + 0.001, y]);
    this.draw();
  }

  release(): void {
    this.#sizes.disconnect();
  }

  #spot(event: PointerEvent): Spot {
    const { left, top, width } = this.#canvas.getBoundingClientRect();
    const near = (value: number) => Math.round(value * 10_000) / 10_000;
    return [near((event.clientX - left) / width), near((event.clientY - top) / width)];
  }
}
