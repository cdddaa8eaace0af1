import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, mount } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';
import { text } from '../widgets/text.ts';
import { registerWidget } from '../widgets/widget.ts';

afterEach(clear);

/** For one field, on the average. */
const most = { nodes: 40, listeners: 0.75 };

const names = Array.from({ length: 500 }, (_, index) => `field${index}`);
const schema: JsonSchema = {
  type: 'object',
  required: names,
  properties: Object.fromEntries(
    names.map((name) => [name, { title: name, type: 'string', minLength: 2, 'x-widget': 'counted' }]),
  ),
};

it('one keystroke in one of 500 fields draws that field, once', async () => {
  const drawn: string[] = [];
  registerWidget('counted', {
    ...text,
    rank: () => 0,
    render(field) {
      drawn.push(field.key);
      return text.render(field);
    },
  });
  const form = await mount({ schema });
  expect(drawn).toHaveLength(500);
  control(form, 'field250').focus();
  drawn.length = 0;
  await userEvent.keyboard('a');
  expect(drawn).toEqual(['field250']);
  expect(form.value).toEqual({ field250: 'a' });
  drawn.length = 0;
  await userEvent.tab();
  expect(new Set(drawn)).toEqual(new Set(['field250']));
  control(form, 'field250').focus();
  drawn.length = 0;
  await userEvent.keyboard('{End}b');
  expect(new Set(drawn)).toEqual(new Set(['field250']));
});

describe('what a field of a large form costs the page', () => {
  const kinds: JsonSchema[] = [
    { type: 'string' },
    { type: 'integer', description: 'help' },
    { type: 'string', format: 'date' },
    { type: 'string', enum: ['a', 'b', 'c'] },
    { type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
  ];
  const mixed: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name, index) => [name, { title: name, ...kinds[index % kinds.length] }]),
    ),
  };

  it('is few nodes, the marks of templates and all choices included', async () => {
    const form = await mount({ schema: mixed });
    const walker = document.createTreeWalker(form.shadowRoot as ShadowRoot, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode() !== null) nodes += 1;
    expect(nodes / names.length).toBeLessThan(most.nodes);
  });

  it('is hardly a listener: what can happen in every field is heard once', async () => {
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener');
    await mount({ schema: mixed });
    const listeners = listen.mock.calls.length;
    listen.mockRestore();
    // A day has a button, a list and buttons to choose from tell of a choice; nothing that is typed has any.
    expect(listeners / names.length).toBeLessThan(most.listeners);
  });
});
