/** A page that stops events, or has changed what every page has: nothing that was typed is lost. */
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, control, messageAt, mount } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonSchema } from '../types.ts';

const undone: (() => void)[] = [];
afterEach(() => {
  for (const undo of undone.splice(0)) undo();
  clear();
});

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Name', maxLength: 40 },
    age: { type: 'integer', title: 'Age' },
    kind: { enum: ['a', 'b'], title: 'Kind' },
    agreed: { type: 'boolean', const: true, title: 'Agreed' },
    rows: {
      type: 'array',
      title: 'Rows',
      items: { type: 'object', properties: { n: { type: 'string', title: 'Row name' } } },
    },
  },
};

/** Stops these events before anyone inside the page hears them. */
function stop(...types: string[]): void {
  const listener = (event: Event) => event.stopImmediatePropagation();
  for (const type of types) {
    window.addEventListener(type, listener, true);
    undone.push(() => window.removeEventListener(type, listener, true));
  }
}

/** Puts something else in the place of what every page has. */
function patch(place: object, name: string, value: unknown, enumerable = false): void {
  const before = Object.getOwnPropertyDescriptor(place, name);
  Object.defineProperty(place, name, { value, enumerable, configurable: true, writable: true });
  undone.push(() => {
    if (before === undefined) Reflect.deleteProperty(place, name);
    else Object.defineProperty(place, name, before);
  });
}

/** Fills in the form as a person does, and sends it. */
async function fill(form: AidForm): Promise<unknown> {
  let sent: unknown;
  form.addEventListener('aid-submit', (event) => {
    sent = (event as CustomEvent).detail.value;
  });
  control(form, 'Name').focus();
  await userEvent.keyboard('Li');
  control(form, 'Age').focus();
  await userEvent.keyboard('61');
  await userEvent.click(all(form, 'input[type=radio]')[1] as Element);
  await userEvent.click(all(form, 'input[type=checkbox]')[0] as Element);
  await userEvent.click(all(form, '.add')[0] as Element);
  await form.updateComplete;
  control(form, 'Row name').focus();
  await userEvent.keyboard('x');
  await userEvent.click(all(form, '.submit')[0] as Element);
  return sent;
}

const whole = { name: 'Li', age: 61, kind: 'b', agreed: true, rows: [{ n: 'x' }] };

describe('a page that stops events', () => {
  it.each([
    ['input'],
    ['input', 'keydown', 'keyup', 'keypress'],
    ['input', 'change'],
    ['input', 'change', 'keydown', 'focusout', 'blur', 'focusin'],
  ])('%s', async (...types) => {
    stop(...types);
    expect(await fill(await mount({ schema }))).toEqual(whole);
  });

  it('gives what was typed to whoever reads the value', async () => {
    stop('input', 'change', 'focusout');
    const form = await mount({ schema });
    control(form, 'Name').focus();
    await userEvent.keyboard('Li');
    expect(form.value).toEqual({ name: 'Li' });
  });

  it('takes a message away when its question has an answer', async () => {
    stop('input', 'change');
    const form = await mount({ schema });
    form.submit();
    expect(messageAt(form, 'Name')).not.toBe('');
    control(form, 'Name').focus();
    await userEvent.keyboard('Li');
    await userEvent.click(button(form, all(form, '.submit')[0]?.textContent?.trim() ?? ''));
    expect(messageAt(form, 'Name')).toBe('');
  });
});

describe('a page that has changed what every page has', () => {
  it('lists', async () => {
    patch(Array.prototype, 'extra', () => 1, true);
    // As old libraries wrote them: they know no holes, no second argument, no value that is not a number.
    patch(Array.prototype, 'includes', function (this: unknown[], one: unknown) {
      return this.indexOf(one) >= 0;
    });
    patch(Array.prototype, 'map', function (this: unknown[], each: (one: unknown, at: number) => unknown) {
      const made: unknown[] = [];
      for (let at = 0; at < this.length; at += 1) made.push(each(this[at], at));
      return made;
    });
    patch(Array.prototype, 'find', function (this: unknown[], fits: (one: unknown, at: number) => unknown) {
      for (let at = 0; at < this.length; at += 1) if (fits(this[at], at)) return this[at];
      return undefined;
    });
    expect(await fill(await mount({ schema }))).toEqual(whole);
  });

  it('objects', async () => {
    patch(Object.prototype, 'extra', () => 1, true);
    expect(await fill(await mount({ schema }))).toEqual(whole);
  });

  it('elements', async () => {
    patch(Element.prototype, 'remove', function (this: Element) {
      return this.parentNode?.removeChild(this);
    });
    patch(Element.prototype, 'closest', () => null);
    expect(await fill(await mount({ schema }))).toEqual(whole);
  });
});
