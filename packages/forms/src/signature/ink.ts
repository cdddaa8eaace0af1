/** A place on the pad, in shares of its width. */
export type Spot = readonly [x: number, y: number];
export type Stroke = Spot[];

/** Height of the pad and of the picture, as a share of the width. */
export const shape = 2 / 5;

/** Pixels across the picture that is kept: enough for print, whatever the screen it was written on. */
const pictureWidth = 1000;

const paper = '#ffffff';
const ink = '#16201f';
const hand = '"Kaiti SC", KaiTi, STKaiti, "Noto Serif CJK SC", serif';

/** Draws strokes as smooth lines, `width` pixels across. */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  width: number,
): void {
  context.lineWidth = width * 0.008;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = ink;
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (first === undefined) continue;
    context.beginPath();
    context.moveTo(first[0] * width, first[1] * width);
    let last = first;
    for (const spot of rest) {
      // From the middle of one piece to the middle of the next: corners of a fast hand become curves.
      const middle = [(last[0] + spot[0]) / 2, (last[1] + spot[1]) / 2] as const;
      context.quadraticCurveTo(last[0] * width, last[1] * width, middle[0] * width, middle[1] * width);
      last = spot;
    }
    context.lineTo(last[0] * width, last[1] * width);
    context.stroke();
  }
}

/** Writes a typed name as large as it fits. */
function drawName(context: CanvasRenderingContext2D, name: string, width: number): void {
  const height = width * shape;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  let size = height * 0.5;
  context.font = `${size}px ${hand}`;
  size *= Math.min(1, (width * 0.85) / context.measureText(name).width);
  context.font = `${size}px ${hand}`;
  context.fillText(name, width / 2, height / 2);
}

/** What a signature is made of. */
export type Mark = readonly Stroke[] | string;

/** Draws a signature on a canvas of any size. */
export function drawMark(canvas: HTMLCanvasElement, mark: Mark): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (typeof mark === 'string') drawName(context, mark, canvas.width);
  else drawStrokes(context, mark, canvas.width);
}

/** The signature as a PNG on white paper. */
export async function pictureOf(mark: Mark, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = pictureWidth;
  canvas.height = pictureWidth * shape;
  drawMark(canvas, mark);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The browser could not make a picture of the signature.');
  return new File([blob], name, { type: 'image/png' });
}
