/** A scenario that is carried through the portal: who does what in which case, on its pages. */
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type JsonObject, type Programme } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { type Act, actsOf, relocated, runScenario, type Scenario } from '@aidflow/simulator';
import { readScenario } from '@aidflow/simulator/node';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Person {
  id: string;
  kind: string;
  name: string;
  grants: { role: string; division: string }[];
}

export interface Tale {
  programme: string;
  acts: Act[];
  /** Instant at which the scenario ends, in milliseconds since 1970. */
  until: number;
  /** What it comes to in the simulator, where the scenario says whether that is right. */
  outcome: string | undefined;
  /** People of the portal by their names in the scenario. */
  cast: Map<string, string>;
  /** Case number that the scenario counts with. */
  counted: string;
  /** Id and number of the main case, once it is opened. */
  id?: string;
  number?: string;
}

/** Reads a scenario as it would be told from a day on, and finds people of the portal for it. */
export async function tale(
  [id, name]: readonly [string, string],
  date: string,
  people: readonly Person[],
  register: (type: string) => Promise<readonly { key: string }[]>,
): Promise<Tale> {
  const folder = fileURLToPath(programmeFolders[id] as URL);
  const loaded = await loadProgramme(folder);
  const read = await readScenario(`${folder}scenarios/${name}.yaml`);
  if (!loaded.ok || !read.ok) throw new Error(`${id}/${name} cannot be read`);
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const known = await inRegister(read.source.value, register);
  const { value } = relocated({ ...read.source, value: known }, { date });
  const { acts, until } = actsOf(programme, value);
  const result = runScenario({ [id]: programme }, { ...read.source, value });
  expect(result, `${id}/${name} from ${date} on`).toMatchObject({ passed: true, problems: [] });
  return {
    programme: id,
    acts,
    until: Date.parse(until),
    outcome: result.state?.decided?.outcome,
    cast: castOf(programme, value, people),
    counted: value.given?.number ?? `${value.clock.slice(0, 4)}0001`,
  };
}

/** What the scenario says is on a register is there under another key. */
async function inRegister(
  scenario: Scenario,
  register: (type: string) => Promise<readonly { key: string }[]>,
): Promise<Scenario> {
  let text = JSON.stringify(scenario);
  for (const { type, key } of scenario.given?.records ?? []) {
    const [found] = await register(type);
    if (found === undefined) throw new Error(`${scenario.programme}: the portal has no record ${type}`);
    text = text.replaceAll(`"${key}"`, `"${found.key}"`);
  }
  return JSON.parse(text) as Scenario;
}

const digits = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const;

/** Each actor is somebody else: officers by role and place, residents in their turn. */
function castOf(programme: Programme, scenario: Scenario, people: readonly Person[]): Map<string, string> {
  const taken = new Set<string>();
  const cast = new Map<string, string>();
  const take = (key: string, fits: (person: Person) => boolean) => {
    const found = people.find((person) => !taken.has(person.id) && fits(person));
    if (found === undefined) throw new Error(`${programme.id}: nobody in the portal can be ${key}`);
    taken.add(found.id);
    cast.set(key, found.id);
  };
  const used = new Set(scenario.steps.flatMap((step) => ('do' in step ? [step.as] : [])));
  for (const key of used) {
    const member = scenario.actors?.[key];
    const [grant]: readonly { role?: string | undefined; division?: string | undefined }[] = Array.isArray(
      member,
    )
      ? member
      : (member?.grants ?? [{ role: member?.role, division: member?.division }]);
    const kind = Array.isArray(member) ? 'officer' : member?.kind;
    if (member === undefined || (kind ?? 'officer') !== 'officer') {
      take(key, (person) => person.kind === 'applicant');
      continue;
    }
    const level = programme.definition.roles?.[String(grant?.role)]?.level ?? 'county';
    take(key, ({ kind: is, grants }) =>
      grants.some(
        ({ role, division }) =>
          is === 'officer' &&
          role === grant?.role &&
          division.length === digits[level] &&
          String(grant?.division).startsWith(division.slice(0, 6)) &&
          (level === 'county' || division.startsWith(String(grant?.division).slice(0, 9))),
      ),
    );
  }
  return cast;
}

