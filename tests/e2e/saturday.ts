/** The evening before: two pieces are written, sent back, checked, held, approved and scheduled. */
import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { command, expectFocus, more, openArticle, paneWith, pressAll, saved, sitDownAs, tabTo } from './byKeyboard.ts'
import { bell, decide, lamps, minute, review, submit } from './dayActs.ts'
import { openShell } from './shell.ts'

/** The evening before: written, sent back, checked, held, approved, scheduled. */
export async function saturday(browser: Browser, folder: string, six: number): Promise<void> {
  const shell = await openShell(folder, six - 12 * 60 * minute)
  const page = await shell.window(browser)
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  const act = async (headline: string, label: string, words = '') => {
    await openArticle(page, headline)
    await more(page, label)
    if (words !== '') await page.keyboard.type(words)
    await tabTo(page, label.replace('…', ''))
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  await tabTo(page, /^Writer/)
  await press('Enter')
  await expectFocus(page, 'Desk')
  await writeLamps(page)
  await chooseCategory(page)
  await tabTo(page, 'Note to the editor')
  await page.keyboard.type('The table is from the harbour office.')
  await submit(page)
  await press('Control+1')
  await expectFocus(page, 'Desk')
  await press('n')
  await expectFocus(page, 'Headline')
  await page.keyboard.type(bell)
  await press('Enter', 'Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('It rings at six.')
  await chooseCategory(page)
  await submit(page)

  // Read with the note that came with it, and sent back.
  await sitDownAs(page, 'Editor')
  await review(page, lamps)
  await page.getByText('The table is from the harbour office.').first().waitFor()
  await page.getByRole('region', { name: 'Submitted version' }).getByRole('img', { name: 'A lamp on a quay' }).waitFor()
  await tabTo(page, 'Request changes')
  await press('Enter')
  await expectFocus(page, 'Reason')
  await page.keyboard.type('Say who decided it.')
  await tabTo(page, 'Request changes')
  await press('Enter')
  await page.locator('main').getByText('Changes requested').first().waitFor()

  await sitDownAs(page, 'Writer')
  await openArticle(page, lamps)
  await page.locator('main').getByText('Changes requested').first().waitFor()
  await expectFocus(page, 'Body')
  await press('Control+End')
  await page.keyboard.type(' The harbour master decided it.')
  await saved(page)
  await submit(page)

  // What changed since this editor last read it; a gate stands in the way until it is completed, and so does a hold.
  await sitDownAs(page, 'Editor')
  await review(page, lamps)
  await page.getByRole('button', { name: 'Changed since you last read (version 1 → 2)', pressed: true }).waitFor()
  await page.locator('ins').filter({ hasText: 'The harbour master decided it.' }).waitFor()
  await act(lamps, 'Require a gate')
  await review(page, lamps)
  await decide(page, 'Approve')
  await page.getByRole('alert').filter({ hasText: 'facts' }).waitFor()
  await sitDownAs(page, 'Checker')
  await act(lamps, 'Complete a gate')
  await sitDownAs(page, 'Editor')
  await act(lamps, 'Hold', 'The harbour office is to be asked.')
  await review(page, lamps)
  await decide(page, 'Approve')
  await page.getByRole('alert').filter({ hasText: 'The harbour office is to be asked.' }).waitFor()
  await openArticle(page, lamps)
  await more(page, 'Lift the hold')
  for (const headline of [lamps, bell]) {
    await review(page, headline)
    await decide(page, 'Approve')
    await page.locator('main').getByText('Approved').first().waitFor()
  }

  // Six o'clock in the morning, in a night that is an hour shorter.
  await sitDownAs(page, 'Publisher')
  for (const headline of [lamps, bell]) {
    await openArticle(page, headline)
    await more(page, 'Schedule…')
    await expectFocus(page, 'Date and time')
    await typeTime(page, new Date(six))
    // The evening began twelve hours before; on a busy computer some minutes of it are gone.
    await page.getByText(/06:00, London \(05:00 UTC\), in 1[12] h/).waitFor()
    await page.getByText('The clocks go forward tonight.').waitFor()
    await tabTo(page, 'Schedule')
    await press('Enter')
    await page.locator('main').getByText('Scheduled').first().waitFor()
  }
  await act(bell, 'Hold', 'Is it heard at all?')
  await shell.close()
}

async function chooseCategory(page: Page): Promise<void> {
  await paneWith(page, 'Details')
  await tabTo(page, 'Category')
  await page.keyboard.type('Archives')
}

/** Part by part, as the browser's own field of date and time takes it. */
async function typeTime(page: Page, at: Date): Promise<void> {
  const month = at.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
  await page.keyboard.type(`${at.getUTCDate()} ${month} ${at.getUTCFullYear()}, 6 am`)
}

async function writeLamps(page: Page): Promise<void> {
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  await press('n')
  await expectFocus(page, 'Headline')
  await page.keyboard.type(lamps)
  await press('Enter')
  await page.keyboard.type('The harbour office changed its hours.')
  await press('Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('The lamps were lit at five until Sunday')
  // A note: asked for by its keys, numbered by itself.
  await press('Control+Alt+F')
  await expectFocus(page, 'Words of the note')
  await page.keyboard.type('Order of the harbour office, page 3.')
  await tabTo(page, 'Set the note')
  await press('Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('.')
  await press('Enter')
  // A table, from cell to cell by Tab, left downwards.
  await command(page, 'Table')
  await expectFocus(page, 'Body')
  for (const words of ['Day', 'Lit', 'Out', 'Saturday', 'five', 'nine', 'Sunday', 'six', 'ten']) {
    await page.keyboard.type(words)
    if (words !== 'ten') await press('Tab')
  }
  await press('ArrowDown')
  await page.keyboard.type('Nobody was asked.')
  await press('Enter')
  // A picture, by the chooser of files.
  const chooser = page.waitForEvent('filechooser')
  await command(page, 'Picture…')
  await (await chooser).setFiles({ name: 'lamps.jpg', mimeType: 'image/jpeg', buffer: await photograph(90, 60) })
  await expectFocus(page, 'Alternative text')
  await page.keyboard.type('A lamp on a quay')
  await press('Enter')
  await page.keyboard.type('The first lamp.')
  await press('Tab')
  await expectFocus(page, 'Credit')
  await page.keyboard.type('Photograph for the paper')
  await press('Enter')
  await page.keyboard.type('It is dark until then.')
  await saved(page)
  const body = page.getByRole('textbox', { name: 'Body' })
  expect(await body.locator('table td, table th').allInnerTexts()).toEqual([
    'Day',
    'Lit',
    'Out',
    'Saturday',
    'five',
    'nine',
    'Sunday',
    'six',
    'ten',
  ])
}
