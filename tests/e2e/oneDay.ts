/** The shortest whole day at a desk of one, step by step: what the web shell and the Electron shell both have to stand. */
import type { Page } from 'playwright'
import { expect } from 'vitest'

export const headline = 'The ferry keeps its winter hours'

/** From first run to an article in review. */
export async function beginWriteSubmit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin a desk' }).click()
  await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
  await page.getByLabel('Your name or pen name').fill('Ada Quill')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Headline' }).click()
  await page.keyboard.type(headline)
  await page.getByRole('textbox', { name: 'Body' }).click()
  await page.keyboard.type('The last boat leaves at nine until the clocks change.')
  await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()
  await page.getByLabel('Category').selectOption({ label: 'Archives' })
  await page
    .getByRole('status')
    .filter({ hasText: /Saved|At the desk/ })
    .first()
    .waitFor()
  const preview = page.getByRole('region', { name: 'Preview' }).frameLocator('iframe').first()
  await expect.poll(async () => preview.getByRole('heading', { name: headline }).count(), { timeout: 20_000 }).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('In review').first().waitFor()
}

/** After a restart: everything is where it was. */
export async function findAgain(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Desk' }).click()
  await page.getByRole('button', { name: headline }).click()
  await expect
    .poll(async () => page.getByRole('textbox', { name: 'Body' }).textContent(), { timeout: 20_000 })
    .toContain('The last boat leaves at nine')
}
