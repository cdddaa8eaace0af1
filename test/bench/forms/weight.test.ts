/** What an application of 60 fields weighs on the way to a phone, everything needed, as the benchmark counts it. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { contestants } from './contestants.ts';
import { household } from './form.ts';
import { pagesOf } from './pages.ts';

// The aim is 40 kB; what is missing of it is told in docs/bench-forms.md. Lower this with the weight.
const most = 41_500;

it('an application, its page and its form together stay light', async () => {
  const aid = contestants.filter(({ key }) => key === 'aid');
  const pages = new Map(
    (await Promise.all(aid.map((one) => pagesOf(one, [household])))).flatMap((one) => [...one]),
  );
  const weigh = (name: string) =>
    gzipSync(pages.get(`/aid/${household.name}/${name}`) ?? '', { level: 9 }).length;
  const bytes = ['', 'app.js', 'aid-form.js'].map(weigh);
  expect(Math.min(...bytes)).toBeGreaterThan(100);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(most);
});
