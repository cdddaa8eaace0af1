/** What officers do at their desks. */
import type { Locator, Page } from 'playwright-core';

/** Opens a case by its address, which every desk shares. */
export async function openCase(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.locator('aid-case .who').first().waitFor();
}

export interface Entry {
  /** What is filled in before it is sent. */
  fill?: (act: Locator) => Promise<void>;
  reasons?: string;
}

/** Chooses what to do, fills in what it asks for, sends it, and waits until it is done. */
export async function act(page: Page, what: string, { fill, reasons }: Entry = {}): Promise<void> {
  await page.locator(`aid-case [data-do="${what}"]`).click();
  const form = page.locator('aid-act');
  await form.locator('#title').waitFor();
  await fill?.(form);
  if (reasons !== undefined) await form.locator('#reasons').pressSequentially(reasons);
  await form.locator('.row button.primary').click();
  await page.locator('aid-case #done').waitFor();
}

/** The day on the demo clock, ISO. */
export async function today(page: Page): Promise<string> {
  const instant = await page.locator('.strip time').getAttribute('datetime');
  return new Date(instant ?? '').toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** The record of a home visit, as both investigators sign it. */
export async function fillVisit(form: Locator, date: string): Promise<void> {
  await form.getByRole('textbox', { name: '入户日期' }).pressSequentially(date);
  await form.getByRole('textbox', { name: '姓名' }).pressSequentially('申请人本人');
  await form.getByRole('radio', { name: '安全' }).check();
  await form.getByRole('textbox', { name: '生活状况' }).pressSequentially('与申请一致');
  const agrees = form.getByRole('radiogroup', { name: '家庭情况与申请一致' });
  await agrees.getByRole('radio', { name: '是' }).check();
}

/** Moves the demo clock with the strip's own buttons; answers what it says has happened. */
export async function advance(page: Page, by: '1d' | '3wd' | '7d'): Promise<string> {
  const before = await page.locator('.strip time').getAttribute('datetime');
  await page.locator(`.strip [data-advance="${by}"]`).click();
  await page.locator(`.strip time:not([datetime="${before}"])`).waitFor();
  await page.locator('.strip-result:not(:empty)').waitFor();
  return (await page.locator('.strip-result').textContent()) ?? '';
}
