/** A list of ten thousand rows: only those near the screen are on the page, and nothing is lost for that. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, clear, mountFields, one } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonObject } from '../types.ts';

const count = 10_000;
/** Several screens of rows: many fewer than there are. */
const most = 120;

let form: AidForm;

beforeEach(async () => {
  const people = Array.from({ length: count }, (_, n) => ({ name: `Name ${n}`, age: n % 90 }));
  form = await mountFields(
    {
      people: {
        type: 'array',
        title: 'People',
        items: {
          type: 'object',
          title: 'Person',
          required: ['name'],
          properties: {
            name: { type: 'string', title: 'Name', minLength: 2 },
            age: { type: 'integer', title: 'Age' },
          },
        },
      },
    },
    { lang: 'en', value: { people } },
  );
});
afterEach(() => {
  clear();
  scrollTo(0, 0);
});

const rows = () => all(form, '.item');
const titles = () => rows().map((row) => row.querySelector('.item-title')?.textContent?.trim());
const people = () => form.value.people as JsonObject[];
const input = (row: Element | undefined) => row?.querySelector('input') as HTMLInputElement;

it('draws those near the screen, and says how many there are', () => {
  expect(rows().length).toBeLessThan(most);
  expect(titles()[0]).toContain('1');
  expect(one(form, '.list > .note').textContent).toContain('10000 in all');
  expect(people()).toHaveLength(count);
});

it('is as high as all of them would be, and draws what is scrolled to', async () => {
  const { height } = one(form, '.list').getBoundingClientRect();
  expect(height / (rows()[0] as HTMLElement).offsetHeight).toBeGreaterThan(count * 0.5);
  scrollTo(0, height / 2);
  await vi.waitFor(() => expect(titles()[0]).toMatch(/[3-6]\d\d\d/));
  expect(rows().length).toBeLessThan(most);
  const shown = rows().filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  expect(shown.length).toBeGreaterThan(0);
});

it('keeps the row that is being typed in, wherever one scrolls', async () => {
  const field = input(rows()[2]);
  await userEvent.click(field);
  await userEvent.keyboard('{End}!');
  const { height } = one(form, '.list').getBoundingClientRect();
  scrollTo(0, height / 2);
  await vi.waitFor(() => expect(titles().at(-1)).toMatch(/[3-6]\d\d\d/));
  expect(field.isConnected).toBe(true);
  expect((form.shadowRoot as ShadowRoot).activeElement).toBe(field);
  await userEvent.keyboard('?');
  expect(people()[2]?.name).toBe('Name 2!?');
});

it('leads from the summary into a row that is not drawn', async () => {
  const wrong = people().map((person, index) => (index === 7_654 ? { ...person, name: 'x' } : person));
  form.value = { people: wrong };
  await form.updateComplete;
  expect(form.submit()).toBe(false);
  const link = one(form, '.summary a, .summary button');
  await userEvent.click(link);
  const focused = (form.shadowRoot as ShadowRoot).activeElement as HTMLInputElement;
  expect(focused.value).toBe('x');
  expect(focused.closest('.item')?.textContent).toContain('7655');
  expect(focused.getAttribute('aria-invalid')).toBe('true');
  await userEvent.keyboard('yz');
  expect(people()[7_654]?.name).toContain('yz');
});

it('adds at the end, takes out and puts back, on the keyboard', async () => {
  one(form, '.list > .add').focus();
  await userEvent.keyboard('{Enter}');
  const added = (form.shadowRoot as ShadowRoot).activeElement as HTMLInputElement;
  expect(added.closest('.item')?.textContent).toContain('10001');
  await userEvent.keyboard('Last one');
  expect(people().at(-1)).toEqual({ name: 'Last one' });
  const remove = added.closest('.item')?.querySelector<HTMLElement>('.remove');
  remove?.focus();
  await userEvent.keyboard('{Enter}');
  expect(people()).toHaveLength(count);
  await userEvent.keyboard('{Enter}');
  expect(people().at(-1)).toEqual({ name: 'Last one' });
  expect((form.shadowRoot as ShadowRoot).activeElement?.closest('.item')?.textContent).toContain('10001');
});

it('is walked along with the tabulator, past what was drawn first', async () => {
  const start = rows().length - 2;
  input(rows()[start]).focus();
  for (let count = 0; count < 60; count++) await userEvent.tab();
  const focused = (form.shadowRoot as ShadowRoot).activeElement as HTMLElement;
  const place = Number(
    /\d+/.exec(focused.closest('.item')?.querySelector('.item-title')?.textContent ?? '')?.[0],
  );
  expect(place).toBeGreaterThan(start + 10);
});
