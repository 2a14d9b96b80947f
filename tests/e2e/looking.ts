/** How a test gets from screen to screen, and what it does at each: looks. */
import type { Page } from 'playwright'

export type Look = (where: string) => Promise<void>

const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

export async function go(page: Page, name: string): Promise<void> {
  await place(page, name).click()
  await page.locator('main h1').first().waitFor()
}

export async function open(page: Page, headline: string): Promise<void> {
  await go(page, 'Desk')
  await page.getByLabel('Filter by headline').fill(headline)
  // Until the list is the one that was asked for, as whoever reads it would.
  await page.getByRole('main').locator('tr[data-article]').filter({ hasNotText: headline }).first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: headline }).first().click()
  await page.getByRole('region', { name: 'Preview' }).waitFor()
}

export async function more(page: Page, act: string): Promise<void> {
  await button(page, 'More').click()
  await page.getByRole('menuitem', { name: act }).click()
}
