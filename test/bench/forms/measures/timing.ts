import type { Form } from '../form.ts';
import type { Served } from '../server.ts';
import type { Tab } from '../tab.ts';

/** One showing of a form: what was counted from its address to its errors. Milliseconds, bytes. */
export interface Showing {
  /** From the start of the navigation until the form was on the screen, by the clock. */
  paint: number;
  /** The same in processor time of the main thread. */
  paintWork: number;
  nodes: number;
  listeners: number;
  heap: number;
  /** Processor time of one keystroke, drawing included. */
  key: number;
  /** Processor time of a submit that finds every required field empty, drawing included. */
  submit: number;
}

/** A text field in the middle of each form. */
const typedInto: Record<string, string> = { household: '村组', stress: '项目 5-3-2' };
const keys = 40;

/** Shows a form in a page of its own, types into it, and submits it empty. */
export async function showing(tab: Tab, served: Served, contestant: string, form: Form): Promise<Showing> {
  const { page } = tab;
  const work = await tab.cost(() => tab.show(served.address(contestant, form.name)));
  const paint = (await page.evaluate(() => bench.paintedAt)) ?? Number.NaN;
  await tab.collectGarbage();
  const { nodes, listeners, heap } = await tab.counters();

  await page.evaluate((title) => bench.control(title)?.focus(), typedInto[form.name] ?? '');
  const type = async (count: number) => {
    for (let n = 0; n < count; n += 1) await page.keyboard.press('a');
    await tab.settled();
  };
  await type(10);
  const typing = await tab.cost(() => type(keys));

  const submit = await tab.cost(async () => {
    await page.evaluate(() => bench.submit.click());
    await tab.settled();
    await tab.settled();
  });
  return {
    paint,
    paintWork: work.task,
    nodes,
    listeners,
    heap,
    key: typing.task / keys,
    submit: submit.task,
  };
}

/** How many fields are drawn when one character is typed; undefined where the contestant cannot tell. */
export async function drawnByKey(tab: Tab, served: Served, contestant: string, form: Form) {
  await tab.show(served.address(contestant, form.name, { counted: true }));
  const initially = await tab.page.evaluate(() => bench.drawn?.size ?? 0);
  await tab.page.evaluate((title) => bench.control(title)?.focus(), typedInto[form.name] ?? '');
  await tab.page.keyboard.press('a');
  await tab.settled();
  await tab.page.evaluate(() => bench.drawn?.clear());
  await tab.page.keyboard.press('a');
  await tab.settled();
  const drawn = await tab.page.evaluate(() => bench.drawn?.size ?? 0);
  return initially === 0 && drawn === 0 && contestant !== 'plain' ? undefined : drawn;
}

/** What it takes to check a filled form as a whole once a value has changed, milliseconds; undefined where that cannot be asked. */
export async function checking(tab: Tab, served: Served, contestant: string, form: Form) {
  await tab.show(served.address(contestant, form.name, { filled: true }));
  return tab.page.evaluate((title) => {
    const control = bench.control(title) as HTMLInputElement;
    if (bench.valid === undefined || !bench.valid()) return undefined;
    // The first runs are the compiler's. A slow one need not be asked so often.
    const [warm, times, patience] = [100, 300, 1500];
    const begun = performance.now();
    let spent = 0;
    let counted = 0;
    for (let n = 0; n < times && (counted < 20 || performance.now() - begun < patience); n += 1) {
      control.value = `第${n}`;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const before = performance.now();
      bench.valid();
      if (n < warm && before - begun < patience / 2) continue;
      spent += performance.now() - before;
      counted += 1;
    }
    return spent / counted;
  }, typedInto[form.name] ?? '');
}
