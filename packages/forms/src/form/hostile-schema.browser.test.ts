/** Text of a schema stays text, and a schema that no form can be made of is said: never a script run, never a blank page. */
import { afterEach, describe, expect, it } from 'vitest';
import { all, clear, mount } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const markup = '<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>';

it('shows markup in titles, help, labels and values as the characters it is', async () => {
  const form = await mount({
    schema: {
      type: 'object',
      title: markup,
      properties: {
        name: {
          type: 'string',
          title: markup,
          description: `${markup} [go](javascript:globalThis.ran=true)`,
        },
        kind: { enum: [markup, 'b'], 'x-labels': { [markup]: markup } },
        pick: {
          oneOf: [
            { const: markup, title: markup },
            { const: 'b', title: 'B' },
          ],
        },
      },
    },
    value: { name: markup, kind: markup },
  });
  expect(all(form, 'script, img, a[href^="javascript" i], [onerror]')).toEqual([]);
  expect(form.shadowRoot?.textContent).toContain(markup);
  expect(form.value).toEqual({ name: markup, kind: markup });
  expect('ran' in globalThis).toBe(false);
});

describe('a schema that is wrong is never a blank page', () => {
  const around = (x: unknown): JsonSchema => ({ type: 'object', properties: { x } }) as JsonSchema;
  it.each([
    ['a type that is a number', around({ type: 7 })],
    ['a reference to nothing', around({ $ref: '#/$defs/none' })],
    ['references in a circle', { ...around({ $ref: '#/$defs/a' }), $defs: { a: { $ref: '#/$defs/a' } } }],
    ['an object in itself', around({ $ref: '#' })],
    ['a pattern that is none', around({ type: 'string', pattern: '(' })],
    ['a property named constructor', { type: 'object', properties: { constructor: { type: 'string' } } }],
    [
      'a property named __proto__',
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'),
    ],
  ] as [string, JsonSchema][])('%s', async (_, schema) => {
    const form = await mount({ schema });
    expect(all(form, 'input, textarea, select, [part~="fault"], .fault').length).toBeGreaterThan(0);
    expect(form.shadowRoot?.textContent?.trim()).not.toBe('');
  });
});
