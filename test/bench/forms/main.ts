/**
 * `npm run bench:forms`: `<aid-form>` beside other form libraries and beside what no library can do without, in one
 * browser, in turn, with the same forms. `--write` writes docs/bench-forms.md; `--rounds 3` and `--only aid,plain`
 * make a run shorter.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { contestants, peersAreThere } from './contestants.ts';
import { type Figures, gather } from './gather.ts';
import { benchPages, forms, pagesOf } from './pages.ts';
import { document } from './report/document.ts';
import { machine } from './report/machine.ts';
import { print } from './report/terminal.ts';
import { serve } from './server.ts';

const { values: wishes } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});

const chosen = wishes.only?.split(',');
const taking = contestants.filter(({ key }) => key === 'plain' || (chosen?.includes(key) ?? true));
if (!peersAreThere) console.log('The other libraries are not installed: measuring against the limits only.');

const pages = await benchPages();
for (const contestant of taking) {
  for (const [path, text] of await pagesOf(contestant)) pages.set(path, text);
}
const served = await serve(pages);
const browser = await chromium.launch({
  ...(process.env.CHROME_PATH !== undefined && { executablePath: process.env.CHROME_PATH }),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const where = machine(browser.version(), taking);
  const figures: Figures = await gather(browser, served, pages, taking, forms, Number(wishes.rounds));
  print(where, figures);
  if (wishes.write) {
    const path = new URL('../../../docs/bench-forms.md', import.meta.url);
    await writeFile(path, await document(where, figures, path));
    console.log('\nWritten to docs/bench-forms.md');
  }
} finally {
  await browser.close();
  served.close();
}
