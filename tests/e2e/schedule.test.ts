/** Choosing a time in a real browser: read back in words, chosen from two where the clocks change, never a time that is past. */
import { expect, test } from 'vitest'
import { approvedPiece, openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[WF10] [QU13] the schedule sheet reads the time back, says who publishes, and offers both hours of an autumn night${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const id = await approvedPiece(desk, 'The lamp at the pier\n\nIt burns all night.')
    await desk.close()

    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Publisher Publisher' }).click()
    await page.getByRole('button', { name: 'The lamp at the pier' }).click()
    const year = new Date().getUTCFullYear() + 1
    await page.getByRole('main').getByRole('button', { name: 'Publish…' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('On the clock of London').waitFor()
    for (const fact of ['For', 'To', 'Address', 'Changes', 'When', 'By']) await sheet.locator('dt', { hasText: fact }).first().waitFor()
    await page.keyboard.press('Escape')

    await page.getByRole('main').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Schedule…' }).click()
    const when = sheet.getByLabel('Date and time')
    await when.fill('2020-01-01T06:00')
    await sheet.getByText('That time has passed').waitFor()
    // Asked for all the same, the cursor goes to what is wrong; it is said once.
    await sheet.getByRole('button', { name: 'Schedule' }).click()
    await expect.poll(() => when.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await sheet.getByText('That time has passed').count()).toBe(1)
    // What cannot be read is said under the cursor that was put back onto it, by the button and by Enter alike.
    const asked = sheet.getByText('Write the month as a word')
    await when.fill('3/4/2099')
    expect(await asked.count()).toBe(0)
    await sheet.getByRole('button', { name: 'Schedule' }).click()
    await asked.waitFor()
    await expect.poll(() => when.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await asked.count()).toBe(1)
    await when.fill('4/5/2099')
    await expect.poll(() => asked.count()).toBe(0)
    await when.press('Enter')
    await asked.waitFor()
    await when.fill(`${year}-06-01T06:00`)
    await sheet.getByText(/1 June \d{4}, 06:00, London \(05:00 UTC\), in \d+ days/).waitFor()
    await sheet.getByText('this computer; it must be on at 06:00').waitFor()
    // The last Sunday of October, when half past one comes twice.
    const last = new Date(Date.UTC(year, 9, 31))
    last.setUTCDate(31 - last.getUTCDay())
    const night = last.toISOString().slice(0, 10)
    await when.fill(`${night}T01:30`)
    await sheet.getByRole('alert').filter({ hasText: 'comes twice' }).waitFor()
    await sheet.getByRole('radio', { name: /after the clocks change/ }).check()
    await sheet.getByText('01:30, London (01:30 UTC)').waitFor()
    await sheet.getByRole('button', { name: 'Schedule' }).click()
    await page.getByText('Scheduled', { exact: true }).first().waitFor()
    const { value } = await page.evaluate(async (article) => {
      const answer = await fetch('/call/articles.read', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-chancery-session': window.sessionStorage.getItem('chancery.session') ?? '' },
        body: JSON.stringify({ id: article }),
      })
      return (await answer.json()) as {
        readonly value: { readonly edition: { readonly schedule: { readonly at: string; readonly zone: string } } }
      }
    }, id)
    expect(value.edition.schedule).toMatchObject({ at: `${night}T01:30:00.000Z`, zone: 'Europe/London' })
    await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await page.getByRole('heading', { name: /^Sunday \d+ October \d{4} Clocks go back at 02:00$/ }).waitFor()

    // Taking the time back asks first, in the Queue as in Compose.
    const words = sheet.getByText(/01:30, London \(01:30 UTC\)\. Without that time it is approved again/)
    await page.getByRole('button', { name: 'Unschedule…' }).click()
    await words.waitFor()
    await sheet.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('link', { name: 'The lamp at the pier' }).click()
    await page.getByRole('main').getByText('Scheduled', { exact: true }).waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Unschedule…' }).click()
    await words.waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await page.getByRole('button', { name: 'Unschedule…' }).click()
    await sheet.getByRole('button', { name: 'Unschedule', exact: true }).click()
    await page.getByText('Unscheduled: waits for a publisher.').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Publishing queue')
  },
)