/** Does one act of a tale on the pages of the portal. `lookup` is a page on which somebody sees every case. */
export async function perform(page: Page, lookup: Page, told: Tale, written: Act): Promise<void> {
  const url = new URL(lookup.url()).origin;
  const person = told.cast.get(written.as) ?? '';
  await enter(page, url, person);
  const act = await here(page, url, told, written);
  const where = `${told.programme}: ${act.do} by ${person}`;
  const failed = (cause: unknown, seen: string) =>
    new Error(`${where}: ${seen.replaceAll(/\s+/g, ' ').slice(0, 1500)}`, { cause });

  if (told.id === undefined) {
    const [step = ''] = act.do.split('.');
    await page.goto(`${url}/apply/${told.programme}/${step}`);
    const place = page.locator('#apply-where');
    if (await place.isVisible()) await place.selectOption({ value: '620821100201' });
    await sendForm(page, act.data);
    await page
      .waitForURL(/\/cases\/[^/]+\?received/, { timeout: 15_000 })
      .catch(async (error) => Promise.reject(failed(error, await seenOn(page, '#apply-note, aid-form'))));
    told.id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    told.number = (await get<{ state: { number: string } }>(lookup, `/api/cases/${told.id}`)).state.number;
    return;
  }
  if (act.do.endsWith('.enrol')) {
    await page.goto(`${url}/apply`);
    await page.locator(`a[href="/apply/round/${told.id}/${act.do}"]`).click();
    await sendForm(page, act.data);
    await page
      .waitForURL(/\/my$/, { timeout: 15_000 })
      .catch(async (error) => Promise.reject(failed(error, await seenOn(page, '#apply-note, aid-form'))));
    return;
  }
  const id = act.case === undefined ? told.id : await childOf(lookup, told.id, act.case);
  if (act.do.endsWith('.object')) {
    await object(page, lookup, id, act.data).catch(async (error) =>
      Promise.reject(failed(error, await seenOn(page, 'aid-notices'))),
    );
    return;
  }
  await page.goto(`${url}/cases/${id}`);
  await page
    .locator(`aid-case [data-do="${act.do}"]`)
    .click({ timeout: 15_000 })
    .catch(async (error) => Promise.reject(failed(error, await seenOn(page, 'aid-case'))));
  const form = page.locator('aid-act');
  await form.locator('#title').waitFor();
  const asked = form.locator('select');
  if (act.data?.choice !== undefined && (await form.locator('aid-form').count()) === 0)
    await asked.selectOption(String(act.data.choice));
  else if (act.data !== undefined)
    await setForm(page, act.data).catch(async (error) =>
      Promise.reject(failed(error, await seenOn(page, 'aid-act'))),
    );
  const reasons = form.locator('#reasons');
  if (act.reasons !== undefined && (await reasons.isVisible())) await reasons.fill(act.reasons);
  await form.locator('.row button.primary').click();
  await page
    .locator('aid-case #done')
    .waitFor({ timeout: 15_000 })
    .catch(async (error) => Promise.reject(failed(error, await seenOn(page, 'aid-act'))));
}

/** Becomes somebody, as the first page does it. */
export async function enter(page: Page, url: string, person: string): Promise<void> {
  const data = { person };
  const entered = await page.request.post(`${url}/api/session`, { data, headers: { origin: url } });
  expect(entered.ok(), `${person} enters`).toBe(true);
}

export async function get<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(path, page.url()).href);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

/** The act with what only the portal knows: papers that it has taken in, the number of the case. */
async function here(page: Page, url: string, told: Tale, act: Act): Promise<Act> {
  let text = JSON.stringify(act);
  if (told.number !== undefined) text = text.replaceAll(told.counted, told.number);
  if (text.includes('"sha256"')) {
    const answer = await page.request.post(`${url}/api/files`, {
      data: onePixel,
      headers: { origin: url, 'content-type': 'image/png', 'x-file-name': 'paper.png' },
    });
    expect(answer.status()).toBe(201);
    text = text.replaceAll(/\{"sha256"[^}]*\}/g, await answer.text());
  }
  return JSON.parse(text) as Act;
}

/** A picture of one grey point. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Gives the form what was filled in, as a host would, and sends it with its own button. */
async function sendForm(page: Page, data: JsonObject | undefined): Promise<void> {
  if (data !== undefined) await setForm(page, data);
  await page.locator('#apply').locator('button.submit, button.primary').last().click();
}

async function setForm(page: Page, data: JsonObject): Promise<void> {
  const form = page.locator('aid-form').last();
  await form.locator('input, select, textarea, button').first().waitFor();
  await form.evaluate((element, text) => {
    Object.assign(element, { value: JSON.parse(text) as unknown });
  }, JSON.stringify(data));
}

/** Objects to the notice of a case on the public board. */
async function object(page: Page, lookup: Page, id: string, data: JsonObject | undefined): Promise<void> {
  const { items } = await get<{ items: { case: string }[] }>(lookup, '/api/notices?limit=100');
  const place = items.findIndex((item) => item.case === id);
  expect(place, 'a notice is up').toBeGreaterThanOrEqual(0);
  await page.goto(new URL('/notices', lookup.url()).href);
  const card = page.locator('aid-notices article').nth(place);
  await card.getByRole('button').click();
  await card.locator('#objection').waitFor();
  if (data !== undefined) await setForm(page, data);
  await card.locator('button.primary').click();
  await page.locator('aid-notices [role="status"]', { hasText: '✓' }).waitFor({ timeout: 15_000 });
}

/** The case of an item: `rounds/1/candidates/2` is the second of the step `candidates` in the first of `rounds`. */
async function childOf(lookup: Page, parent: string, name: string): Promise<string> {
  const [step, index, ...rest] = name.split('/');
  const { items } = await get<{ items: { id: string; parent: { step: string; index: number } }[] }>(
    lookup,
    `/api/cases/${parent}/children?limit=100`,
  );
  const found = items.find((item) => item.parent.step === step && item.parent.index === Number(index));
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return rest.length === 0 ? found.id : childOf(lookup, found.id, rest.join('/'));
}

/** Words in an element and in everything below it, for whoever has to find out why. */
async function seenOn(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => {
    const words = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (node instanceof HTMLStyleElement) return '';
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root?.childNodes ?? []), ...node.childNodes].map(words).join(' ');
    };
    const find = (root: ParentNode): Element[] => [
      ...root.querySelectorAll(wanted),
      ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? find(one.shadowRoot) : [])),
    ];
    return find(document).map(words).join(' ');
  }, selector);
}
