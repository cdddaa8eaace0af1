import { readFile } from 'node:fs/promises';

/** The widget of one's own that the README of the forms shows: the same text runs here. */
export async function starsScript(): Promise<string> {
  const place = new URL('../../../packages/forms/README.md', import.meta.url);
  const part = (await readFile(place, 'utf8')).split('### Your own')[1] ?? '';
  return /```js\n([\s\S]*?)```/.exec(part)?.[1] ?? '';
}
