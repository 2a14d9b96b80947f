/** What people of the small newspaper do again and again on its day by keyboard. */
import type { Page } from 'playwright'
import { command, paneWith, tabTo } from './byKeyboard.ts'

export const lamps = 'The lamps on the quay are lit an hour later'
export const bell = 'The bell of the ferry is heard again'
/** In milliseconds. */
export const minute = 60_000

export async function submit(page: Page): Promise<void> {
  await paneWith(page, 'Submit for review')
  await page.keyboard.press('Enter')
  await page.locator('main').getByText('In review').first().waitFor()
}

export async function review(page: Page, headline: string): Promise<void> {
  await command(page, 'Review')
  await tabTo(page, headline)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Decision' }).waitFor()
}

export async function decide(page: Page, decision: string): Promise<void> {
  await tabTo(page, decision)
  await page.keyboard.press('Enter')
}
