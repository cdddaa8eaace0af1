import type { Page } from 'playwright-core';

/** Goes to the start page and enters as one of the people of the county. */
export async function enterAs(page: Page, url: string, person: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.locator(`button[value="${person}"]`).click();
  await page.waitForURL((address) => address.pathname !== '/');
}
