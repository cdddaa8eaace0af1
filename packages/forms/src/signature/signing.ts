import type { FieldNode } from '../model/field-node.ts';
import { rareText } from '../texts/rare.ts';
import { Uploads } from '../upload/uploads.ts';
import { type Mark, pictureOf, type Stroke } from './ink.ts';
import { Pad } from './pad.ts';

/** A signature on its way: the strokes or the name, then the picture of it as an upload. */
export class Signing {
  readonly uploads: Uploads;
  readonly strokes: Stroke[] = [];
  /** A name is typed instead of written by hand. */
  typing = false;
  name = '';
  agreed = false;
  /** What is missing before the signature can be used. */
  lacking = '';
  /** What was made a picture of, as long as this page is open. */
  #mark: Mark | undefined;
  readonly #field: FieldNode;
  #pad: Pad | undefined;

  constructor(field: FieldNode) {
    this.#field = field;
    this.uploads = new Uploads(field);
  }

  /** What can be shown of the signature that is there. */
  get mark(): Mark | undefined {
    return this.#mark;
  }

  get ready(): boolean {
    return this.typing ? this.agreed && this.name.trim() !== '' : this.strokes.length > 0;
  }

  /** Takes the canvas that is drawn, or nothing when it is taken away. */
  readonly take = (canvas: Element | undefined): void => {
    this.#pad?.release();
    const shown = () => this.#mark ?? this.strokes;
    this.#pad = canvas === undefined ? undefined : new Pad(canvas as HTMLCanvasElement, shown);
  };

  readonly begin = (event: PointerEvent): void => {
    const field = this.#field;
    if (field.disabled || !event.isPrimary || event.button !== 0 || this.#pad === undefined) return;
    event.preventDefault();
    const stroke: Stroke = [];
    this.strokes.push(stroke);
    this.#pad.follow(event, stroke, () => this.#changed());
  };

  undo(): void {
    this.strokes.pop();
    this.#changed();
  }

  clear(): void {
    this.strokes.length = 0;
    this.#changed();
  }

  switch(typing: boolean): void {
    this.typing = typing;
    this.#changed();
  }

  /** Makes the picture and sends it. */
  async use(): Promise<void> {
    const field = this.#field;
    if (!this.ready) {
      this.lacking = rareText(field.model.context, 'needAgree');
      field.changed();
      return;
    }
    this.lacking = '';
    const mark: Mark = this.typing ? this.name.trim() : this.strokes.map((stroke) => [...stroke]);
    const words = rareText(field.model.context, 'fileName');
    const picture = await pictureOf(mark, `${this.typing ? `${words}-${mark}` : words}.png`);
    this.#mark = mark;
    this.uploads.add([picture]);
  }

  /** Takes the signature away; the pad is empty for another. */
  again(): void {
    const [signed] = this.uploads.files;
    for (const running of this.uploads.running) this.uploads.cancel(running);
    this.#mark = undefined;
    this.strokes.length = 0;
    if (signed === undefined) this.#changed();
    else this.uploads.remove(signed);
  }

  #changed(): void {
    this.lacking = '';
    this.#pad?.draw();
    this.#field.changed();
  }
}
