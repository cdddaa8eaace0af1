import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Form } from '../form.ts';
import type { Pages } from '../pages.ts';
import type { Served } from '../server.ts';
import type { Tab } from '../tab.ts';

export interface Weight {
  gzip: number;
  brotli: number;
}

/** Everything that went over the wire until the form was shown and its errors were, each file compressed by itself. */
export async function weight(
  tab: Tab,
  served: Served,
  pages: Pages,
  contestant: string,
  form: Form,
): Promise<Weight> {
  served.asked();
  await tab.show(served.address(contestant, form.name));
  await tab.page.evaluate(() => bench.submit.click());
  await tab.settled();
  const texts = served.asked().map((path) => pages.get(path) ?? '');
  const sum = (compressed: (text: string) => Buffer) =>
    texts.reduce((total, text) => total + compressed(text).length, 0);
  return {
    gzip: sum((text) => gzipSync(text, { level: 9 })),
    brotli: sum((text) => brotliCompressSync(text)),
  };
}
