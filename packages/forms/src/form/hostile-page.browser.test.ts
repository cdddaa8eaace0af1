/** Scripts of a page that stop events or extend the built-in prototypes, as old libraries do, lose nothing that was typed. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, clear, mount } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

const undo: (() => void)[] = [];

afterEach(() => {
  for (const back of undo.splice(0)) back();
  clear();
});

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', title: 'Name' },
    kind: { enum: ['a', 'b'] },
    members: { type: 'array', items: { type: 'object', properties: { age: { type: 'integer' } } } },
  },
};

/** Gives a prototype a property that `for in` meets, too, until the test is over. */
function extend(prototype: object, name: string): void {
  Object.defineProperty(prototype, name, {
    value: () => 'of the page',
    enumerable: true,
    configurable: true,
    writable: true,
  });
  undo.push(() => Reflect.deleteProperty(prototype, name));
}

async function typed(): Promise<unknown> {
  const form = await mount({ schema, value: { members: [{ age: 3 }] } });
  const [input] = all(form, 'input') as HTMLInputElement[];
  if (input === undefined) throw new Error('nothing is drawn');
  await userEvent.type(input, 'Ann');
  await userEvent.tab();
  await form.updateComplete;
  expect(form.checkValidity()).toBe(true);
  return form.value;
}

const expected = { name: 'Ann', members: [{ age: 3 }] };

it('works where Array.prototype has more that is enumerable', async () => {
  for (const name of ['each', 'first', 'clone', 'remove']) extend(Array.prototype, name);
  expect(await typed()).toEqual(expected);
});

it('works where Object.prototype has more that is enumerable', async () => {
  for (const name of ['extend', 'forEachKey']) extend(Object.prototype, name);
  expect(JSON.parse(JSON.stringify(await typed()))).toEqual(expected);
});

it.each(['input', 'keydown'])('keeps what is typed where the page stops every %s event', async (type) => {
  const stop = (event: Event) => event.stopImmediatePropagation();
  window.addEventListener(type, stop, true);
  undo.push(() => window.removeEventListener(type, stop, true));
  expect(await typed()).toEqual(expected);
});
