/** Schemas of megabytes, patterns that never end, files of gigabytes: words or a form within seconds. */
import { afterEach, expect, it, vi } from 'vitest';
import { all, clear, control, mount, mountFields } from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

/** Milliseconds. Generous: it tells seconds from minutes on a slow machine. */
const bound = 20_000;

async function timed<T>(work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(bound);
  return result;
}

const megabytes = (schema: JsonSchema) => JSON.stringify(schema).length / 1e6;

it('draws, or says why not, a schema of 5 MB in thousands of properties', { timeout: 60_000 }, async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 4000 }, (_, n) => [
      `p${n}`,
      { type: 'string', title: `Question ${n}`, description: 'x'.repeat(1250) },
    ]),
  );
  const schema: JsonSchema = { type: 'object', properties };
  expect(megabytes(schema)).toBeGreaterThan(5);
  const form = await timed(() => mount({ schema }));
  expect(all(form, '.fault, .field').length).toBeGreaterThan(0);
});

it('draws, or says why not, a schema of 5 MB in one enum', { timeout: 60_000 }, async () => {
  const values = Array.from({ length: 100_000 }, (_, n) => `${n} ${'x'.repeat(45)}`);
  const schema: JsonSchema = { type: 'object', properties: { x: { type: 'string', enum: values } } };
  expect(megabytes(schema)).toBeGreaterThan(5);
  const form = await timed(() => mount({ schema }));
  expect(all(form, '.fault, .field').length).toBeGreaterThan(0);
});

it.each(['^(a+)+$', '^(a|aa)+$', '^(a|a)*$', '^([a-z]*)*b$', '^(\\d+\\s*)*$', '^a*a*a*a*a*a*a*a*b$'])(
  'says that the pattern %s may never end, and asks it of nothing',
  { timeout: 60_000 },
  async (pattern) => {
    const form = await timed(() =>
      mountFields(
        { x: { type: 'string', title: 'X', pattern } },
        { value: { x: `${'a'.repeat(40)}${'1'.repeat(40)}!` } },
      ),
    );
    await vi.waitFor(() => expect(all(form, '.fault')[0]?.textContent).toContain('form/slow-pattern'));
    expect(all(form, '.fault')[0]?.textContent).toContain(pattern);
  },
);

it('asks patterns that repeat twice and end, once they have been looked at', async () => {
  const form = await mountFields({
    x: { type: 'string', title: 'X', pattern: '^[^@\\s]+@[^@\\s]+$' },
  });
  form.value = { x: 'nowhere' };
  await form.updateComplete;
  expect(form.submit()).toBe(false);
  form.value = { x: 'some@where' };
  await form.updateComplete;
  expect(form.submit()).toBe(true);
});

it('refuses a file of 2 GB without reading it', async () => {
  const form = await mountFields(
    { paper: { type: 'object', title: 'Paper', properties: { sha256: { type: 'string' } } } },
    { upload: () => Promise.reject(new Error('It was sent.')) },
  );
  const part = new Blob([new Uint8Array(1 << 20)]);
  const file = new File(new Array(2048).fill(part), 'large.pdf', { type: 'application/pdf' });
  expect(file.size).toBe(2 ** 31);
  for (const name of ['arrayBuffer', 'text', 'stream', 'slice'])
    Object.defineProperty(file, name, { value: () => expect.unreachable(`${name} was called`) });
  const drop = all(form, '.drop')[0] as Element;
  const event = new DragEvent('drop', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files: [file] } });
  await timed(() => drop.dispatchEvent(event));
  expect(drop.parentElement?.textContent).toContain('large.pdf');
  expect(all(form, 'progress')).toEqual([]);
  expect(form.value).toEqual({});
  expect(control(form, 'Paper').disabled).toBe(false);
});
