/** A page's rules, however they are written, change nothing inside a form. */
import { afterEach, expect, it } from 'vitest';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import { all, clear, mount, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';

afterEach(() => {
  clear();
  document.head.querySelectorAll('style[data-hostile]').forEach((style) => {
    style.remove();
  });
  document.body.removeAttribute('style');
});

/** Everything that is drawn, and all that is computed for it. Sizes of boxes follow from the room that a page gives. */
function drawn(form: AidForm): string[] {
  const own = (element: Element) => {
    const style = getComputedStyle(element);
    return [...style]
      .filter((name) => !name.startsWith('--host-') && !/^(perspective|transform)-origin$/.test(name))
      .map((name) => `${name}:${style.getPropertyValue(name)}`)
      .join(';');
  };
  return [form, ...all(form, '*')].map(
    (element) => `${element.tagName}.${element.className} ${own(element)}`,
  );
}

function hostile(css: string): void {
  const style = document.createElement('style');
  style.dataset.hostile = '';
  style.textContent = css;
  document.head.append(style);
}

it.each([
  '* { all: unset !important }',
  '*, *::before, *::after { all: initial !important }',
  '* { font-size: 30px !important; display: block !important }',
  'aid-form { font: italic 40px serif !important; color: red !important; line-height: 3 !important; opacity: .2 !important }',
  '* { letter-spacing: 9px !important; text-transform: uppercase !important; text-align: right !important; word-spacing: 9px !important; text-indent: 20px !important; white-space: nowrap !important; visibility: hidden !important; direction: ltr !important }',
  '*, *::before, *::after { box-sizing: content-box !important; border: 3px solid red !important; padding: 7px !important; float: left !important; transform: rotate(3deg) !important; filter: blur(2px) !important; transition: all 9s !important }',
  'input, select, button, label, fieldset, legend, section, h2, p, ul, li { all: unset !important; width: 10px !important; background: lime !important }',
  'html { font-size: 62.5%; zoom: 1 } body { font: 12px SimSun; color: #333; line-height: 120%; -webkit-text-size-adjust: 200% }',
])('%s', async (css) => {
  // The room that the page gives is not what is looked at.
  for (const name of ['width', 'display']) {
    document.body.style.setProperty(name, name === 'width' ? '700px' : 'block', 'important');
  }
  const form = await mount({ schema, layout, locales, divisions, value });
  await until(() => all(form, '.level').length === 3);
  const before = drawn(form);
  hostile(css);
  const after = drawn(form);
  expect(after.length).toBeGreaterThan(200);
  expect(after.filter((line, index) => line !== before[index])).toEqual([]);
});

it('a page may hide it', async () => {
  const form = await mount({ schema });
  form.hidden = true;
  expect(getComputedStyle(form).display).toBe('none');
});

it('a page may set its colours', async () => {
  hostile('aid-form { --aid-accent: rgb(120, 0, 90) }');
  const form = await mount({ schema, layout });
  expect(getComputedStyle(all(form, '.submit')[0] as Element).backgroundColor).toBe('rgb(120, 0, 90)');
});

it('is light in a page that is light only, dark where asked', async () => {
  const form = await mount({ schema });
  const background = () => getComputedStyle(all(form, '.form')[0] as Element).backgroundColor;
  expect(background()).toBe('rgb(255, 255, 255)');
  form.theme = 'dark';
  await form.updateComplete;
  expect(background()).toBe('rgb(27, 31, 32)');
  form.theme = null;
  document.body.style.colorScheme = 'dark';
  await form.updateComplete;
  expect(background()).toBe('rgb(27, 31, 32)');
});
