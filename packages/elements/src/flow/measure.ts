/** Sizes of the picture in px. */
export const box = { width: 164, height: 46, bar: 6 };
export const space = { column: 22, row: 24, label: 16, track: 9, lane: 14, head: 36, foot: 20 };
export const font = { box: 13, label: 11.5 };

/** Width of a text in px, near enough to break lines: a Chinese character is an em, a Latin one about half. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const char of text)
    width += char.charCodeAt(0) > 0x2e7f ? size : /[MWmw@]/.test(char) ? size * 0.85 : size * 0.54;
  return width;
}

/** The text, cut with an ellipsis where it does not fit into `width`. */
export function fit(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (widthOf(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Breaks a text into at most two lines of `width`; Latin at spaces, Chinese anywhere; what is left over is cut. */
export function twoLines(text: string, size: number, width: number): string[] {
  if (widthOf(text, size) <= width) return [text];
  const parts = text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+\s*|\s+/g) ?? [text];
  let first = '';
  let index = 0;
  while (index < parts.length && widthOf(first + (parts[index] ?? '').trimEnd(), size) <= width) {
    first += parts[index];
    index++;
  }
  if (first === '') return [fit(text, size, width)];
  return [first.trimEnd(), fit(parts.slice(index).join('').trim(), size, width)];
}
