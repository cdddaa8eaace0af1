/**
 * Every mode a person may see a form in, in every state: axe finds nothing, nothing is wider than the screen, every
 * field that is wrong says so and why to whoever cannot see it. Counted, not sampled.
 */
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import { all, clear, mount, until } from '../fixtures/mount.ts';
import { protocol } from '../fixtures/protocol.ts';
import type { AidForm } from '../form-element.ts';
import type { Layout } from '../types.ts';

interface Mode {
  setup?: Partial<AidForm>;
  size?: [width: number, height: number];
  media?: { name: string; value: string }[];
  dir?: 'rtl';
}

const modes: Record<string, Mode> = {
  'at a desk': {},
  'in the dark': { setup: { theme: 'dark' } },
  'in elder mode on a phone': { setup: { mode: 'elder' }, size: [360, 740] },
  'in elder mode in the dark, in English': { setup: { mode: 'elder', theme: 'dark', lang: 'en' } },
  'with forced colours': { media: [{ name: 'forced-colors', value: 'active' }] },
  'with reduced motion': { media: [{ name: 'prefers-reduced-motion', value: 'reduce' }] },
  'with more contrast': { media: [{ name: 'prefers-contrast', value: 'more' }] },
  'from right to left': { dir: 'rtl', size: [800, 700] },
  // A screen of 1280 by 1024 at 400 %.
  'at 400 % zoom': { size: [320, 256] },
};

const steps: Layout = { ...layout, steps: 'sections', review: true };
const wrong = {
  ...value,
  area: 'x',
  vehicles: -1,
  applicant: { name: 'x', idNumber: '1', mobile: '1' },
  members: [{}],
  bank: { number: '1' },
  consent: false,
};

const states: Record<string, (setup: Partial<AidForm>) => Promise<AidForm>> = {
  empty: (setup) => mount({ schema, layout, locales, divisions, ...setup }),
  filled: (setup) => mount({ schema, layout, locales, divisions, value, ...setup }),
  'read only': (setup) => mount({ schema, layout, locales, divisions, value, readonly: true, ...setup }),
  'in steps': (setup) => mount({ schema, layout: steps, locales, divisions, value, ...setup }),
  async 'with errors'(setup) {
    const form = await mount({ schema, layout, locales, divisions, value: wrong, ...setup });
    form.submit();
    return form;
  },
};

afterEach(() => {
  clear();
  document.documentElement.removeAttribute('dir');
});

/** Fields that show a message but do not hand it to whoever cannot see it. */
function mute(form: AidForm): string[] {
  const root = form.shadowRoot as ShadowRoot;
  return all(form, '.field.invalid').flatMap((field) => {
    const message = field.querySelector('.error')?.textContent?.trim() ?? '';
    const controls = [
      ...field.querySelectorAll<HTMLElement>('input:not([tabindex="-1"]):not([type=file]), select, textarea'),
      field,
    ];
    const told = controls.filter((control) => {
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.some((id) => message !== '' && root.getElementById(id)?.textContent?.trim() === message);
    });
    const marked = controls.some((control) => control.getAttribute('aria-invalid') === 'true');
    const group = field.getAttribute('role') === 'group';
    return told.length > 0 && (marked || group) ? [] : [field.outerHTML.slice(0, 200)];
  });
}

describe.each(Object.entries(modes))('%s', (_, { setup = {}, size = [1000, 800], media = [], dir }) => {
  beforeAll(async () => {
    await page.viewport(...size);
    document.body.style.margin = '0';
    await protocol().send('Emulation.setEmulatedMedia', { features: media });
  });
  afterAll(() => protocol().send('Emulation.setEmulatedMedia', { features: [] }));

  it.each(Object.keys(states))('a form %s', async (state) => {
    if (dir !== undefined) document.documentElement.dir = dir;
    const form = await states[state]?.(setup);
    if (form === undefined) throw new Error('There is no such state.');
    await until(() => all(form, '.form').length === 1 && all(form, '.wait').length === 0);
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
    ).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    expect(mute(form)).toEqual([]);
    if (state === 'with errors') {
      expect(all(form, '.field.invalid').length).toBe(10);
      expect(all(form, '.summary a').length).toBe(all(form, '.invalid').length);
    }
  });
});

it('nothing moves where less motion is asked for', async () => {
  await protocol().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  const form = await mount({ schema, layout, divisions, value });
  const moving = all(form, '*').filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return transitionDuration !== '0s' || animationName !== 'none';
  });
  expect(moving).toEqual([]);
  await protocol().send('Emulation.setEmulatedMedia', { features: [] });
});

it('from right to left the arrow of a list stands where the line ends', async () => {
  const arrow = () => getComputedStyle(all(form, 'select.control')[0] as Element).backgroundPositionX;
  document.documentElement.dir = 'rtl';
  const form = await mount({ schema, layout, divisions, value });
  await until(() => all(form, 'select').length > 0);
  const left = arrow();
  document.documentElement.dir = 'ltr';
  expect(left).not.toBe(arrow());
});
