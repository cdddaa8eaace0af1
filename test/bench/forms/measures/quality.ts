import type { Page } from 'playwright-core';
import { type Field, type Form, fieldsOf } from '../form.ts';
import { rightValue } from '../schema.ts';
import type { Served } from '../server.ts';
import type { Tab } from '../tab.ts';

/** A part of a whole. */
export type Share = readonly [number, number];

/** What can be counted of how a form treats people and pages. */
export interface Quality {
  /** Invalid fields that say so and are described by their message. */
  linkedErrors: Share;
  /** Where the focus is after a failed submit. */
  focus: 'summary' | 'field' | 'elsewhere';
  /** Links of the summary that lead into their field. */
  links: Share;
  /** Things to touch that are smaller than 44 px. */
  smallTargets: Share;
  /** Controls that a hostile style sheet of the page changes. */
  changedByHost: Share;
  /** Values in the FormData of the form around, with their type, and as text. */
  typedEntries: Share;
  textEntries: Share;
  nestedForms: number;
  /** Violations that axe finds: empty, filled, with errors. */
  axe: readonly [number, number, number];
  /** Reports under the strict policy; undefined where no form appeared. */
  policyReports: number | undefined;
}

/** Waits for what libraries do a moment later. Milliseconds, as all of these. */
const late = 400;

/** So long a form may take to appear on a busy machine. */
const patience = 20_000;

async function submitted(tab: Tab): Promise<void> {
  await tab.page.evaluate(() => bench.submit.click());
  await tab.page.waitForTimeout(late);
  await tab.settled();
}

/** The titles of the fields that an empty form has to complain about, each with how manieth of its name it is. */
function missing(form: Form): [title: string, nth: number][] {
  const seen = new Map<string, number>();
  const wanted = (field: Field) => field.required === true && field.name !== 'ill';
  return fieldsOf(form.groups)
    .filter(wanted)
    .map(({ title }) => {
      const nth = seen.get(title) ?? 0;
      seen.set(title, nth + 1);
      return [title, nth];
    });
}

const wayThroughErrors = (page: Page, wanted: [string, number][]) =>
  page.evaluate((fields) => {
    const focused = () => {
      let here = document.activeElement;
      while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
      return here;
    };
    // Questions are told by the name of a control in them, or of the group that it is in.
    const groupOf = (control: Element) => control.closest('fieldset, [role=radiogroup], [role=group]');
    const names = new Map<string, Element[]>();
    const found = new Set<Element>();
    for (const control of bench.deep(bench.controls)) {
      const group = groupOf(control);
      const legend =
        group === null ? '' : bench.words(group.querySelectorAll(':scope > legend')) + bench.nameOf(group);
      const isChoice = control.matches('[type=radio], [type=checkbox]');
      const bearer = isChoice && group !== null && legend !== '' ? group : control;
      if (found.has(bearer) || control.getAttribute('tabindex') === '-1') continue;
      found.add(bearer);
      const name = bearer === control ? bench.nameOf(control) : legend;
      for (const [title] of fields) {
        if (name.includes(title)) names.set(title, [...(names.get(title) ?? []), bearer]);
      }
    }
    let linked = 0;
    for (const [title, nth] of fields) {
      const bearer = names.get(title)?.[nth];
      if (bearer === undefined) continue;
      const inner = bearer.matches('fieldset, [role]') ? [...bearer.querySelectorAll('input')] : [];
      const all = [bearer, ...inner];
      const isMarked = all.some((one) => one.getAttribute('aria-invalid') === 'true');
      const described = all.flatMap((one) => [
        ...bench.byIds(one, 'aria-describedby'),
        ...bench.byIds(one, 'aria-errormessage'),
      ]);
      const help = ['18 位，末位可能是 X', '元，上一年度全家合计', '现在实际居住的地方'];
      const words = described.map((one) => one.textContent?.trim() ?? '');
      if (isMarked && words.some((one) => one !== '' && !help.includes(one))) linked += 1;
    }
    const active = focused();
    const summary = active?.closest('[role=alert], [role=group], [tabindex="-1"]') ?? null;
    const links = summary === null ? [] : [...summary.querySelectorAll<HTMLElement>('a[href]')];
    let lands = 0;
    for (const link of links) {
      link.click();
      if (focused()?.matches(bench.controls) || focused()?.matches('button')) lands += 1;
    }
    const focus = links.length > 1 ? 'summary' : active?.matches(bench.controls) ? 'field' : 'elsewhere';
    return { linked, focus, links: links.length, lands } as const;
  }, wanted);

