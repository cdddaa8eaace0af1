/** Moves through a page as somebody does who has no mouse. */
import type { Page } from 'playwright-core';

export interface Focused {
  /** What a person knows the control by: its question, and for a choice its own words, too. */
  name: string;
  tag: string;
  type: string;
  value: string;
  /** Whether it can be seen where it is. */
  visible: boolean;
}

/** What has the focus, shadow roots included. */
export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let here = document.activeElement;
    while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
    const words = (element: Element | null | undefined) =>
      element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    const root = here?.getRootNode() as Document | ShadowRoot | undefined;
    const named = (here?.getAttribute('aria-labelledby')?.split(' ') ?? []).map((id) =>
      words(root?.getElementById(id)),
    );
    const label =
      here instanceof HTMLInputElement ||
      here instanceof HTMLSelectElement ||
      here instanceof HTMLTextAreaElement
        ? words(here.labels?.[0])
        : '';
    const group = here?.matches('input[type=radio], input[type=checkbox]')
      ? words(here.closest('fieldset')?.querySelector('legend'))
      : '';
    const box = here?.getBoundingClientRect();
    const inside = (start: number, length: number, room: number) =>
      start + length / 2 >= 0 && start + length / 2 <= room;
    const shown =
      box !== undefined && inside(box.x, box.width, innerWidth) && inside(box.y, box.height, innerHeight);
    return {
      name: [
        group,
        ...named,
        label,
        here?.getAttribute('aria-label') ?? '',
        named.length > 0 || label !== '' ? '' : words(here),
      ]
        .filter(Boolean)
        .join(' '),
      tag: here?.tagName.toLowerCase() ?? '',
      type: here?.getAttribute('type') ?? '',
      value: 'value' in (here ?? {}) ? String((here as HTMLInputElement).value) : '',
      visible: shown,
    };
  });

/** Presses Tab until the focus is on what is called so; of several that follow each other, the first. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focused> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (name.test(now.name)) return now;
    passed.push(now.name);
  }
  throw new Error(`Tab never came to ${name}. It came to: ${passed.slice(0, 60).join(' | ')}`);
}

/** Goes to a text field by Tab and types; what stands there is typed over. */
export async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}
