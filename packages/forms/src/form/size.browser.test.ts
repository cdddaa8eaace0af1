import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, mount } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';
import { text } from '../widgets/text.ts';
import { registerWidget } from '../widgets/widget.ts';

afterEach(clear);

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