const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const least = 43.5;
    let all = 0;
    let small = 0;
    for (const control of bench.deep(`${bench.controls}, button, [role=button], [role=combobox]`)) {
      if (!bench.isShown(control) || control.getAttribute('tabindex') === '-1') continue;
      const around = control.matches('[type=radio], [type=checkbox]') ? control.closest('label') : null;
      const { width, height } = (around ?? control).getBoundingClientRect();
      if (width === 0 || height === 0) continue;
      all += 1;
      if (width < least || height < least) small += 1;
    }
    return [small, all] as const;
  });

const changedByHost = async (page: Page) => {
  const look = () =>
    page.evaluate(() =>
      [...bench.deep(bench.controls)].filter(bench.isShown).map((control) => {
        const { fontSize, display } = getComputedStyle(control);
        const { width, height } = control.getBoundingClientRect();
        return [fontSize, display, Math.round(width), Math.round(height)].join(' ');
      }),
    );
  const before = await look();
  await page.addStyleTag({ content: '* { font-size: 30px !important; display: block !important }' });
  const after = await look();
  const changed = before.filter((one, index) => one !== after[index]).length;
  return [changed, before.length] as const;
};

/** Values by their path, inside lists and objects. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

async function entries(page: Page, form: Form) {
  const sent = await page.evaluate(() => {
    const host = document.querySelector<HTMLFormElement>('#host');
    return host === null
      ? []
      : [...new FormData(host)].map(([name, value]) => [name, String(value)] as const);
  });
  const typed = new Map<string, unknown>();
  const texts = new Set<string>();
  for (const [name, text] of sent) {
    texts.add(`${name.replaceAll(/[[\]/_]+/g, '.').replace(/\.$/, '')}=${text}`);
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object') for (const [path, leaf] of leaves(value)) typed.set(path, leaf);
    } catch {
      // Text that is no JSON is a value of its own.
    }
  }
  const wanted = leaves(rightValue(form));
  const nested = await page.evaluate(() => document.querySelectorAll('form form').length);
  return {
    typedEntries: [wanted.filter(([path, leaf]) => typed.get(path) === leaf).length, wanted.length] as Share,
    textEntries: [
      wanted.filter(([path, leaf]) => [...texts].some((one) => one.endsWith(`${path}=${leaf}`))).length,
      wanted.length,
    ] as Share,
    nestedForms: nested,
  };
}

async function axe(page: Page): Promise<number> {
  await page.addScriptTag({ url: '/axe.js' });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: unknown[] }> } };
    return (await axe.run()).violations.length;
  });
}

/** How many times the browser reported something under the strict policy, once the form was shown and submitted. */
async function policyReports(tab: Tab, address: string): Promise<number | undefined> {
  await tab.page.addInitScript(() => {
    const counted = globalThis as unknown as { reports: number };
    counted.reports = 0;
    addEventListener('securitypolicyviolation', () => {
      counted.reports += 1;
    });
  });
  const reports = () => tab.page.evaluate(() => (globalThis as unknown as { reports: number }).reports);
  await tab.page.goto(address);
  for (let waited = 0; waited < patience; waited += late) {
    const painted = await tab.page.evaluate(() => bench.paintedAt !== undefined);
    if (painted) {
      await submitted(tab);
      const drawn = await tab.page.evaluate(() => [...bench.deep(bench.controls)].length > 10);
      return drawn ? reports() : undefined;
    }
    // What was refused will not come later.
    if (waited > patience / 4 && ((await reports()) > 0 || tab.errors.length > 0)) return undefined;
    await tab.page.waitForTimeout(late);
  }
  return undefined;
}

/** Looks at a form from all these sides; `open` gives a fresh page each time. */
export async function quality(
  open: () => Promise<Tab>,
  served: Served,
  contestant: string,
  form: Form,
): Promise<Quality> {
  const address = (wish = {}) => served.address(contestant, form.name, wish);
  const shown = async <T>(wish: object, look: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await open();
    try {
      await tab.show(address(wish));
      return await look(tab);
    } finally {
      await tab.close();
    }
  };
  const wanted = missing(form);
  const first = await shown({}, async (tab) => {
    const targets = await smallTargets(tab.page);
    const empty = await axe(tab.page);
    await submitted(tab);
    const faulty = await axe(tab.page);
    const way = await wayThroughErrors(tab.page, wanted);
    return { targets, empty, faulty, way };
  });
  const filled = await shown({ filled: true }, (tab) => axe(tab.page));
  const hostile = await shown({}, (tab) => changedByHost(tab.page));
  const inHost = await shown({ filled: true, host: true }, (tab) => entries(tab.page, form));
  const strict = await open();
  const reports = await policyReports(strict, address({ strict: true }));
  await strict.close();
  return {
    linkedErrors: [first.way.linked, wanted.length],
    focus: first.way.focus,
    links: [first.way.lands, first.way.links],
    smallTargets: first.targets,
    changedByHost: hostile,
    ...inHost,
    axe: [first.empty, filled, first.faulty],
    policyReports: reports,
  };
}
