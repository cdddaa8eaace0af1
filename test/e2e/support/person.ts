import type { Page } from 'playwright-core';

/** Goes to the start page and enters as one of the people of the county, opening the programme that hides them. */
export async function enterAs(page: Page, url: string, person: string): Promise<void> {
  await page.goto(`${url}/`);
  const button = page.locator(`button[value="${person}"]`).first();
  const programme = page.locator('details', { has: button }).last();
  if (!(await button.isVisible())) await programme.locator('summary').click();
  await button.click();
  await page.waitForURL((address) => address.pathname !== '/');
}
